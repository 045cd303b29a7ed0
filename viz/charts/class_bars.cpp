#include "viz/charts/class_bars.h"

#include "viz/palette/class_colours.h"
#include "viz/palette/class_numbers.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {
constexpr int bar_margin = 8;
}

ClassBars::ClassBars(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Accuracy by class"));
}

void ClassBars::setBars(std::vector<ClassBar> bars) {
    std::vector<std::string> names;
    for (const ClassBar& bar : bars) names.push_back(bar.name);
    const std::vector<int> numbers = class_numbers(names);
    for (std::size_t i = 0; i < bars.size(); ++i) bars[i].colour = numbers[i];
    std::erase_if(bars, [](const ClassBar& bar) { return bar.count == 0; });
    std::stable_sort(bars.begin(), bars.end(),
                     [](const ClassBar& a, const ClassBar& b) { return a.share() < b.share(); });
    bars_ = std::move(bars);
    chosen_ = -1;
    updateScrolling();
    viewport()->update();
}

int ClassBars::lineHeight() const {
    return fontMetrics().height() + 8;
}

void ClassBars::updateScrolling() {
    const int whole = static_cast<int>(bars_.size()) * lineHeight() + 2 * bar_margin;
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight());
}

void ClassBars::resizeEvent(QResizeEvent*) {
    updateScrolling();
}

void ClassBars::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

void ClassBars::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), to_qcolor(colours.base));
    int widest = 0;
    for (const ClassBar& bar : bars_)
        widest = std::max(widest, fontMetrics().horizontalAdvance(QString::fromStdString(bar.name)));
    const int line = lineHeight(), names = std::min(widest + 4, viewport()->width() / 3);
    const int numbers = fontMetrics().horizontalAdvance(QStringLiteral("100.0 % · 000/000"));
    const int left = bar_margin + names + bar_margin;
    const int room = std::max(20, viewport()->width() - left - numbers - 2 * bar_margin);
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const ClassBar& bar = bars_[i];
        const int top = bar_margin + static_cast<int>(i) * line - verticalScrollBar()->value();
        if (top + line < 0 || top > viewport()->height()) continue;
        if (static_cast<int>(i) == chosen_)
            painter.fillRect(0, top, viewport()->width(), line, to_qcolor(colours.stripe));
        painter.setPen(to_qcolor(colours.text));
        painter.drawText(QRect(bar_margin, top, names, line), Qt::AlignRight | Qt::AlignVCenter,
                         fitting_name(bar.name, fontMetrics(), names));
        painter.fillRect(left, top + 4, room, line - 8, to_qcolor(colours.stripe));
        painter.fillRect(left, top + 4, static_cast<int>(bar.share() * room), line - 8,
                         to_qcolor(class_colour(bar.colour, colours.theme)));
        painter.setPen(to_qcolor(colours.muted_text));
        painter.drawText(QRect(left + room + bar_margin, top, numbers, line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%1 % · %2/%3").arg(100 * bar.share(), 0, 'f', 1).arg(bar.right).arg(bar.count));
    }
}

void ClassBars::choose(int index) {
    if (index < 0 || index >= static_cast<int>(bars_.size())) return;
    chosen_ = index;
    viewport()->update();
    emit classChosen(bars_[static_cast<std::size_t>(index)].label);
}

int ClassBars::lineAt(double y) const {
    const double line = std::floor((y + verticalScrollBar()->value() - bar_margin) / lineHeight());
    return line < 0 || line >= static_cast<double>(bars_.size()) ? -1 : static_cast<int>(line);
}

bool ClassBars::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int line = lineAt(help->pos().y());
    QToolTip::showText(help->globalPos(),
                       line < 0 ? QString()
                                : QString::fromStdString(bars_[static_cast<std::size_t>(line)].name),
                       viewport());
    return true;
}

void ClassBars::mousePressEvent(QMouseEvent* event) {
    choose(lineAt(event->position().y()));
}

void ClassBars::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up) return choose(std::max(0, chosen_ - 1));
    if (event->key() == Qt::Key_Down) return choose(chosen_ + 1);
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace kinelens::viz
