#include "ui/messages/option_words.h"

#include "core/import/import_job.h"
#include "core/options/verb_options.h"
#include "core/synthesis/synthesis_options.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

namespace kinelens::ui {
namespace {

struct OptionWords {
    Q_DECLARE_TR_FUNCTIONS(OptionWords)
};

const OptionInfo* infoIn(const OptionTable* table, const std::string& key) {
    if (!table) return nullptr;
    for (const OptionInfo& info : *table)
        if (info.key == key) return &info;
    return nullptr;
}

const OptionInfo* infoOf(const QString& key, const QString& verb) {
    const std::string name = key.toStdString();
    if (const OptionInfo* own = infoIn(options_of_verb(verb.toStdString()), name)) return own;
    for (const std::string& other : verbs_with_options())
        if (const OptionInfo* found = infoIn(options_of_verb(other), name)) return found;
    if (const OptionInfo* found = infoIn(&option_table<ImportOptions>(), name)) return found;
    return infoIn(&option_table<SynthesisOptions>(), name);
}

QString factWords(const QString& key) {
    if (key == QLatin1String("data")) return OptionWords::tr("Dataset");
    if (key == QLatin1String("data_hash")) return OptionWords::tr("Content of the dataset");
    if (key == QLatin1String("split_hash")) return OptionWords::tr("Split");
    if (key == QLatin1String("protocol")) return OptionWords::tr("Protocol");
    if (key == QLatin1String("preset")) return OptionWords::tr("Preset");
    if (key == QLatin1String("verb")) return OptionWords::tr("Kind of job");
    if (key == QLatin1String("code_version")) return OptionWords::tr("Version of Kinelens");
    if (key == QLatin1String("checkpoint")) return OptionWords::tr("Checkpoint");
    if (key == QLatin1String("checkpoint_hash")) return OptionWords::tr("Content of the checkpoint");
    if (key == QLatin1String("features")) return OptionWords::tr("Features");
    if (key == QLatin1String("features_hash")) return OptionWords::tr("Content of the features");
    return {};
}

} // namespace

QString optionWords(const char* text) {
    if (!text || !*text) return {};
    return QCoreApplication::translate("Options", text);
}

QString verbWords(const char* text) {
    return text && *text ? QCoreApplication::translate("Verbs", text) : QString();
}

bool isOption(const QString& key) {
    return infoOf(key, {}) != nullptr;
}

QString optionLabel(const QString& key, const QString& verb) {
    if (const OptionInfo* info = infoOf(key, verb)) return optionWords(info->label);
    return QString(key).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString factLabel(const QString& key, const QString& verb) {
    const QString fact = factWords(key);
    return fact.isEmpty() ? optionLabel(key, verb) : fact;
}

QString withOptionLabels(const QString& text) {
    static const QRegularExpression keys(QStringLiteral("\\b[a-z]+(?:_[a-z]+)+\\b"));
    QString said;
    qsizetype done = 0;
    for (auto match = keys.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (!isOption(one.captured())) continue;
        said += text.mid(done, one.capturedStart() - done) +
                QStringLiteral("“%1”").arg(optionLabel(one.captured()));
        done = one.capturedEnd();
    }
    return said + text.mid(done);
}

} // namespace kinelens::ui
