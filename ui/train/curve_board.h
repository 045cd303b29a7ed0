// CurveBoard: the curves of the runs that are shown: one chart, or four side by side that together tell how
// a training goes.
#pragma once

#include "ui/train/run_curves.h"

#include <QWidget>
#include <array>

namespace kinelens::viz {
class LineChart;
}

namespace kinelens::ui {

struct ShownRun {
    std::string name;
    const RunHistory* history = nullptr;
    int colour = 0; // index of viz::line_style(): where several are compared, all curves of the run have it
};

class CurveBoard : public QWidget {
    Q_OBJECT
public:
    explicit CurveBoard(QWidget* parent = nullptr);

    static constexpr std::size_t most_charts = 4;
    void choose(std::vector<CurveSet> sets, CurveAxis axis); // 1 to most_charts; fits them
    void setLogarithmic(bool on);
    void setSmoothing(double weight);
    void fit();
    void setEmptyText(const QString& text) { empty_ = text; } // why no run has a curve
    void draw(const std::vector<ShownRun>& runs);

    static QString title(CurveSet set);

private:
    void arrange(std::size_t count);
    std::vector<viz::ChartSeries> curvesOf(CurveSet set, const std::vector<ShownRun>& runs) const;

    std::array<viz::LineChart*, most_charts> charts_{};
    std::vector<CurveSet> sets_{CurveSet::total};
    CurveAxis axis_ = CurveAxis::step;
    QString empty_;
};

} // namespace kinelens::ui
