#include "ui/messages/error_text.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

QString words(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_argument:
        return Words::tr("cannot be used");
    case ErrorCode::file_not_found:
        return Words::tr("does not exist");
    case ErrorCode::file_unreadable:
        return Words::tr("cannot be read");
    case ErrorCode::file_unwritable:
        return Words::tr("cannot be written");
    case ErrorCode::disk_full:
        return Words::tr("does not fit: the disk is full");
    case ErrorCode::file_truncated:
        return Words::tr("ends too early");
    case ErrorCode::format_unknown:
        return Words::tr("is not a kind of file that can be read here");
    case ErrorCode::format_invalid:
        return Words::tr("is malformed");
    case ErrorCode::version_unsupported:
        return Words::tr("was written by a newer version");
    case ErrorCode::value_not_finite:
        return Words::tr("holds a value that is not a number");
    case ErrorCode::joint_count_wrong:
        return Words::tr("has another number of joints");
    case ErrorCode::shape_mismatch:
        return Words::tr("has sizes that do not agree");
    case ErrorCode::sequence_empty:
        return Words::tr("holds no frame with a body");
    case ErrorCode::dataset_empty:
        return Words::tr("holds no sequence that can be used");
    case ErrorCode::not_found:
        return Words::tr("is not known");
    case ErrorCode::already_exists:
        return Words::tr("exists already and is left as it is");
    case ErrorCode::locked:
        return Words::tr("is in use by another program");
    case ErrorCode::training_diverged:
        return Words::tr("diverged: the loss is no longer a usable number");
    case ErrorCode::features_collapsed:
        return Words::tr("collapsed: the features lost their variance");
    case ErrorCode::device_unavailable:
        return Words::tr("is not a device of this machine");
    case ErrorCode::out_of_memory:
        return Words::tr("needs more memory than there is");
    case ErrorCode::process_failed:
        return Words::tr("ended badly");
    case ErrorCode::checkpoint_mismatch:
        return Words::tr("does not fit the options or the data");
    case ErrorCode::cancelled:
        return Words::tr("was cancelled");
    case ErrorCode::internal:
        return Words::tr("met a fault in Kinelens itself");
    }
    return {};
}

} // namespace

QString errorText(const Error& error) {
    QString text = error.subject.empty() ? Words::tr("The job") : QString::fromStdString(error.subject);
    if (error.place.line) text += Words::tr(", line %1").arg(*error.place.line);
    if (error.place.column) text += Words::tr(", column %1").arg(*error.place.column);
    if (error.place.frame) text += Words::tr(", frame %1").arg(*error.place.frame);
    text += QLatin1Char(' ') + words(error.code);
    if (!error.detail.empty()) text += QStringLiteral(": ") + QString::fromStdString(error.detail);
    return text + QLatin1Char('.');
}

} // namespace kinelens::ui
