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

    // After any change of the scene; draws once, however often it is called before the next picture, and not
    // at all when the scene is as it was drawn.
    void refresh();

    QImage picture() { return grabFramebuffer(); } // in device pixels
    qint64 framesRendered() const { return rendered_; }
    double lastRenderSeconds() const { return seconds_; } // of the last picture, without composing the window

signals:
    void cameraMoved();
    void jointHovered(const QString& name); // empty: none under the mouse any more

protected:
    void initializeGL() override;
    void paintGL() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Host;
    void releaseGraphics();
    void blit(int across, int down);
    void hover(QPointF at);
    void setHovered(const QString& name);

    SkeletonScene scene_;
    std::unique_ptr<Host> host_;
    QPoint last_;
    QString hovered_;
    std::uint64_t drawn_ = 0; // the scene's version in the last picture
    qint64 rendered_ = 0;
    double seconds_ = 0;
};

} // namespace kinelens::viz
