// ScoreMapStrip: what a detector says of every frame: one row for each class, the darker the surer, the
// surest at the cursor on top. As many rows as fit are drawn, and it says how many do not.
#pragma once

#include "viz/timeline/score_track.h"
#include "viz/timeline/time_strip.h"

#include <QImage>
#include <QTimer>
#include <memory>
#include <string>

namespace kinelens::viz {

// A track with the words and colours of its rows. The track is not copied: it must outlive the strip's use.
struct ShownScores {
    std::shared_ptr<const ScoreTrack> track; // null: none
    std::vector<int> labels;                 // of the rows, for their colours
    std::vector<std::string> names;          // of the rows
};

class ScoreMapStrip : public TimeStrip {
    Q_OBJECT
public:
    explicit ScoreMapStrip(TimeRange& range, QWidget* parent = nullptr);

    void setScores(const ShownScores& scores);
    const std::vector<int>& order() const { return order_; }

    QSize sizeHint() const override { return {600, 160}; }
    QSize minimumSizeHint() const override { return {200, 40}; }

protected:
    void paintContent(QPainter& painter) override;
    QString tipAt(const QPointF& place) const override;
    void changeEvent(QEvent* event) override;

private:
    double rowHeight() const;
    int rowsShown() const;
    void drawImage();
    void sortLater();
    void sort();

    ShownScores scores_;
    std::vector<int> order_;
    QTimer sorting_; // a clock that runs does not make the rows jump at every frame
    QImage image_;   // one line for each class, one pixel for each column
    double imageFirst_ = -1, imageSpan_ = -1;
};

} // namespace kinelens::viz
