// MapRunStrip: the run that makes the map that is shown: how far it is, its divergence, and its buttons.
#pragma once

#include "ui/explore/live_map.h"

#include <QFrame>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace kinelens::viz {
class LineChart;
}

namespace kinelens::ui {

class SteadyLabel;

class MapRunStrip : public QFrame {
    Q_OBJECT
public:
    explicit MapRunStrip(LiveMap& live, QWidget* parent = nullptr);

    QWidget* curve() const; // of the divergence: whoever shows the map lays it over that

signals:
    void continueWanted(const QString& embedding); // of a run that was stopped
    void failed(const kinelens::Error& error);
    void asked(); // its run was asked for something

private:
    void refresh();
    void refreshGone(); // its folder was moved or removed: there is nothing to be asked
    void ask(ControlRequest request);

    LiveMap& live_;
    SteadyLabel* facts_;
    QProgressBar* progress_;
    QPushButton* pause_;
    QPushButton* resume_;
    QPushButton* stop_;
    QToolButton* curve_;
    viz::LineChart* chart_;
    bool went_ = false; // at the last look
};

} // namespace kinelens::ui
