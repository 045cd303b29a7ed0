// SceneView: the widget that shows a SkeletonScene. Left drag turns, middle or Shift+drag moves, wheel zooms.
#pragma once

#include "viz/scene/skeleton_scene.h"

#include <QOpenGLWidget>

namespace kinelens::viz {

class SceneView : public QOpenGLWidget {
    Q_OBJECT
public:
    explicit SceneView(QWidget* parent = nullptr);
    ~SceneView() override;

    SkeletonScene& scene() { return scene_; }
    const SkeletonScene& scene() const { return scene_; }

    // After any change of the scene; draws once, however often it is called before the next picture.
    void refresh() { update(); }

signals:
    void cameraMoved();

protected:
    void initializeGL() override;
    void paintGL() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Host;
    void releaseGraphics();

    SkeletonScene scene_;
    std::unique_ptr<Host> host_;
    QPoint last_;
};

} // namespace kinelens::viz
