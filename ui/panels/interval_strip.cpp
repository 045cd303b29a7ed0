#include "ui/panels/interval_strip.h"

#include "ui/state/playhead.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace kinelens::ui {

IntervalStrip::IntervalStrip(Playhead& playhead, QWidget* parent)
    : QWidget(parent)
    , playhead_(playhead) {
    setFixedHeight(24);
    setAccessibleName(tr("Labelled actions"));
    connect(&playhead_, &Playhead::frameChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void IntervalStrip::setSequence(const OpenDatasetPtr& dataset, int sequence) {
    dataset_ = dataset;
    intervals_.clear();
    if (dataset_ && sequence >= 0) {
        const auto found = dataset_->intervalsOf(sequence);
        intervals_.assign(found.begin(), found.end());
    }
    setVisible(!intervals_.empty());
    update();
}

const Interval* IntervalStrip::at(qint64 frame) const {
    const auto found = std::find_if(intervals_.begin(), intervals_.end(), [frame](const Interval& interval) {
        return interval.start <= frame && frame < interval.end;
    });
    return found == intervals_.end() ? nullptr : &*found;
}

QString IntervalStrip::classAt(qint64 frame) const {
    const Interval* interval = at(frame);
    return interval ? dataset_->className(interval->label) : QString();
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
    for (const Interval& interval : intervals_) {
        const viz::Colour ground = viz::class_colour(interval.label, colours.theme);
        const QRectF box(xOf(interval.start), 2, std::max(2.0, xOf(interval.end) - xOf(interval.start) - 1),
                         height() - 4);
        painter.fillRect(box, viz::to_qcolor(ground));
        painter.setPen(viz::to_qcolor(viz::legible_on(ground)));
        if (box.width() < 24) continue;
        const QString name = painter.fontMetrics().elidedText(
            dataset_->className(interval.label), Qt::ElideRight, static_cast<int>(box.width()) - 8);
        painter.drawText(box.adjusted(4, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    }
    const double now = xOf(playhead_.frame());
    painter.fillRect(QRectF(now - 1, 0, 2, height()), viz::to_qcolor(colours.text));
}

void IntervalStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) playhead_.setFrame(frameAt(event->position().x()));
}

void IntervalStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) playhead_.setFrame(frameAt(event->position().x()));
}

bool IntervalStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    if (const Interval* interval = at(frameAt(help->pos().x())))
        QToolTip::showText(help->globalPos(),
                           tr("%1: frames %2 to %3")
                               .arg(dataset_->className(interval->label))
                               .arg(interval->start)
                               .arg(interval->end - 1),
                           this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace kinelens::ui
