#include "viz/timeline/lane_strip.h"

#include "viz/palette/class_numbers.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr int lane_margin = 4;
constexpr int link_room = 20;                // between labels and the first prediction
constexpr std::size_t most_fine_links = 150; // more are thin and plain, one a pixel column

int row_height(const TimelineLane& lane) {
    if (lane.rows <= 1) return 26;
    return lane.rows == 2 ? 20 : std::max(8, 60 / lane.rows);
}

} // namespace

LaneStrip::LaneStrip(TimeRange& range, QWidget* parent)
    : TimeStrip(range, tr("Lanes of labels and predictions"), parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
}

void LaneStrip::setLanes(std::vector<TimelineLane> lanes, std::vector<std::string> names,
                         std::vector<LaneLink> links) {
    lanes_ = std::move(lanes);
    names_ = std::move(names);
    links_ = std::move(links);
    updateGeometry();
    invalidate();
}

void LaneStrip::setChosen(int lane, std::set<int> ids) {
    chosenLane_ = lane;
    chosen_ = std::move(ids);
    update();
}

void LaneStrip::setGrowing(std::optional<std::int64_t> start) {
    growing_ = start;
    update();
}

int LaneStrip::wantedHeight() const {
    return lanes_.empty()
               ? 64
               : static_cast<int>(laneBox(static_cast<int>(lanes_.size()) - 1).bottom()) + lane_margin;
}

QRectF LaneStrip::laneBox(int lane) const {
    double top = lane_margin;
    for (int i = 0; i < static_cast<int>(lanes_.size()); ++i) {
        const auto& one = lanes_[static_cast<std::size_t>(i)];
        const double high = std::max(row_height(one) * one.rows, 2 * fontMetrics().height());
        if (i == lane) return {stage().left(), top, stage().width(), high};
        top += high + (i == 0 ? link_room : 2 * lane_margin);
    }
    return {};
}

LanePlace LaneStrip::placeOf(int lane) const {
    const TimelineLane& one = lanes_[static_cast<std::size_t>(lane)];
    QRectF box = laneBox(lane);
    box.setHeight(row_height(one) * one.rows);
    return {box, range().first(), range().span(), one.rows};
}

QRectF LaneStrip::itemBox(int lane, int id) const {
    const LaneItem* item = lanes_[static_cast<std::size_t>(lane)].find(id);
    return item ? placeOf(lane).boxOf(*item) : QRectF();
}

