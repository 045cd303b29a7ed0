#include "ui/play/interval_strip.h"

#include "ui/state/label_document.h"
#include "viz/palette/class_numbers.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace kinelens::ui {

IntervalStrip::IntervalStrip(Playhead& playhead, LabelDocument& labels, QWidget* parent)
    : QWidget(parent)
    , playhead_(playhead)
    , drag_(playhead)
    , labels_(labels) {
    setFixedHeight(24);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Labelled actions"));
    connect(&playhead_, &Playhead::frameChanged, this, qOverload<>(&QWidget::update));
    connect(&labels_, &LabelDocument::changed, this, &IntervalStrip::refresh);
    connect(&labels_, &LabelDocument::classesChanged, this, &IntervalStrip::refresh);
    connect(&labels_, &LabelDocument::reset, this, &IntervalStrip::refresh);
    hide();
}

void IntervalStrip::setSequence(const QString& sequence) {
    sequence_ = sequence;
    refresh();
}

void IntervalStrip::refresh() {
    lane_ = viz::make_lane(labels_.intervals(sequence_));
    setVisible(!lane_.items.empty());
    update();
    emit changed();
}

QRectF IntervalStrip::boxOf(const viz::LaneItem& item) const {
    const double high = static_cast<double>(height() - 4) / lane_.rows;
    return {xOf(item.start), 2 + item.row * high, std::max(2.0, xOf(item.end) - xOf(item.start) - 1), high};
}

const viz::LaneItem* IntervalStrip::at(const QPointF& place) const {
    const auto found = std::find_if(lane_.items.begin(), lane_.items.end(),
                                    [&](const viz::LaneItem& item) { return boxOf(item).contains(place); });
    return found == lane_.items.end() ? nullptr : &*found;
}

QString IntervalStrip::classAt(qint64 frame) const {
    QStringList names;
    for (const viz::LaneItem& item : lane_.items)
        if (item.start <= frame && frame < item.end) names << labels_.className(item.label);
    return names.join(QStringLiteral(", "));
}

double IntervalStrip::xOf(qint64 frame) const {
    return static_cast<double>(width()) * static_cast<double>(frame) /
           static_cast<double>(std::max<qint64>(playhead_.frames(), 1));
}

qint64 IntervalStrip::frameAt(double x) const {
    return static_cast<qint64>(x / std::max(1, width()) * static_cast<double>(playhead_.frames()));
}

void IntervalStrip::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), viz::to_qcolor(colours.base));
    for (const viz::LaneItem& item : lane_.items) {
        const viz::Colour ground = viz::label_colour(item.label, colours.theme);
        const QRectF box = boxOf(item);
        painter.fillRect(box, viz::to_qcolor(ground));
        painter.setPen(viz::to_qcolor(viz::legible_on(ground)));
        if (box.width() < 24 || lane_.rows > 1) continue; // no room: the name is in the tool tip
        const QString name =
            viz::fitting_name(labels_.className(item.label), painter.fontMetrics(), box.width() - 8);
        painter.drawText(box.adjusted(4, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    }
    const double now = xOf(playhead_.frame());
    painter.fillRect(QRectF(now - 1, 0, 2, height()), viz::to_qcolor(colours.text));
}

void IntervalStrip::mousePressEvent(QMouseEvent* event) {
    drag_.press(*event, frameAt(event->position().x()));
}

void IntervalStrip::mouseMoveEvent(QMouseEvent* event) {
    drag_.move(*event, frameAt(event->position().x()));
}

void IntervalStrip::mouseReleaseEvent(QMouseEvent* event) {
    drag_.release(*event);
}

void IntervalStrip::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    drag_.giveUp();
}

bool IntervalStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    if (const viz::LaneItem* item = at(help->pos()))
        QToolTip::showText(
            help->globalPos(),
            tr("%1: frames %2 to %3").arg(labels_.className(item->label)).arg(item->start).arg(item->end - 1),
            this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace kinelens::ui
