#include "ui/messages/stamp_words.h"

#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QVariant>

namespace kinelens::ui {
namespace {

// What decides a figure; how fast it came about does not.
constexpr const char* tellingOptions[] = {"selection",  "epochs",      "batch_size",       "learning_rate",
                                          "milestones", "standardise", "validation_share", "label_fraction",
                                          "repeats",    "neighbours",  "distance",         "search",
                                          "weights"};

QJsonObject optionsOf(const Stamp& stamp) {
    const auto found = stamp.find("options");
    if (found == stamp.end()) return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(found->second)).object();
}

QString lineOf(const QString& label, const QString& value) {
    return QStringLiteral("%1: %2").arg(label, value);
}

} // namespace

QString stampedOption(const Stamp& stamp, const char* key) {
    return optionsOf(stamp)[QLatin1String(key)].toVariant().toString();
}

QString stampText(const Stamp& stamp) {
    const auto said = stamp.find("verb");
    const QString verb = said == stamp.end() ? QString() : QString::fromStdString(said->second);
    QStringList lines;
    for (const auto& [key, value] : stamp)
        if (key != "options" && !value.empty())
            lines << lineOf(factLabel(QString::fromStdString(key), verb),
                            valueWords(QString::fromStdString(key), QString::fromStdString(value), verb));
    const QJsonObject options = optionsOf(stamp);
    for (const char* key : tellingOptions)
        if (const QString value = options[QLatin1String(key)].toVariant().toString(); !value.isEmpty())
            lines << lineOf(optionLabel(QLatin1String(key), verb),
                            valueWords(QLatin1String(key), value, verb));
    return lines.join(QLatin1Char('\n'));
}

} // namespace kinelens::ui
