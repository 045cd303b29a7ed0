#include "ui/explore/map_preview.h"

#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <cmath>

namespace kinelens::ui {
namespace {

constexpr QSize pictureSize(164, 176);
constexpr int preview_margin = 8, away = 16;
constexpr int frameMilliseconds = 33;

} // namespace

MapPreview::MapPreview(DatasetService& service, QWidget* map)
    : QWidget(map)
    , service_(service) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    timer_.setInterval(frameMilliseconds);
    connect(&timer_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&service_, &DatasetService::motionPeeked, this, &MapPreview::take);
    hide();
}

void MapPreview::show(const QString& name, const QString& facts, QPoint place, double frame) {
    const OpenDatasetPtr dataset = service_.dataset();
    if (name.isEmpty()) {
        timer_.stop();
        hide();
        return;
    }
    if (name != name_) figure_ = {};
    name_ = name;
    facts_ = facts;
    still_ = frame;
    sequence_ = dataset ? dataset->rowOf.value(name, -1) : -1;
    const int line = fontMetrics().height();
    resize(pictureSize.width(),
           (sequence_ < 0 ? preview_margin : pictureSize.height()) + 2 * line + preview_margin);
    const QRect room = parentWidget()->rect();
    QPoint corner = place + QPoint(away, away);
    if (corner.x() + width() > room.right()) corner.setX(place.x() - away - width());
    if (corner.y() + height() > room.bottom()) corner.setY(place.y() - away - height());
    move(std::max(0, corner.x()), std::max(0, corner.y()));
    QWidget::show();
    raise();
    if (sequence_ >= 0 && figure_.empty()) service_.peekMotion(sequence_); // it may be there at once
    update();
}

void MapPreview::take(int sequence, const MotionPtr& motion) {
    if (sequence != sequence_ || isHidden()) return;
    const OpenDatasetPtr dataset = service_.dataset();
    figure_ = viz::StickFigure(motion, dataset->info.layout, dataset->info.up);
    clock_.start();
    if (still_ < 0) timer_.start();
    update();
}

qint64 MapPreview::frameNow() const {
    if (still_ >= 0) return std::llround(still_ * static_cast<double>(figure_.frames() - 1));
    const OpenDatasetPtr dataset = service_.dataset();
    const double rate = dataset ? dataset->info.frame_rate : 30;
    return static_cast<qint64>(static_cast<double>(clock_.elapsed()) * rate / 1000) % figure_.frames();
}

void MapPreview::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(viz::to_qcolor(colours.border), 1));
    painter.setBrush(viz::to_qcolor(colours.panel, 240));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int line = fontMetrics().height(), room = width() - 2 * preview_margin;
    const int words = height() - 2 * line - preview_margin / 2;
    painter.setPen(viz::to_qcolor(colours.text));
    painter.drawText(preview_margin, words + fontMetrics().ascent(),
                     viz::fitting_name(name_, fontMetrics(), room));
    painter.setPen(viz::to_qcolor(colours.muted_text));
    painter.drawText(preview_margin, words + line + fontMetrics().ascent(),
                     viz::fitting_name(facts_, fontMetrics(), room));
    if (!figure_.empty())
        figure_.paint(painter, QRectF(preview_margin, preview_margin, room, words - 2 * preview_margin),
                      frameNow(), colours);
}

} // namespace kinelens::ui
