#include "ui/evaluate/figures_tree.h"

#include "ui/evaluate/evaluation_words.h"
#include "ui/messages/figures.h"
#include "ui/messages/stamp_words.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeWidgetItemIterator>
#include <map>

namespace kinelens::ui {
namespace {

enum Column { What, Sequences, Top1, Top5, MeanClass };
enum Role { Fold = Qt::UserRole, Repeat }; // of a labelled subset

constexpr int mostListed = 5000; // names of a subset: nobody reads more

QString sliceTitle(const std::string& by) {
    if (by == "camera") return FiguresTree::tr("By camera");
    if (by == "setup") return FiguresTree::tr("By setup");
    if (by == "subject") return FiguresTree::tr("By subject");
    if (by == "length") return FiguresTree::tr("By length in frames");
    if (by == "problems") return FiguresTree::tr("By problems of the recording");
    return QString::fromStdString(by);
}

// Room around the figures; a style sheet would keep the colours of the theme it was set in.
class RoomyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(12, 6);
    }
};

} // namespace

FiguresTree::FiguresTree(QWidget* parent)
    : QTreeWidget(parent) {
    setHeaderLabels({tr("Over"), tr("Sequences"), tr("Top-1"), tr("Top-5"), tr("Mean of classes")});
    setAccessibleName(tr("Figures"));
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(What, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    headerItem()->setTextAlignment(What, Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = Sequences; column <= MeanClass; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QTreeWidget::itemExpanded, this, &FiguresTree::listSubset);
    setItemDelegate(new RoomyDelegate(this));
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

void FiguresTree::addSpread(QTreeWidgetItem* group, const MeanAndSpread& figure, const QString& tip) {
    group->setText(Top1, shareText(figure));
    group->setTextAlignment(Top1, Qt::AlignRight | Qt::AlignVCenter);
    group->setToolTip(Top1, tip);
}

void FiguresTree::addRepeats(const RepeatFigures& repeats) {
    auto* group = addGroup(tr("By repetition"));
    for (std::size_t i = 0; i < repeats.each.size(); ++i)
        addFigures(new QTreeWidgetItem(group, {QString::number(i + 1)}), repeats.each[i]);
    addSpread(group, repeats.top1, tr("Mean of the repetitions and their standard deviation"));
}

void FiguresTree::addFolds(const ShownResults& shown) {
    if (shown.folds.size() < 2) return;
    auto* group = addGroup(tr("By fold"));
    std::vector<double> means;
    for (std::size_t fold = 0; fold < shown.folds.size(); ++fold) {
        auto* item = new QTreeWidgetItem(group, {QString::fromStdString(shown.results.fold_names[fold])});
        addFigures(item, shown.folds[fold]);
        means.push_back(shown.foldTop1[fold].mean);
        if (!shown.repeats) continue;
        addSpread(item, shown.foldTop1[fold], tr("Mean of the repetitions and their standard deviation"));
        for (const int column : {Top5, MeanClass}) item->setText(column, {}); // of the first alone
    }
    addSpread(group, mean_and_spread(means), tr("Mean of the folds and their standard deviation"));
}

// A line a training; its names are written when somebody opens it.
void FiguresTree::addSubset(const EvaluationResults& results) {
    const LabelledSubset& subset = results.subset;
    if (subset.name.empty()) return;
    std::map<std::pair<std::int32_t, std::int32_t>, int> counts;
    for (std::size_t i = 0; i < subset.name.size(); ++i) ++counts[{subset.fold[i], subset.repeat[i]}];
    auto* group = addGroup(tr("Labelled sequences it learned from"));
    for (const auto& [key, count] : counts) {
        const auto fold = static_cast<std::size_t>(key.first);
        const QString name =
            fold < results.fold_names.size() ? QString::fromStdString(results.fold_names[fold]) : QString();
        auto* item = new QTreeWidgetItem(group, {tr("%1, repetition %2").arg(name).arg(key.second + 1)});
        item->setText(Sequences, countText(count));
        item->setTextAlignment(Sequences, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(What, Fold, key.first);
        item->setData(What, Repeat, key.second);
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    }
}

void FiguresTree::listSubset(QTreeWidgetItem* item) {
    if (!shown_ || item->childCount() > 0 || !item->data(What, Fold).isValid()) return;
    const LabelledSubset& subset = shown_->results.subset;
    QList<QTreeWidgetItem*> names;
    int more = 0;
    for (std::size_t i = 0; i < subset.name.size(); ++i) {
        if (subset.fold[i] != item->data(What, Fold).toInt() ||
            subset.repeat[i] != item->data(What, Repeat).toInt())
            continue;
        if (names.size() < mostListed)
            names << new QTreeWidgetItem({QString::fromStdString(subset.name[i])});
        else
            ++more;
    }
    if (more > 0) names << new QTreeWidgetItem({tr("… and %1 more").arg(countText(more))});
    item->addChildren(names);
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
    shown_ = shown;
    clear();
    if (!shown) return;
    addFigures(
        addGroup(shown->repeats ? tr("All tested sequences, first repetition") : tr("All tested sequences")),
        shown->figures);
    if (shown->repeats) addRepeats(*shown->repeats);
    addFolds(*shown);
    addSlices(shown->slices);
    addSubset(shown->results);
    setColumnHidden(Top5, !shown->figures.top5);
    const QString stamp = stampText(shown->results.stamp);
    for (QTreeWidgetItemIterator item(this); *item; ++item)
        for (int column = What; column <= MeanClass; ++column) {
            const QString own = (*item)->toolTip(column);
            (*item)->setToolTip(column, own.isEmpty() ? stamp : own + QStringLiteral("\n\n") + stamp);
        }
}

} // namespace kinelens::ui
