#include "ui/messages/figures.h"

#include "viz/timeline/time_ticks.h"

#include <QCoreApplication>
#include <cmath>

namespace kinelens::ui {
namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

} // namespace

// The space between thousands is narrow and keeps a number on one line.
QString countText(qint64 number) {
    QString digits = QString::number(std::abs(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QChar(0x202F));
    return number < 0 ? QStringLiteral("−") + digits : digits;
}

QString countedText(qint64 number, const QString& one, const QString& several) {
    return number == 1 ? one : several.arg(countText(number));
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return QStringLiteral("–");
    if (seconds < 10) return QStringLiteral("%1 s").arg(seconds, 0, 'f', 1);
    const auto whole = static_cast<qint64>(std::llround(seconds));
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 60) return QStringLiteral("%1 s").arg(whole);
    if (whole < 3600) return QStringLiteral("%1 m %2 s").arg(whole / 60).arg(two(whole % 60));
    if (whole < 86400) return QStringLiteral("%1 h %2 m").arg(whole / 3600).arg(two(whole % 3600 / 60));
    return QStringLiteral("%1 d %2 h").arg(whole / 86400).arg(two(whole % 86400 / 3600));
}

QString clockText(double seconds) {
    return viz::clock_text(seconds, 2);
}

QString numberText(double number) {
    if (std::isnan(number)) return FigureWords::tr("not a number");
    return QString::number(number, 'g', 4);
}

} // namespace kinelens::ui
