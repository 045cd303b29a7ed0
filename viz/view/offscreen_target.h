// OffscreenTarget: an OpenGL context of its own in which VTK draws a scene into memory.
#pragma once

#include <QImage>
#include <memory>

class vtkRenderer;

namespace kinelens::viz {

class OffscreenTarget {
public:
    explicit OffscreenTarget(vtkRenderer* renderer);
    ~OffscreenTarget();

    // What the renderer shows, in device pixels. Null where there is no OpenGL 3.2.
    QImage draw(QSize pixels);

private:
    struct Host;
    std::unique_ptr<Host> host_;
};

} // namespace kinelens::viz
