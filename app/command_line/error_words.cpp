#include "app/command_line/verb.h"
#include "app/command_line/words.h"

#include <algorithm>
#include <array>

namespace kinelens {
namespace {

constexpr std::array failures{
    ErrorCode::file_unwritable,    ErrorCode::disk_full,          ErrorCode::training_diverged,
    ErrorCode::features_collapsed, ErrorCode::out_of_memory,      ErrorCode::process_failed,
    ErrorCode::internal,           ErrorCode::device_unavailable, ErrorCode::locked};

// What goes wrong in a job, once its files are open.
std::string_view job_words(ErrorCode code) {
    switch (code) {
    case ErrorCode::training_diverged:
        return "diverged: the loss is no longer a usable number";
    case ErrorCode::features_collapsed:
        return "collapsed: the features lost their variance";
    case ErrorCode::device_unavailable:
        return "is not a device of this machine";
    case ErrorCode::out_of_memory:
        return "needs more memory than there is";
    case ErrorCode::process_failed:
        return "ended badly";
    case ErrorCode::checkpoint_mismatch:
        return "does not fit the options or the data";
    case ErrorCode::cancelled:
        return "was cancelled";
    case ErrorCode::internal:
        return "met a fault in Kinelens itself";
    default:
        break;
    }
    return "failed";
}

// Of what is used all the same.
std::string_view doubt_words(ErrorCode code) {
    switch (code) {
    case ErrorCode::content_foreign:
        return "was written or changed by another program and is used as it is";
    case ErrorCode::content_differs:
        return "is other data than was worked on";
    case ErrorCode::name_repeated:
        return "has the name of an earlier recording";
    case ErrorCode::unit_assumed:
        return "does not say its unit";
    case ErrorCode::rate_assumed:
        return "does not say its frame rate";
    case ErrorCode::rate_differs:
        return "has another frame rate than the dataset";
    case ErrorCode::part_left_out:
        return "was read, but not all of it";
    case ErrorCode::data_doubted:
        return "is read as it is, but looks wrong";
    case ErrorCode::label_missing:
        return "comes in without a class";
    default:
        return job_words(code);
    }
}

std::string_view words(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_argument:
        return "cannot be used";
    case ErrorCode::argument_missing:
        return "is needed";
    case ErrorCode::file_not_found:
        return "does not exist";
    case ErrorCode::file_unreadable:
        return "cannot be read";
    case ErrorCode::file_unwritable:
        return "cannot be written";
    case ErrorCode::disk_full:
        return "does not fit: the disk is full";
    case ErrorCode::file_truncated:
        return "ends too early";
    case ErrorCode::format_unknown:
        return "holds nothing that can be read here";
    case ErrorCode::format_invalid:
        return "is malformed";
    case ErrorCode::version_unsupported:
        return "was written by a newer version";
    case ErrorCode::value_not_finite:
        return "holds a value that is not a number";
    case ErrorCode::joint_count_wrong:
        return "has another number of joints";
    case ErrorCode::shape_mismatch:
        return "has sizes that do not agree";
    case ErrorCode::sequence_empty:
        return "holds no frame with a body";
    case ErrorCode::body_missing:
        return "shows no body in some frames";
    case ErrorCode::dataset_empty:
        return "holds no sequence that can be used";
    case ErrorCode::not_found:
        return "is not known";
    case ErrorCode::already_exists:
        return "exists already and is left as it is";
    case ErrorCode::locked:
        return "is in use by another program";
    default:
        return doubt_words(code);
    }
}

} // namespace

int exit_code(const Error& error) {
    if (error.code == ErrorCode::cancelled) return 130;
    return std::find(failures.begin(), failures.end(), error.code) != failures.end() ? 3 : 2;
}

int exit_code(Outcome outcome) {
    switch (outcome) {
    case Outcome::completed:
        return 0;
    case Outcome::stopped:
        return 130;
    case Outcome::failed:
        return 3;
    }
    return 3;
}

std::string error_sentence(const Error& error) {
    std::string text = error.subject.empty() ? "The job" : error.subject;
    if (error.place.line) text += ", line " + std::to_string(*error.place.line);
    if (error.place.column) text += ", column " + std::to_string(*error.place.column);
    if (error.place.frame) text += ", frame " + std::to_string(*error.place.frame);
    text += " " + std::string(words(error.code));
    if (!error.detail.empty()) text += ": " + error.detail;
    return visible(text.back() == '.' ? text : text + ".");
}

} // namespace kinelens
