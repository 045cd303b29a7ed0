// TimeStrip: a row of a timeline: names in a gutter at the left, time to the right of it. What a strip draws
// is kept as a picture until its content, range, size or colours change, so that a moving cursor costs no
// more than that picture and a line. The wheel zooms about the mouse, with Shift it pans; dragging pans, a
// click sets the clock.
#pragma once

#include "viz/palette/palette.h"
#include "viz/timeline/time_range.h"

#include <QPixmap>
#include <QWidget>

namespace kinelens::viz {

class TimeStrip : public QWidget {
    Q_OBJECT
public:
    // `follows`: what it draws depends on which part is shown.
    TimeStrip(TimeRange& range, const QString& name, QWidget* parent = nullptr, bool follows = true);

    QRectF stage() const; // right of the gutter
    double xOf(double frame) const;
    double frameAt(double x) const;

    void setRightMargin(int pixels); // room beside the stage

    static int gutter(const QWidget& widget); // the same for all strips

protected:
    virtual void paintContent(QPainter& painter) = 0;
    virtual void paintOver(QPainter&) {} // every time, over the picture and under the cursor
    virtual QString tipAt(const QPointF&) const { return {}; }
    virtual void paintCursor(QPainter& painter) const;
    void invalidate();
    TimeRange& range() const { return range_; }
    Palette colours() const;
    std::int64_t wholeFrameAt(double x) const; // inside the recording

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    TimeRange& range_;
    QPixmap picture_;
    bool stale_ = true;
    QPointF pressed_;
    double pressedFirst_ = 0;
    bool dragging_ = false;
    int rightMargin_ = 0;
};

} // namespace kinelens::viz
