#include "viz/view/scene_view.h"

#include "viz/palette/qt_theme.h"
#include "viz/view/offscreen_target.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double hover_pixels = 10; // how near to a joint the mouse must be to name it
constexpr double degrees_per_pixel = 0.4;
constexpr int still_after_ms = 150;

} // namespace

SceneView::SceneView(QWidget* parent)
    : QWidget(parent)
    , target_(std::make_unique<OffscreenTarget>(scene_.renderer())) {
    scene_.set_palette(palette_for(theme_of(palette())));
    setMinimumSize(160, 120);
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Skeleton view"));
    still_.setSingleShot(true);
    still_.setInterval(still_after_ms);
    resized_.setSingleShot(true);
    connect(&resized_, &QTimer::timeout, this, &SceneView::renderResized);
    connect(&still_, &QTimer::timeout, this, &SceneView::smoothen);
}

SceneView::~SceneView() = default;

void SceneView::refresh() {
    if (scene_.version() != shown_.version) update();
}

SceneView::Look SceneView::wanted() const {
    const double ratio = devicePixelRatioF();
    const QSize pixels(static_cast<int>(std::lround(width() * ratio)),
                       static_cast<int>(std::lround(height() * ratio)));
    return {scene_.version(), pixels, false};
}

void SceneView::render(const Look& look) {
    QElapsedTimer clock;
    clock.start();
    scene_.set_smooth_edges(look.smooth);
    image_ = target_->draw(look.pixels);
    image_.setDevicePixelRatio(devicePixelRatioF());
    shown_ = look;
    ++rendered_;
    seconds_ = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

void SceneView::smoothen() {
    Look look = wanted();
    look.smooth = true;
    if (!isVisible() || look == shown_) return;
    render(look);
    update();
}

QImage SceneView::picture() {
    still_.stop();
    Look look = wanted();
    look.smooth = true;
    if (look != shown_) render(look);
    return image_;
}

void SceneView::paintEvent(QPaintEvent*) {
    const Look look = wanted();
    const bool stretched = look.pixels != shown_.pixels && !image_.isNull();
    if (stretched) {
        resized_.start();
    } else if (look.version != shown_.version || look.pixels != shown_.pixels) {
        render(look);
        still_.start();
    }
    QPainter painter(this);
    paintPicture(painter, stretched);
    emit painted();
}

void SceneView::paintPicture(QPainter& painter, bool stretched) const {
    if (image_.isNull())
        paintWithout(painter);
    else if (stretched)
        paintStretched(painter);
    else
        painter.drawImage(QPoint(0, 0), image_);
}

// Buffers of a new size take time, and so does the rest of the window when its layout changes: the old
// picture serves until both are done.
void SceneView::paintStretched(QPainter& painter) const {
    const QSizeF old = image_.deviceIndependentSize();
    const double scale = height() / old.height(); // the camera keeps what it shows from top to bottom
    const double across = width() / scale;
    painter.fillRect(rect(), to_qcolor(palette_for(theme_of(palette())).scene_bottom));
    painter.drawImage(rect(), image_,
                      QRectF((old.width() - across) / 2 * image_.devicePixelRatio(), 0,
                             across * image_.devicePixelRatio(), image_.height()));
}

void SceneView::renderResized() {
    render(wanted());
    still_.start();
    update();
}

void SceneView::paintWithout(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    painter.fillRect(rect(), to_qcolor(colours.scene_bottom));
    painter.setPen(to_qcolor(colours.text));
    painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("The 3D view needs OpenGL 3.2, which this display does not offer."));
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
    else if (event->buttons() & Qt::RightButton)
        scene_.zoom(std::exp(-0.01 * moved.y()));
    else
        scene_.orbit(-degrees_per_pixel * moved.x(), degrees_per_pixel * moved.y());
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
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    scene_.set_palette(palette_for(theme_of(palette())));
    refresh();
}

} // namespace kinelens::viz
