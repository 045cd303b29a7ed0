// SceneView: the widget that shows a SkeletonScene. Left drag turns, middle or Shift+drag moves, right drag
// and wheel zoom. The scene is drawn into memory and painted like any picture: without a graphics card a
// QOpenGLWidget costs more to compose into its window than the scene costs to draw, and moving a dock to
// another window would take its context away.
#pragma once

#include "viz/scene/skeleton_scene.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace kinelens::viz {

class OffscreenTarget;

class SceneView : public QWidget {
    Q_OBJECT
public:
    explicit SceneView(QWidget* parent = nullptr);
    ~SceneView() override;

    SkeletonScene& scene() { return scene_; }
    const SkeletonScene& scene() const { return scene_; }

    // After any change of the scene; draws once, however often it is called before the next picture, and not
    // at all when the scene is as it was drawn. A scene that stays as it is gets smooth edges a moment later.
    void refresh();

    QImage picture(); // the scene as it is now, with smooth edges, in device pixels
    qint64 framesRendered() const { return rendered_; }
    double lastRenderSeconds() const { return seconds_; }

signals:
    void cameraMoved();
    void painted();
    void jointHovered(const QString& name); // empty: none under the mouse any more

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Look { // what a picture shows
        std::uint64_t version = 0;
        QSize pixels;
        bool smooth = false;
        bool operator==(const Look&) const = default;
    };
    Look wanted() const;
    void render(const Look& look);
    void smoothen();
    void renderResized();
    void paintPicture(QPainter& painter, bool stretched) const;
    void paintStretched(QPainter& painter) const;
    void paintWithout(QPainter& painter) const;
    void hover(QPointF at);
    void setHovered(const QString& name);

    SkeletonScene scene_;
    std::unique_ptr<OffscreenTarget> target_;
    QImage image_;
    Look shown_;
    QTimer still_;
    QTimer resized_;
    QPoint last_;
    QString hovered_;
    qint64 rendered_ = 0;
    double seconds_ = 0;
};

} // namespace kinelens::viz
