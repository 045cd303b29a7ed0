// LineChart: curves that may still be growing. Raw lines show faintly behind smoothed ones; names stand at
// the lines' ends; hovering gives exact values. Double-click fits, the wheel zooms the axis under the cursor
// (both inside), dragging pans, right-click exports. New data is followed until somebody zooms.
#pragma once

#include "viz/charts/chart_data.h"

#include <QWidget>
#include <memory>

class QCustomPlot;

namespace kinelens::viz {

class LineChart : public QWidget {
    Q_OBJECT
public:
    explicit LineChart(QWidget* parent = nullptr);
    ~LineChart() override;

    void setSeries(std::vector<ChartSeries> series);
    const std::vector<ChartSeries>& series() const;
    void setAxisTitles(const QString& x, const QString& y);
    void setWholeSteps(bool on); // the horizontal axis counts
    void setLogarithmic(bool on);
    void setSmoothing(double weight);       // 0 … 0.99
    void setEmptyText(const QString& text); // shown while there is nothing to draw
    void fit();                             // and follow new data again
    bool isFollowing() const;

    // The chart as shown; empty on failure. PNG, PDF and CSV by the file's ending.
    bool exportTo(const QString& file) const;

    QSize minimumSizeHint() const override { return {200, 120}; }
    QSize sizeHint() const override { return {640, 400}; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kinelens::viz
