#include "ui/messages/error_sentences.h"

#include "ui/messages/option_words.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct ErrorSentences {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentences)
};

// What goes wrong in a job, once its files are open.
QString jobPattern(ErrorCode code) {
    switch (code) {
    case ErrorCode::training_diverged:
        return ErrorSentences::tr("Training diverged: the loss is no longer a usable number");
    case ErrorCode::features_collapsed:
        return ErrorSentences::tr("The features collapsed: they lost their variance");
    case ErrorCode::device_unavailable:
        return ErrorSentences::tr("%1 is not a device of this machine");
    case ErrorCode::out_of_memory:
        return ErrorSentences::tr("The job needs more memory than there is");
    case ErrorCode::process_failed:
        return ErrorSentences::tr("%1 ended unexpectedly");
    case ErrorCode::checkpoint_mismatch:
        return ErrorSentences::tr("The checkpoint %1 does not fit the options or the data");
    case ErrorCode::cancelled:
        return ErrorSentences::tr("Cancelled");
    case ErrorCode::internal:
        return ErrorSentences::tr("Kinelens met a fault of its own");
    default:
        break;
    }
    return {};
}

// Of what is used all the same.
QString doubtPattern(ErrorCode code) {
    switch (code) {
    case ErrorCode::content_foreign:
        return ErrorSentences::tr("%1 was written or changed by another program and is used as it is");
    case ErrorCode::content_differs:
        return ErrorSentences::tr("%1 is other data than was worked on");
    case ErrorCode::name_repeated:
        return ErrorSentences::tr("%1 has the name of an earlier recording");
    case ErrorCode::unit_assumed:
        return ErrorSentences::tr("%1 does not say its unit");
    case ErrorCode::rate_assumed:
        return ErrorSentences::tr("%1 does not say its frame rate");
    case ErrorCode::rate_differs:
        return ErrorSentences::tr("%1 has another frame rate than the dataset");
    case ErrorCode::part_left_out:
        return ErrorSentences::tr("%1 was read, but not all of it");
    case ErrorCode::data_doubted:
        return ErrorSentences::tr("%1 is read as it is, but looks wrong");
    case ErrorCode::label_missing:
        return ErrorSentences::tr("%1 comes in without a class");
    default:
        return jobPattern(code);
    }
}

// %1 is the subject: a path, an option, a name.
QString pattern(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_argument:
        return ErrorSentences::tr("“%1” cannot be used");
    case ErrorCode::argument_missing:
        return ErrorSentences::tr("“%1” is needed");
    case ErrorCode::file_not_found:
        return ErrorSentences::tr("%1 does not exist");
    case ErrorCode::file_unreadable:
        return ErrorSentences::tr("%1 cannot be read");
    case ErrorCode::file_unwritable:
        return ErrorSentences::tr("%1 cannot be written");
    case ErrorCode::disk_full:
        return ErrorSentences::tr("The disk is full: %1 was not written");
    case ErrorCode::file_truncated:
        return ErrorSentences::tr("%1 ends too early; it may be the rest of a broken copy");
    case ErrorCode::format_unknown:
        return ErrorSentences::tr("%1 holds nothing that can be read here");
    case ErrorCode::format_invalid:
        return ErrorSentences::tr("%1 is malformed");
    case ErrorCode::version_unsupported:
        return ErrorSentences::tr("%1 was written by a newer version of Kinelens");
    case ErrorCode::value_not_finite:
        return ErrorSentences::tr("%1 holds a value that is not a number");
    case ErrorCode::joint_count_wrong:
        return ErrorSentences::tr("%1 has another number of joints");
    case ErrorCode::shape_mismatch:
        return ErrorSentences::tr("%1 has sizes that do not agree");
    case ErrorCode::sequence_empty:
        return ErrorSentences::tr("%1 shows no body");
    case ErrorCode::body_missing:
        return ErrorSentences::tr("%1 shows no body in some frames");
    case ErrorCode::dataset_empty:
        return ErrorSentences::tr("%1 holds no sequence that can be used");
    case ErrorCode::not_found:
        return ErrorSentences::tr("%1 is not known");
    case ErrorCode::already_exists:
        return ErrorSentences::tr("%1 exists already and was left as it is");
    case ErrorCode::locked:
        return ErrorSentences::tr("%1 is in use by another program");
    default:
        return doubtPattern(code);
    }
}

QString placeText(const ErrorPlace& place) {
    QStringList parts;
    if (place.line) parts << ErrorSentences::tr("line %1").arg(*place.line);
    if (place.column) parts << ErrorSentences::tr("column %1").arg(*place.column);
    if (place.frame) parts << ErrorSentences::tr("frame %1").arg(*place.frame);
    return parts.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
}

bool concernsOption(const Error& error) {
    return error.code == ErrorCode::invalid_argument || error.code == ErrorCode::argument_missing;
}

QString subjectText(const Error& error) {
    if (error.subject.empty()) return ErrorSentences::tr("The job");
    const QString subject = QString::fromStdString(error.subject);
    return concernsOption(error) && isOption(subject) ? optionLabel(subject) : subject;
}

} // namespace

QString errorSentence(const Error& error) {
    QString text = pattern(error.code);
    if (text.contains(QStringLiteral("%1"))) text = text.arg(subjectText(error));
    text += placeText(error.place);
    if (!error.detail.empty()) {
        const QString detail = QString::fromStdString(error.detail);
        text += QStringLiteral(": ") + (concernsOption(error) ? withOptionLabels(detail) : detail);
    }
    return text + QLatin1Char('.');
}

QString errorAdvice(ErrorCode code) {
    switch (code) {
    case ErrorCode::file_not_found:
        return ErrorSentences::tr("Check that the file was not moved or renamed.");
    case ErrorCode::file_unwritable:
        return ErrorSentences::tr("Check the permissions of the folder.");
    case ErrorCode::disk_full:
        return ErrorSentences::tr("Free some space, then try again.");
    case ErrorCode::locked:
        return ErrorSentences::tr("Close the other program, or wait until its job has ended.");
    case ErrorCode::training_diverged:
        return ErrorSentences::tr("Lower the learning rate and resume from the last checkpoint.");
    case ErrorCode::features_collapsed:
        return ErrorSentences::tr("Raise the variance weight μ or the batch size.");
    case ErrorCode::out_of_memory:
        return ErrorSentences::tr("Lower the batch size or the hidden size.");
    case ErrorCode::device_unavailable:
        return ErrorSentences::tr("Choose the device “auto” or “cpu”.");
    case ErrorCode::version_unsupported:
        return ErrorSentences::tr("Open it with the newer version.");
    case ErrorCode::format_unknown:
        return ErrorSentences::tr("For text files choose a recipe.");
    default:
        return {};
    }
}

QString errorText(const Error& error) {
    const QString advice = errorAdvice(error.code);
    return advice.isEmpty() ? errorSentence(error) : errorSentence(error) + QLatin1Char(' ') + advice;
}

} // namespace kinelens::ui
