#include "ui/browse/import_words.h"

#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kinelens::ui {
namespace {

constexpr qsizetype shownLines = 12;

struct ImportSentences {
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

QString counted(qint64 count, const QString& one, const QString& several) {
    return count == 1 ? one : several.arg(countText(count));
}

// "Imported 80 sequences with 6,400 frames, 19 of 60 classes and 3 subjects."
QString whatCame(const QJsonObject& summary) {
    const auto number = [&](const char* key) { return summary[QLatin1String(key)].toInteger(); };
    const qint64 classes = number("classes"), present = number("classes_present"),
                 subjects = number("subjects");
    QStringList parts{counted(number("sequences"), ImportSentences::tr("Imported one sequence"),
                              ImportSentences::tr("Imported %1 sequences")) +
                      QLatin1Char(' ') +
                      counted(number("frames"), ImportSentences::tr("with one frame"),
                              ImportSentences::tr("with %1 frames"))};
    if (present < classes)
        parts << ImportSentences::tr("%1 of %2 classes").arg(countText(present), countText(classes));
    else if (classes > 0)
        parts << counted(classes, ImportSentences::tr("one class"), ImportSentences::tr("%1 classes"));
    if (subjects > 0)
        parts << counted(subjects, ImportSentences::tr("one subject"), ImportSentences::tr("%1 subjects"));
    const QString last = parts.size() > 1 ? parts.takeLast() : QString();
    const QString all = parts.join(QStringLiteral(", "));
    return (last.isEmpty() ? all
                           : ImportSentences::tr("%1 and %2", "a list and its last part").arg(all, last)) +
           QLatin1Char('.');
}

} // namespace

ImportWords importWords(const VerbEnd& end) {
    if (end.how == VerbEnd::How::cancelled)
        return {MessageBar::Kind::information,
                ImportSentences::tr("The import was cancelled; nothing was written."),
                {},
                {}};
    if (end.how == VerbEnd::How::failed)
        return {
            MessageBar::Kind::error, ImportSentences::tr("Nothing was imported. %1").arg(end.reason), {}, {}};
    const QJsonObject& summary = end.summary;
    const QStringList rejected = sentences(summary[QStringLiteral("rejected")].toArray());
    const QStringList warned = sentences(summary[QStringLiteral("warnings")].toArray());
    ImportWords words;
    words.text = whatCame(summary);
    if (!rejected.isEmpty()) {
        words.kind = MessageBar::Kind::warning;
        words.text += QLatin1Char(' ') +
                      (rejected.size() == 1
                           ? ImportSentences::tr("One file was rejected.")
                           : ImportSentences::tr("%1 files were rejected.").arg(countText(rejected.size())));
    }
    if (!warned.isEmpty())
        words.text += QLatin1Char(' ') +
                      (warned.size() == 1
                           ? ImportSentences::tr("One came with a warning.")
                           : ImportSentences::tr("%1 came with a warning.").arg(countText(warned.size())));
    const qint64 others = summary[QStringLiteral("passed_over")].toInteger();
    const QString passedOver =
        counted(others, ImportSentences::tr("One file of another kind was passed over."),
                ImportSentences::tr("%1 files of other kinds were passed over."));
    if (others > 0) words.text += QLatin1Char(' ') + passedOver;
    QStringList all = rejected + warned;
    if (others > 0 && !all.isEmpty()) all << passedOver; // a list to be copied is to be whole
    words.everything = all.join(QLatin1Char('\n'));
    words.details = all.mid(0, shownLines).join(QLatin1Char('\n'));
    if (all.size() > shownLines)
        words.details +=
            QLatin1Char('\n') + ImportSentences::tr("… and %1 more").arg(all.size() - shownLines);
    return words;
}

} // namespace kinelens::ui
