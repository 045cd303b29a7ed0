#include "ui/detect/tuning_panel.h"

#include "core/options/segmentation_options.h"
#include "ui/detect/detections.h"
#include "ui/detect/worth_table.h"
#include "ui/forms/option_row.h"
#include "ui/forms/option_slider.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace kinelens::ui {
namespace {

constexpr double longestSlider = 300; // frames; the editor beside it takes more

QLabel* headingOf(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

bool belongs(const std::string& key, const SegmentationOptions& options) {
    if (key == "enter_threshold" || key == "stay_threshold") return options.route == IntervalRoute::classes;
    if (key == "gate_threshold") return options.route == IntervalRoute::gate;
    if (key.starts_with("window")) return options.route == IntervalRoute::windows;
    return key != "suppression_overlap" || options.suppression != Suppression::none;
}

} // namespace

TuningPanel::TuningPanel(Detections& detections, QWidget* parent)
    : QWidget(parent)
    , detections_(detections)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , overlap_(new QComboBox(this))
    , reset_(new QPushButton(tr("Reset"), this))
    , worth_(new WorthTable(detections, this)) {
    for (const double overlap : {0.1, 0.3, 0.5, 0.7}) overlap_->addItem(QString::number(overlap), overlap);
    overlap_->setCurrentIndex(overlap_->findData(detections_.overlap()));
    overlap_->setAccessibleName(tr("Overlap that makes a match"));
    overlap_->setToolTip(tr("Frames in common over frames from the first start to the last end"));
    connect(overlap_, &QComboBox::activated, this,
            [this](int index) { detections_.setOverlap(overlap_->itemData(index).toDouble()); });
    reset_->setToolTip(tr("Back to the intervals that the run made"));
    connect(reset_, &QPushButton::clicked, this, [this] {
        detections_.untune();
        takeRun();
    });
    stack_->addWidget(empty_);
    stack_->addWidget(buildOptions());
    auto* match = new QHBoxLayout;
    match->addWidget(headingOf(tr("Worth"), this));
    match->addStretch(1);
    match->addWidget(new QLabel(tr("match at overlap"), this));
    match->addWidget(overlap_);
    auto* foot = makeColumn(nullptr, {8, 8, 8, 8}, 8);
    foot->addLayout(match);
    foot->addWidget(worth_);
    auto* layout = makeColumn(this);
    layout->addWidget(stack_, 1);
    layout->addLayout(foot);
    connect(&detections_, &Detections::runsChanged, this, &TuningPanel::takeRun);
    connect(&detections_, &Detections::scoresChanged, this, &TuningPanel::refresh);
    connect(&detections_, &Detections::scanned, this, &TuningPanel::refresh);
    takeRun();
}

QWidget* TuningPanel::buildOptions() {
    auto* content = new QWidget(this);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(headingOf(tr("Intervals from scores"), content), 0, 0, 1, 2);
    grid->addWidget(reset_, 0, 2, Qt::AlignRight);
    for (const OptionInfo& info : option_table<SegmentationOptions>()) addRow(*grid, info);
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the field that has the focus
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(content->minimumSizeHint().width() + 16);
    return scroll;
}

void TuningPanel::addRow(QGridLayout& grid, const OptionInfo& info) {
    auto* row = new OptionRow(info, grid.parentWidget());
    const bool number = info.kind == OptionKind::real || info.kind == OptionKind::integer;
    auto* slider = number ? new OptionSlider(*row, longestSlider, grid.parentWidget()) : nullptr;
    const int place = grid.rowCount();
    grid.addWidget(row->label(), place, 0);
    if (slider) {
        grid.addWidget(slider, place, 1);
        row->editor()->setFixedWidth(96); // sliders begin and end in line
        grid.addWidget(row->field(), place, 2);
    } else {
        grid.addWidget(row->field(), place, 1, 1, 2);
    }
    connect(row, &OptionRow::edited, this, &TuningPanel::tune);
    rows_.push_back(row);
    sliders_.push_back(slider);
}

OptionRow* TuningPanel::row(std::string_view key) const {
    for (OptionRow* row : rows_)
        if (row->info().key == key) return row;
    return nullptr;
}

void TuningPanel::takeRun() {
    taking_ = true;
    const SegmentationOptions made =
        detections_.first() ? detections_.first()->predictions.segmentation : SegmentationOptions();
    const OptionValues before = option_values(made);
    const OptionValues now = option_values(detections_.segmentation());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setBaseline(before[i]);
        rows_[i]->setValue(now[i]);
    }
    taking_ = false;
    showRows();
    refresh();
}

void TuningPanel::tune() {
    if (taking_) return;
    OptionValues values;
    for (const OptionRow* row : rows_) {
        const auto value = row->value();
        if (!value) return; // the row says what is wrong
        values.push_back(*value);
    }
    const auto options = options_from_values<SegmentationOptions>(values);
    if (!validate(options)) return;
    detections_.setSegmentation(options);
    showRows();
}

void TuningPanel::showRows() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool shown = belongs(rows_[i]->info().key, detections_.segmentation());
        rows_[i]->setVisible(shown);
        if (sliders_[i]) sliders_[i]->setVisible(shown);
    }
}

void TuningPanel::refresh() {
    const bool ready = detections_.scores() != nullptr;
    stack_->setCurrentIndex(ready ? 1 : 0);
    reset_->setEnabled(detections_.tuned());
    empty_->setWords(tr("No scores to make intervals of"),
                     detections_.first() ? tr("This detection kept no scores of this recording.")
                                         : tr("With a detection that kept its scores, sliders stand here and "
                                              "its intervals follow them."));
}

} // namespace kinelens::ui
