#include "viz/view/scene_view.h"

#include "viz/palette/qt_theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QToolTip>
#include <cmath>
#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace kinelens::viz {
namespace {

constexpr double hover_pixels = 10; // how near to a joint the mouse must be to name it

} // namespace

struct SceneView::Host {
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    SceneView& view;

    explicit Host(SceneView& owner)
        : view(owner) {
        window->SetReadyForRendering(false);
        window->SetFrameBlitModeToNoBlit();
        window->SetMultiSamples(0);
        window->AddObserver(vtkCommand::WindowMakeCurrentEvent, this, &Host::make_current);
        window->AddObserver(vtkCommand::WindowIsCurrentEvent, this, &Host::is_current);
    }

    // Never QOpenGLWidget::makeCurrent(): it binds Qt's framebuffer behind VTK's back.
    void make_current(vtkObject*, unsigned long, void*) {
        QOpenGLContext* context = view.context();
        if (context && QOpenGLContext::currentContext() != context) context->makeCurrent(context->surface());
    }
    void is_current(vtkObject*, unsigned long, void* answer) {
        *static_cast<bool*>(answer) = view.context() && QOpenGLContext::currentContext() == view.context();
    }
};

SceneView::SceneView(QWidget* parent)
    : QOpenGLWidget(parent)
    , host_(std::make_unique<Host>(*this)) {
    host_->window->AddRenderer(scene_.renderer());
    scene_.set_palette(palette_for(theme_of(palette())));
    setMinimumSize(160, 120);
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Skeleton view"));
}

SceneView::~SceneView() {
    if (context()) disconnect(context(), nullptr, this, nullptr);
    releaseGraphics();
}

void SceneView::releaseGraphics() {
    if (!context()) return;
    makeCurrent();
    host_->window->Finalize();
    host_->window->SetReadyForRendering(false);
    doneCurrent();
}

void SceneView::initializeGL() {
    auto& window = *host_->window;
    auto* state = window.GetState();
    state->Reset();
    state->vtkglDepthFunc(GL_LEQUAL);
    window.SetForceMaximumHardwareLineWidth(1);
    window.SetReadyForRendering(true);
    window.SetOwnContext(0);
    window.OpenGLInitContext();
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &SceneView::releaseGraphics,
            Qt::UniqueConnection);
}

void SceneView::refresh() {
    if (scene_.version() != drawn_) update();
}

void SceneView::paintGL() {
    QElapsedTimer clock;
    clock.start();
    auto& window = *host_->window;
    auto* state = window.GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    const int across = static_cast<int>(std::lround(width() * devicePixelRatioF()));
    const int down = static_cast<int>(std::lround(height() * devicePixelRatioF()));
    window.SetSize(across, down);
    window.Render();

    blit(across, down);
    state->Pop();
    drawn_ = scene_.version();
    ++rendered_;
    seconds_ = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

void SceneView::blit(int across, int down) {
    auto& window = *host_->window;
    QOpenGLContext* here = context();
    if (QOpenGLContext::currentContext() != here) here->makeCurrent(here->surface());
    auto* gl = here->extraFunctions();
    gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    const GLenum buffers[1] = {GL_COLOR_ATTACHMENT0};
    gl->glDrawBuffers(1, buffers);
    window.GetState()->vtkglDisable(GL_SCISSOR_TEST);
    window.BlitDisplayFramebuffer(0, 0, 0, across, down, 0, 0, across, down, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    // What is behind the widget must not shine through.
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0, 0, 0, 1);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void SceneView::mousePressEvent(QMouseEvent* event) {
    last_ = event->pos();
}

void SceneView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) return hover(event->position());
    const QPoint moved = event->pos() - last_;
    last_ = event->pos();
    const bool pans = (event->buttons() & Qt::MiddleButton) || (event->modifiers() & Qt::ShiftModifier);
    if (pans)
        scene_.pan(moved.x() / static_cast<double>(height()), -moved.y() / static_cast<double>(height()));
    else if (event->buttons() & Qt::LeftButton)
        scene_.orbit(-0.4 * moved.x(), 0.4 * moved.y());
    else
        return;
    refresh();
    emit cameraMoved();
}

void SceneView::wheelEvent(QWheelEvent* event) {
    scene_.zoom(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    refresh();
    emit cameraMoved();
}

void SceneView::hover(QPointF at) {
    const double aspect = static_cast<double>(width()) / std::max(1, height());
    setHovered(QString::fromStdString(
        scene_.joint_near(at.x() / width(), at.y() / height(), hover_pixels / height(), aspect)));
    if (hovered_.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(at.toPoint()), hovered_, this);
}

void SceneView::setHovered(const QString& name) {
    if (name == hovered_) return;
    hovered_ = name;
    emit jointHovered(hovered_);
}

void SceneView::leaveEvent(QEvent*) {
    setHovered({});
}

void SceneView::changeEvent(QEvent* event) {
    QOpenGLWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    scene_.set_palette(palette_for(theme_of(palette())));
    refresh();
}

} // namespace kinelens::viz
