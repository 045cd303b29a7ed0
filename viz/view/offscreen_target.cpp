#include "viz/view/offscreen_target.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <cstring>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace kinelens::viz {
namespace {

QSurfaceFormat wanted_format() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    return format;
}

// OpenGL counts rows from below.
void turn_over(QImage& image) {
    const auto bytes = static_cast<std::size_t>(image.bytesPerLine());
    std::vector<uchar> kept(bytes);
    for (int top = 0, bottom = image.height() - 1; top < bottom; ++top, --bottom) {
        uchar* above = image.scanLine(top);
        uchar* below = image.scanLine(bottom);
        std::memcpy(kept.data(), above, bytes);
        std::memcpy(above, below, bytes);
        std::memcpy(below, kept.data(), bytes);
    }
}

} // namespace

struct OffscreenTarget::Host {
    QOffscreenSurface surface;
    QOpenGLContext context;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    bool tried = false;

    bool make_current() {
        if (QOpenGLContext::currentContext() == &context) return true;
        return context.isValid() && context.makeCurrent(&surface);
    }
    void on_make_current(vtkObject*, unsigned long, void*) { make_current(); }
    void on_is_current(vtkObject*, unsigned long, void* answer) {
        *static_cast<bool*>(answer) = QOpenGLContext::currentContext() == &context;
    }
    void start();
    QImage read(QSize pixels);
};

void OffscreenTarget::Host::start() {
    tried = true;
    context.setFormat(wanted_format());
    surface.setFormat(wanted_format());
    surface.create();
    if (!context.create() || context.format().version() < qMakePair(3, 2) || !make_current()) return;
    window->SetOwnContext(0);
    window->SetReadyForRendering(true);
    window->GetState()->Reset();
    window->SetForceMaximumHardwareLineWidth(1);
    window->OpenGLInitContext();
}

QImage OffscreenTarget::Host::read(QSize pixels) {
    QImage image(pixels, QImage::Format_RGB32);
    auto* gl = context.extraFunctions();
    gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, window->GetDisplayFramebuffer()->GetFBOIndex());
    gl->glReadBuffer(GL_COLOR_ATTACHMENT0);
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    constexpr GLenum bgra = 0x80E1, packed_8888 = 0x8367; // as Format_RGB32 lies in memory: no conversion
    gl->glReadPixels(0, 0, pixels.width(), pixels.height(), bgra, packed_8888, image.bits());
    turn_over(image);
    return image;
}

OffscreenTarget::OffscreenTarget(vtkRenderer* renderer)
    : host_(std::make_unique<Host>()) {
    auto& window = *host_->window;
    window.SetReadyForRendering(false);
    window.SetFrameBlitModeToNoBlit();
    window.SetMultiSamples(0);
    window.AddRenderer(renderer);
    window.AddObserver(vtkCommand::WindowMakeCurrentEvent, host_.get(), &Host::on_make_current);
    window.AddObserver(vtkCommand::WindowIsCurrentEvent, host_.get(), &Host::on_is_current);
}

OffscreenTarget::~OffscreenTarget() {
    if (!host_->make_current()) return;
    host_->window->Finalize();
    host_->context.doneCurrent();
}

QImage OffscreenTarget::draw(QSize pixels) {
    if (!host_->tried) host_->start();
    if (pixels.isEmpty() || !host_->window->GetReadyForRendering() || !host_->make_current()) return {};
    auto& window = *host_->window;
    auto* state = window.GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    window.SetSize(pixels.width(), pixels.height());
    window.Render();
    QImage image = host_->make_current() ? host_->read(pixels) : QImage();
    state->Pop();
    host_->context.doneCurrent();
    return image;
}

} // namespace kinelens::viz
