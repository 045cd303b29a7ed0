#include "ui/train/curve_board.h"

#include "viz/charts/line_chart.h"

#include <QGridLayout>

namespace kinelens::ui {
namespace {

// Pixels: names, axes and a curve that can be told from a line.
constexpr int least_height = 168;

QString axisTitle(CurveAxis axis) {
    if (axis == CurveAxis::step) return CurveBoard::tr("step");
    return axis == CurveAxis::epoch ? CurveBoard::tr("epoch") : CurveBoard::tr("training time in s");
}

bool isOneQuantity(CurveSet set) {
    return set == CurveSet::total || set == CurveSet::learning_rate || set == CurveSet::gradient ||
           set == CurveSet::throughput;
}

} // namespace

CurveBoard::CurveBoard(QWidget* parent)
    : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (std::size_t i = 0; i < most_charts; ++i) {
        charts_[i] = new viz::LineChart(this);
        charts_[i]->setMinimumHeight(least_height);
        grid->addWidget(charts_[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    draw({});
}

QString CurveBoard::title(CurveSet set) {
    switch (set) {
    case CurveSet::total:
        return tr("Total loss");
    case CurveSet::terms:
        return tr("Loss by term");
    case CurveSet::domains:
        return tr("Loss by domain");
    case CurveSet::deviation:
        return tr("Feature deviation");
    case CurveSet::rank:
        return tr("Effective rank");
    case CurveSet::learning_rate:
        return tr("Learning rate");
    case CurveSet::gradient:
        return tr("Gradient norm");
    case CurveSet::throughput:
        return tr("Sequences per second");
    }
    return {};
}

// One chart has the whole place; hidden ones leave no empty rows behind.
void CurveBoard::arrange(std::size_t count) {
    auto* grid = static_cast<QGridLayout*>(layout());
    for (std::size_t i = 0; i < most_charts; ++i) charts_[i]->setVisible(i < count);
    for (const int line : {0, 1}) {
        const bool second_column = line == 1 && count < 2;
        const bool second_row = line == 1 && count < 3;
        grid->setColumnStretch(line, second_column ? 0 : 1);
        grid->setRowStretch(line, second_row ? 0 : 1);
    }
    grid->setSpacing(count > 1 ? 8 : 0);
}

void CurveBoard::choose(std::vector<CurveSet> sets, CurveAxis axis) {
    sets_ = std::move(sets);
    sets_.resize(std::min(sets_.size(), most_charts));
    axis_ = axis;
    for (viz::LineChart* chart : charts_) chart->setWholeSteps(axis == CurveAxis::step);
    fit();
}

void CurveBoard::setLogarithmic(bool on) {
    for (viz::LineChart* chart : charts_) chart->setLogarithmic(on);
}

void CurveBoard::setSmoothing(double weight) {
    for (viz::LineChart* chart : charts_) chart->setSmoothing(weight);
}

void CurveBoard::fit() {
    for (viz::LineChart* chart : charts_) chart->fit();
}

void CurveBoard::draw(const std::vector<ShownRun>& runs) {
    std::vector<std::vector<viz::ChartSeries>> curves;
    bool any = false;
    for (const CurveSet set : sets_) {
        curves.push_back(curvesOf(set, runs));
        for (const viz::ChartSeries& one : curves.back()) any = any || !one.x.empty();
    }
    charts_[0]->setEmptyText(
        runs.empty() && empty_.isEmpty()
            ? tr("The curves of a run appear here.\nStart a pretraining, or choose a run in the list.")
            : empty_);
    arrange(any ? sets_.size() : 1);
    for (std::size_t i = 0; i < sets_.size(); ++i) {
        charts_[i]->setAxisTitles(axisTitle(axis_), title(sets_[i]));
        charts_[i]->setSeries(std::move(curves[i]));
    }
}

std::vector<viz::ChartSeries> CurveBoard::curvesOf(CurveSet set, const std::vector<ShownRun>& runs) const {
    if (runs.size() == 1) return runCurves(*runs.front().history, set, axis_, {}, 0);
    std::vector<viz::ChartSeries> all;
    for (const ShownRun& run : runs) {
        auto own = runCurves(*run.history, set, axis_, {}, 0);
        for (std::size_t i = 0; i < own.size(); ++i) {
            // The first curve of a chart of one quantity stands for the run; others say what they are.
            own[i].label = i == 0 && isOneQuantity(set) ? run.name : own[i].name;
            own[i].name = run.name + " " + own[i].name;
            own[i].dashes = own[i].style; // what it is
            own[i].style = run.colour;    // whose it is
            all.push_back(std::move(own[i]));
        }
    }
    return all;
}

} // namespace kinelens::ui
