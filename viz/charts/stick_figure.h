// StickFigure: a recording drawn small and flat, seen from the front: quick enough to move in a tool tip.
#pragma once

#include "core/dataset/dataset.h"
#include "viz/palette/palette.h"

#include <QPointF>
#include <QRectF>
#include <memory>

class QPainter;

namespace kinelens::viz {

class StickFigure {
public:
    StickFigure() = default;
    // `up`: the axis of the raw coordinates that points up ("y", "-y" or "z").
    StickFigure(std::shared_ptr<const Motion> motion, const SkeletonLayout& layout, const std::string& up);

    bool empty() const { return !motion_ || motion_->frames == 0; }
    std::int64_t frames() const { return motion_ ? motion_->frames : 0; }

    // All frames fit into `place` at the same scale. Bodies that were not seen are left out.
    void paint(QPainter& painter, const QRectF& place, std::int64_t frame, const Palette& colours) const;

private:
    QPointF seen(const float* joint) const; // metres, y downwards

    std::shared_ptr<const Motion> motion_;
    SkeletonLayout layout_;
    int upAxis_ = 1;
    double upSign_ = 1;
    QRectF extent_;
};

} // namespace kinelens::viz
