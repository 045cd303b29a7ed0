#include "ui/detect/worth_table.h"

#include "ui/detect/detections.h"
#include "ui/messages/figures.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr std::array<std::size_t, 2> classRows{3, 5}; // mAP_a

std::array<double, WorthTable::rows> numbersOf(const DetectionFigures& figures) {
    return {figures.precision, figures.recall,    figures.f1,
            figures.pku_map_a, figures.pku_map_v, figures.voc_map_a};
}

} // namespace

WorthTable::WorthTable(Detections& detections, QWidget* parent)
    : QWidget(parent)
    , detections_(detections)
    , allTitle_(new QLabel(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    auto* here = new QLabel(tr("This recording"), this);
    for (QLabel* title : {here, allTitle_}) title->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(here, 0, 1, Qt::AlignRight);
    grid->addWidget(allTitle_, 0, 2, Qt::AlignRight);
    const std::array<std::pair<QString, QString>, rows> words{
        {{tr("Precision"), tr("Labelled actions that were found, per prediction")},
         {tr("Recall"), tr("The share of labelled actions that were found")},
         {tr("F1"), tr("The harmonic mean of both")},
         {tr("mAP_a, PKU-MMD"), tr("Mean over the classes that have labels")},
         {tr("mAP_v, PKU-MMD"), tr("Mean over recordings")},
         {tr("mAP_a, VOC"), tr("Mean over the classes that have labels, one prediction a label")}}};
    for (int row = 0; row < rows; ++row) {
        const auto& [name, help] = words[static_cast<std::size_t>(row)];
        auto* label = new QLabel(name, this);
        label->setToolTip(help);
        help_[static_cast<std::size_t>(row)] = help;
        grid->addWidget(label, row + 1, 0);
        for (int column = 0; column < 2; ++column) {
            auto* figure = new QLabel(this);
            figure->setAccessibleName(name);
            figure->setToolTip(help);
            grid->addWidget(figure, row + 1, column + 1, Qt::AlignRight);
            figures_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = figure;
        }
    }
    connect(&detections_, &Detections::scanned, this, &WorthTable::refresh);
    connect(&detections_, &Detections::wholeScanned, this, &WorthTable::refresh);
    connect(&detections_, &Detections::sequenceChanged, this, &WorthTable::refresh);
    connect(&detections_, &Detections::runsChanged, this, &WorthTable::refresh);
    refresh();
}

void WorthTable::refresh() {
    const auto& lanes = detections_.lanes();
    const bool here = !lanes.empty() && !lanes.front().findings.empty();
    const auto& whole = detections_.wholeRun();
    const bool all = whole && whole->sequences > 0;
    allTitle_->setText(all ? tr("All %1").arg(countText(whole->sequences)) : tr("All"));
    const auto first = numbersOf(here ? lanes.front().figures : DetectionFigures{});
    const auto second = numbersOf(all ? whole->figures : DetectionFigures{});
    for (std::size_t row = 0; row < rows; ++row) {
        const auto text = [](bool known, double number) {
            return known ? QString::number(number, 'f', 3) : QStringLiteral("–");
        };
        figures_[row][0]->setText(text(here, first[row]));
        figures_[row][1]->setText(text(all, second[row]));
    }
    for (const std::size_t row : classRows) {
        showClasses(row, 0, here ? lanes.front().figures : DetectionFigures{});
        showClasses(row, 1, all ? whole->figures : DetectionFigures{});
    }
}

// A mean over classes says which: those that are labelled in what was scored.
void WorthTable::showClasses(std::size_t row, std::size_t column, const DetectionFigures& figures) {
    const auto& classes = figures.voc_class_ap;
    const auto averaged =
        std::count_if(classes.begin(), classes.end(), [](const auto& ap) { return ap.has_value(); });
    const QString which =
        averaged == 0 ? QString()
                      : QLatin1Char('\n') + tr("Here: %1 of %2 classes").arg(averaged).arg(classes.size());
    figures_[row][column]->setToolTip(help_[row] + which);
}

QString WorthTable::toolTipAt(int row, int column) const {
    return figures_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]->toolTip();
}

QString WorthTable::textAt(int row, int column) const {
    return figures_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]->text();
}

} // namespace kinelens::ui
