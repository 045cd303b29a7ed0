// MapPreview: the sequence under the mouse, moving, in a small frame beside its point.
#pragma once

#include "ui/state/dataset_service.h"
#include "viz/charts/stick_figure.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace kinelens::ui {

class MapPreview : public QWidget {
    Q_OBJECT
public:
    MapPreview(DatasetService& service, QWidget* map);

    // `place`: of the point, in the map's pixels. `frame`: a share of the sequence, or negative: all of it
    // plays. An empty name hides the preview.
    void show(const QString& name, const QString& facts, QPoint place, double frame);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void take(int sequence, const MotionPtr& motion);
    qint64 frameNow() const;

    DatasetService& service_;
    QString name_, facts_;
    int sequence_ = -1;
    double still_ = -1;
    viz::StickFigure figure_;
    QTimer timer_;
    QElapsedTimer clock_;
};

} // namespace kinelens::ui
