#include "ui/panels/import_words.h"

#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kinelens::ui {
namespace {

constexpr qsizetype shownLines = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QStringList sentences(const QJsonArray& list) {
    QStringList lines;
    for (const auto& value : list) {
        const QJsonObject entry = value.toObject();
        Error error;
        error.code = error_code_from_name(entry[QStringLiteral("code")].toString().toStdString())
                         .value_or(ErrorCode::format_invalid);
        error.subject = entry[QStringLiteral("file")].toString().toStdString();
        error.detail = entry[QStringLiteral("reason")].toString().toStdString();
        auto number = [&entry](const char* key) -> std::optional<long long> {
            const QJsonValue field = entry[QLatin1String(key)];
            return field.isDouble() ? std::optional<long long>(field.toInteger()) : std::nullopt;
        };
        error.place = {number("line"), number("column"), number("frame")};
        lines << errorSentence(error);
    }
    return lines;
}

} // namespace

ImportWords importWords(const VerbEnd& end) {
    if (end.how == VerbEnd::How::cancelled)
        return {MessageBar::Kind::information,
                Words::tr("The import was cancelled; nothing was written."),
                {},
                {}};
    if (end.how == VerbEnd::How::failed)
        return {MessageBar::Kind::error, Words::tr("Nothing was imported. %1").arg(end.reason), {}, {}};
    const QJsonObject& summary = end.summary;
    auto count = [&summary](const char* key, const QString& one, const QString& several) {
        return countedText(summary[QLatin1String(key)].toInteger(), one, several);
    };
    const QStringList rejected = sentences(summary[QStringLiteral("rejected")].toArray());
    const QStringList warned = sentences(summary[QStringLiteral("warnings")].toArray());
    ImportWords words;
    words.text = Words::tr("Imported %1 with %2, %3 and %4.")
                     .arg(count("sequences", Words::tr("1 sequence"), Words::tr("%1 sequences")),
                          count("frames", Words::tr("1 frame"), Words::tr("%1 frames")),
                          count("classes", Words::tr("1 class"), Words::tr("%1 classes")),
                          count("subjects", Words::tr("1 subject"), Words::tr("%1 subjects")));
    if (!rejected.isEmpty()) {
        words.kind = MessageBar::Kind::warning;
        words.text +=
            QLatin1Char(' ') + (rejected.size() == 1
                                    ? Words::tr("One file was rejected.")
                                    : Words::tr("%1 files were rejected.").arg(countText(rejected.size())));
    }
    if (!warned.isEmpty())
        words.text +=
            QLatin1Char(' ') + (warned.size() == 1
                                    ? Words::tr("One came with a warning.")
                                    : Words::tr("%1 came with a warning.").arg(countText(warned.size())));
    const QStringList all = rejected + warned;
    words.everything = all.join(QLatin1Char('\n'));
    words.details = all.mid(0, shownLines).join(QLatin1Char('\n'));
    if (all.size() > shownLines)
        words.details += QLatin1Char('\n') + Words::tr("… and %1 more").arg(all.size() - shownLines);
    return words;
}

} // namespace kinelens::ui
