#include "ui/messages/stamp_words.h"

#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"

#include <QStringList>

namespace kinelens::ui {
namespace {

// What decides a figure; how fast it came about does not.
constexpr const char* tellingOptions[] = {"selection",  "epochs",      "batch_size",       "learning_rate",
                                          "milestones", "standardise", "validation_share", "label_fraction",
                                          "repeats",    "neighbours",  "distance",         "search",
                                          "weights"};

QString lineOf(const QString& label, const QString& value) {
    return QStringLiteral("%1: %2").arg(label, value);
}

} // namespace

QString stampedOption(const Stamp& stamp, const char* key) {
    return QString::fromStdString(stamp.options().text(key));
}

QString stampText(const Stamp& stamp) {
    const QString verb = QString::fromStdString(stamp.text("verb"));
    QStringList lines;
    for (const auto& [key, value] : stamp)
        if (key != "options" && !value.empty())
            lines << lineOf(factLabel(QString::fromStdString(key), verb),
                            valueWords(QString::fromStdString(key), QString::fromStdString(value), verb));
    const StampedOptions options = stamp.options();
    for (const char* key : tellingOptions)
        if (const QString value = QString::fromStdString(options.text(key)); !value.isEmpty())
            lines << lineOf(optionLabel(QLatin1String(key), verb),
                            valueWords(QLatin1String(key), value, verb));
    return lines.join(QLatin1Char('\n'));
}

} // namespace kinelens::ui