void LaneStrip::drawGutter(QPainter& painter) const {
    const Palette palette = colours();
    const double room = stage().left() - 16;
    painter.fillRect(QRectF(0, 0, stage().left() - 1, height()), to_qcolor(palette.panel));
    painter.fillRect(QRectF(stage().left() - 1, 0, 1, height()), to_qcolor(palette.border));
    for (int i = 0; i < static_cast<int>(lanes_.size()); ++i) {
        const TimelineLane& lane = lanes_[static_cast<std::size_t>(i)];
        const QRectF box = laneBox(i);
        const double line = fontMetrics().height();
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.setPen(to_qcolor(palette.text));
        painter.drawText(QRectF(8, box.top(), room, line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(lane.title, Qt::ElideMiddle, static_cast<int>(room)));
        painter.setFont(font());
        painter.setPen(to_qcolor(palette.muted_text));
        painter.drawText(QRectF(8, box.top() + line, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(lane.note, Qt::ElideRight, static_cast<int>(room)));
    }
}

// Broken where the threshold breaks them: dashed, so that colour is not the only sign.
void LaneStrip::drawLinks(QPainter& painter) const {
    if (lanes_.size() < 2) return;
    const Palette palette = colours();
    const LanePlace truth = placeOf(0), said = placeOf(1);
    painter.save();
    painter.setClipRect(stage());
    const std::vector<LaneLink> shown = linksInView();
    const bool few = shown.size() < most_fine_links;
    painter.setRenderHint(QPainter::Antialiasing, few);
    double last = -1e9;
    for (const LaneLink& link : shown) {
        const LaneItem* a = lanes_[0].find(link.truth);
        const LaneItem* b = lanes_[1].find(link.prediction);
        const double from = truth.xOf(static_cast<double>(a->start + a->end) / 2);
        const double to = said.xOf(static_cast<double>(b->start + b->end) / 2);
        if (!few && std::abs(from - last) < 1) continue; // this pixel column shows another one
        last = from;
        QPen pen(to_qcolor(overlap_colour(link.overlap, palette)), few ? 1.5 : 0);
        if (link.broken && few) pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(from, truth.boxOf(*a).bottom() + 1), QPointF(to, said.boxOf(*b).top() - 1));
    }
    painter.restore();
}

std::vector<LaneLink> LaneStrip::linksInView() const {
    std::vector<LaneLink> shown;
    const double first = range().first(), last = range().last();
    for (const LaneLink& link : links_) {
        const LaneItem* a = lanes_[0].find(link.truth);
        const LaneItem* b = lanes_[1].find(link.prediction);
        if (!a || !b) continue;
        const auto begin = static_cast<double>(std::min(a->start, b->start));
        const auto end = static_cast<double>(std::max(a->end, b->end));
        if (end > first && begin < last) shown.push_back(link);
    }
    return shown;
}

void LaneStrip::paintContent(QPainter& painter) {
    const Palette palette = colours();
    for (int i = 0; i < static_cast<int>(lanes_.size()); ++i) {
        const LanePlace place = placeOf(i);
        painter.fillRect(place.box, to_qcolor(palette.stripe));
        draw_lane(painter, lanes_[static_cast<std::size_t>(i)], place, names_, palette);
    }
    drawLinks(painter);
    drawGutter(painter);
}

void LaneStrip::drawDrag(QPainter& painter) const {
    const Palette palette = colours();
    const auto box = [&](int lane, std::int64_t start, std::int64_t end, int label) {
        const LanePlace place = placeOf(lane);
        const QRectF wanted(
            place.xOf(static_cast<double>(start)), place.box.top(),
            std::max(2.0, place.xOf(static_cast<double>(end)) - place.xOf(static_cast<double>(start))),
            place.box.height() - 1);
        painter.fillRect(wanted, to_qcolor(label_colour(label, palette.theme), 120));
        painter.setPen(QPen(to_qcolor(palette.focus), 2));
        painter.drawRect(wanted);
    };
    if (growing_ && !lanes_.empty())
        box(0, std::min(*growing_, range().cursor()), std::max(*growing_, range().cursor()) + 1, drawnLabel_);
    if (!drag_ || !drag_->moved) return;
    if (drag_->hit.id < 0) {
        box(drag_->hit.lane, std::min(drag_->from, drag_->to), std::max(drag_->from, drag_->to), drawnLabel_);
    } else if (const LaneItem* item = lanes_[static_cast<std::size_t>(drag_->hit.lane)].find(drag_->hit.id)) {
        const std::int64_t start = drag_->hit.edge < 0 ? std::min(drag_->to, item->end - 1) : item->start;
        const std::int64_t end = drag_->hit.edge > 0 ? std::max(drag_->to, item->start + 1) : item->end;
        box(drag_->hit.lane, start, end, item->label);
    }
}

void LaneStrip::paintOver(QPainter& painter) {
    painter.save();
    painter.setClipRect(stage());
    if (chosenLane_ >= 0 && chosenLane_ < static_cast<int>(lanes_.size()))
        for (const int id : chosen_) {
            const QRectF box = itemBox(chosenLane_, id);
            if (box.isEmpty()) continue;
            painter.setPen(QPen(to_qcolor(colours().focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(-1, -1, 1, 1));
        }
    drawDrag(painter);
    painter.restore();
}

} // namespace kinelens::viz
