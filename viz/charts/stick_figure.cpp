#include "viz/charts/stick_figure.h"

#include "viz/palette/qt_theme.h"
#include "viz/scene/body_figure.h"

#include <QPainter>
#include <algorithm>

namespace kinelens::viz {

StickFigure::StickFigure(std::shared_ptr<const Motion> motion, const SkeletonLayout& layout,
                         const std::string& up)
    : motion_(std::move(motion))
    , layout_(layout)
    , upAxis_(up == "z" ? 2 : 1)
    , upSign_(up == "-y" ? -1 : 1) {
    bool any = false;
    double left = 0, right = 0, top = 0, bottom = 0;
    for (std::int64_t frame = 0; frame < motion_->frames; ++frame)
        for (int body = 0; body < motion_->bodies; ++body)
            for (int joint = 0; joint < motion_->joints; ++joint) {
                if (!joint_seen(*motion_, frame, body, joint)) continue;
                const QPointF at = seen(motion_->joint(frame, body, joint));
                left = any ? std::min(left, at.x()) : at.x();
                right = any ? std::max(right, at.x()) : at.x();
                top = any ? std::min(top, at.y()) : at.y();
                bottom = any ? std::max(bottom, at.y()) : at.y();
                any = true;
            }
    extent_ = QRectF(QPointF(left, top), QPointF(right, bottom));
}

QPointF StickFigure::seen(const float* joint) const {
    return {static_cast<double>(joint[0]), -upSign_ * static_cast<double>(joint[upAxis_])};
}

void StickFigure::paint(QPainter& painter, const QRectF& place, std::int64_t frame,
                        const Palette& colours) const {
    if (empty() || frame < 0 || frame >= motion_->frames) return;
    const double scale = std::min(place.width() / std::max(extent_.width(), 0.1),
                                  place.height() / std::max(extent_.height(), 0.1));
    const auto at = [&](const float* joint) {
        return place.center() + (seen(joint) - extent_.center()) * scale;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (int body = motion_->bodies - 1; body >= 0; --body) {
        for (int joint = 0; joint < motion_->joints; ++joint) {
            const int parent = layout_.parents[static_cast<std::size_t>(joint)];
            if (parent < 0 || !joint_seen(*motion_, frame, body, joint) ||
                !joint_seen(*motion_, frame, body, parent))
                continue;
            painter.setPen(QPen(to_qcolor(body_colour(colours, layout_.side(joint), body)), 2, Qt::SolidLine,
                                Qt::RoundCap));
            painter.drawLine(at(motion_->joint(frame, body, parent)), at(motion_->joint(frame, body, joint)));
        }
    }
}

} // namespace kinelens::viz
