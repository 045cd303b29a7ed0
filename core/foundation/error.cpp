#include "core/foundation/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kinelens {
namespace {

constexpr std::array names{
    std::pair{ErrorCode::invalid_argument, "invalid_argument"},
    std::pair{ErrorCode::argument_missing, "argument_missing"},
    std::pair{ErrorCode::file_not_found, "file_not_found"},
    std::pair{ErrorCode::file_unreadable, "file_unreadable"},
    std::pair{ErrorCode::file_unwritable, "file_unwritable"},
    std::pair{ErrorCode::disk_full, "disk_full"},
    std::pair{ErrorCode::file_truncated, "file_truncated"},
    std::pair{ErrorCode::format_unknown, "format_unknown"},
    std::pair{ErrorCode::format_invalid, "format_invalid"},
    std::pair{ErrorCode::version_unsupported, "version_unsupported"},
    std::pair{ErrorCode::value_not_finite, "value_not_finite"},
    std::pair{ErrorCode::joint_count_wrong, "joint_count_wrong"},
    std::pair{ErrorCode::shape_mismatch, "shape_mismatch"},
    std::pair{ErrorCode::sequence_empty, "sequence_empty"},
    std::pair{ErrorCode::body_missing, "body_missing"},
    std::pair{ErrorCode::name_repeated, "name_repeated"},
    std::pair{ErrorCode::unit_assumed, "unit_assumed"},
    std::pair{ErrorCode::rate_assumed, "rate_assumed"},
    std::pair{ErrorCode::rate_differs, "rate_differs"},
    std::pair{ErrorCode::part_left_out, "part_left_out"},
    std::pair{ErrorCode::data_doubted, "data_doubted"},
    std::pair{ErrorCode::label_missing, "label_missing"},
    std::pair{ErrorCode::content_foreign, "content_foreign"},
    std::pair{ErrorCode::content_differs, "content_differs"},
    std::pair{ErrorCode::dataset_empty, "dataset_empty"},
    std::pair{ErrorCode::not_found, "not_found"},
    std::pair{ErrorCode::already_exists, "already_exists"},
    std::pair{ErrorCode::locked, "locked"},
    std::pair{ErrorCode::training_diverged, "training_diverged"},
    std::pair{ErrorCode::features_collapsed, "features_collapsed"},
    std::pair{ErrorCode::device_unavailable, "device_unavailable"},
    std::pair{ErrorCode::out_of_memory, "out_of_memory"},
    std::pair{ErrorCode::process_failed, "process_failed"},
    std::pair{ErrorCode::checkpoint_mismatch, "checkpoint_mismatch"},
    std::pair{ErrorCode::cancelled, "cancelled"},
    std::pair{ErrorCode::internal, "internal"},
};

} // namespace

std::string_view error_code_name(ErrorCode code) {
    for (const auto& [value, name] : names)
        if (value == code) return name;
    return "internal";
}

std::optional<ErrorCode> error_code_from_name(std::string_view wanted) {
    for (const auto& [value, name] : names)
        if (wanted == name) return value;
    return std::nullopt;
}

const std::vector<ErrorCode>& all_error_codes() {
    static const std::vector<ErrorCode> codes = [] {
        std::vector<ErrorCode> list;
        list.reserve(names.size());
        for (const auto& entry : names) list.push_back(entry.first);
        return list;
    }();
    return codes;
}

std::string describe(const Error& error) {
    std::string text = error.subject;
    if (error.place.line) text += ":" + std::to_string(*error.place.line);
    if (error.place.column) text += ":" + std::to_string(*error.place.column);
    if (error.place.frame) text += " frame " + std::to_string(*error.place.frame);
    if (!text.empty()) text += ": ";
    text += error_code_name(error.code);
    if (!error.detail.empty()) text += ": " + error.detail;
    return text;
}

Error error_from_errno(ErrorCode fallback, std::string subject) {
    const int number = errno;
    ErrorCode code = fallback;
    if (number == ENOENT) code = ErrorCode::file_not_found;
    if (number == ENOSPC || number == EDQUOT) code = ErrorCode::disk_full;
    const bool said = code == ErrorCode::file_not_found || code == ErrorCode::disk_full; // by the code itself
    return Error{code, std::move(subject), said ? "" : std::strerror(number), {}};
}

} // namespace kinelens
