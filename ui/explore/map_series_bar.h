// MapSeriesBar: goes through several maps: a slider from the first to the last, and a button that plays; or
// shows them all side by side.
#pragma once

#include "ui/explore/map_series.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QSlider;
class QToolButton;

namespace kinelens::ui {

class SteadyLabel;

class MapSeriesBar : public QFrame {
    Q_OBJECT
public:
    explicit MapSeriesBar(QWidget* parent = nullptr);

    void setSeries(const MapSeriesPtr& series); // null hides the bar
    const MapSeriesPtr& series() const { return series_; }
    void setPlace(double place); // in maps, from 0
    double place() const;
    void play(bool on);
    bool sideBySide() const;
    void setSideBySide(bool on);

signals:
    void moved(double place);
    void sideBySideChanged(bool on);

private:
    void step();
    void tell();

    MapSeriesPtr series_;
    QToolButton* play_;
    QToolButton* together_;
    QSlider* slider_;
    SteadyLabel* facts_;
    QTimer timer_;
    QElapsedTimer clock_;
};

} // namespace kinelens::ui
