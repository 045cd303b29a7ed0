#include "ui/widgets/steady_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace kinelens::ui {

SteadyLabel::SteadyLabel(int lines, QWidget* parent)
    : QLabel(parent)
    , lines_(lines) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SteadyLabel::sizeHint() const {
    return {200, minimumSizeHint().height()};
}

QSize SteadyLabel::minimumSizeHint() const {
    const QMargins around = contentsMargins();
    return {60, lines_ * fontMetrics().lineSpacing() + around.top() + around.bottom()};
}

QStringList SteadyLabel::shownLines() const {
    const int width = contentsRect().width();
    QStringList shown;
    QString rest = text();
    while (!rest.isEmpty() && shown.size() < lines_ - 1) {
        const qsizetype end = rest.indexOf(QLatin1Char('\n'));
        QTextLayout layout(end < 0 ? rest : rest.left(end), font());
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(width);
        layout.endLayout();
        shown << rest.left(line.textLength()).trimmed();
        rest = rest.mid(line.textLength());
        if (rest.startsWith(QLatin1Char('\n'))) rest.remove(0, 1);
    }
    if (!rest.isEmpty())
        shown << fontMetrics().elidedText(rest.replace(QLatin1Char('\n'), QStringLiteral("  ·  ")),
                                          Qt::ElideMiddle, width);
    return shown;
}

bool SteadyLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || shownLines().join(QString()).size() >= text().size())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
    return true;
}

void SteadyLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    QRect line = contentsRect();
    line.setHeight(fontMetrics().lineSpacing());
    for (const QString& words : shownLines()) {
        painter.drawText(line, static_cast<int>(alignment()) | Qt::TextSingleLine, words);
        line.translate(0, line.height());
    }
}

} // namespace kinelens::ui
