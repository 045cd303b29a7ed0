// ScoreCurveStrip: the scores of the surest classes at the cursor as curves over time, the highest of every
// pixel column, and the thresholds that make intervals of them.
#pragma once

#include "viz/timeline/score_map_strip.h"

namespace kinelens::viz {

class ScoreCurveStrip : public TimeStrip {
    Q_OBJECT
public:
    explicit ScoreCurveStrip(TimeRange& range, QWidget* parent = nullptr);

    void setScores(const ShownScores& scores);
    void setThresholds(std::vector<double> thresholds); // the first is drawn through, others dashed

    QSize sizeHint() const override { return {600, 96}; }
    QSize minimumSizeHint() const override { return {200, 40}; }

protected:
    QString tipAt(const QPointF& place) const override;
    void paintContent(QPainter& painter) override;

private:
    double yOf(double score) const;
    void choose();
    void drawGround(QPainter& painter) const;
    void drawCurve(QPainter& painter, int row, int rank) const;

    ShownScores scores_;
    std::vector<double> thresholds_;
    std::vector<int> rows_; // that are drawn
    QTimer choosing_;
};

} // namespace kinelens::viz
