#include "ui/panels/figures_tree.h"

#include "ui/messages/figures.h"

#include <QHeaderView>
#include <cmath>

namespace kinelens::ui {
namespace {

enum Column { What, Sequences, Top1, Top5, MeanClass };

QString sliceTitle(const std::string& by) {
    if (by == "camera") return FiguresTree::tr("By camera");
    if (by == "setup") return FiguresTree::tr("By setup");
    if (by == "subject") return FiguresTree::tr("By subject");
    if (by == "length") return FiguresTree::tr("By length in frames");
    if (by == "problems") return FiguresTree::tr("By problems of the recording");
    return QString::fromStdString(by);
}

} // namespace

QString shareText(double share) {
    return FiguresTree::tr("%1 %").arg(100 * share, 0, 'f', 1);
}

FiguresTree::FiguresTree(QWidget* parent)
    : QTreeWidget(parent) {
    setHeaderLabels({tr("Over"), tr("Sequences"), tr("Top-1"), tr("Top-5"), tr("Mean of classes")});
    setAccessibleName(tr("Figures"));
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(What, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    headerItem()->setTextAlignment(What, Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = Sequences; column <= MeanClass; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 6px; }"));
}

QTreeWidgetItem* FiguresTree::addGroup(const QString& title) {
    auto* group = new QTreeWidgetItem(this, {title});
    group->setExpanded(true);
    return group;
}

void FiguresTree::addFigures(QTreeWidgetItem* item, const ClassificationFigures& figures) {
    item->setText(Sequences, countText(figures.samples));
    item->setText(Top1, shareText(figures.top1));
    if (figures.top5) item->setText(Top5, shareText(*figures.top5));
    item->setText(MeanClass, shareText(figures.mean_class));
    for (int column = Sequences; column <= MeanClass; ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

void FiguresTree::addFolds(const EvaluationResults& results) {
    if (results.fold_names.size() < 2) return;
    auto* group = addGroup(tr("By fold"));
    double sum = 0, squares = 0;
    const auto folds = static_cast<double>(results.fold_names.size());
    for (std::size_t fold = 0; fold < results.fold_names.size(); ++fold) {
        const auto figures = figures_of_fold(results, static_cast<std::int32_t>(fold));
        addFigures(new QTreeWidgetItem(group, {QString::fromStdString(results.fold_names[fold])}), figures);
        sum += figures.top1;
        squares += figures.top1 * figures.top1;
    }
    const double mean = sum / folds;
    const double spread = std::sqrt(std::max(0.0, (squares - folds * mean * mean) / (folds - 1)));
    group->setText(Top1, tr("%1 ± %2").arg(shareText(mean), shareText(spread)));
    group->setToolTip(Top1, tr("Mean of the folds and their standard deviation"));
}

void FiguresTree::addSlices(const std::vector<Slice>& slices) {
    QTreeWidgetItem* group = nullptr;
    std::string by;
    for (const Slice& slice : slices) {
        if (!group || slice.by != by) group = addGroup(sliceTitle(by = slice.by));
        auto* item = new QTreeWidgetItem(group, {QString::fromStdString(slice.value)});
        item->setText(Sequences, countText(slice.count));
        item->setText(Top1, shareText(static_cast<double>(slice.right) / static_cast<double>(slice.count)));
        for (const int column : {Sequences, Top1})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void FiguresTree::setResults(const ShownResultsPtr& shown) {
    clear();
    if (!shown) return;
    addFigures(addGroup(tr("All tested sequences")), shown->figures);
    addFolds(shown->results);
    addSlices(shown->slices);
    setColumnHidden(Top5, !shown->figures.top5);
}

} // namespace kinelens::ui
