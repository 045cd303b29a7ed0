// What went wrong, as a value: a code for programs, the place for people. Sentences live with the
// interfaces (ui/messages, app/command_line), never here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

enum class ErrorCode {
    invalid_argument,    // an option, name or value that cannot be used; subject = which
    argument_missing,    // an option or argument that is needed; detail = what it is for
    file_not_found,      // subject = path
    file_unreadable,     // exists, but cannot be opened or read; detail = the system's reason
    file_unwritable,     // cannot be created, written or renamed; detail = the system's reason
    disk_full,           // no space left while writing subject
    file_truncated,      // ends before its own header says it should
    format_unknown,      // not a kind of file we read
    format_invalid,      // the right kind of file, but malformed at line/column
    version_unsupported, // written by a newer program
    value_not_finite,    // NaN or infinity where a number is needed
    joint_count_wrong,   // detail = "24 found, 25 expected"
    shape_mismatch,      // two things whose sizes must agree do not
    sequence_empty,      // no frame holds a tracked body
    body_missing,        // some frames hold no tracked body; detail = how many of how many
    content_foreign,     // usable, but its content hash is not ours: another program wrote it
    content_differs,     // usable, but not what something was made of; detail = of what, and what still fits
    name_repeated,       // a second recording of that name; detail = the name
    unit_assumed,        // a file does not say its unit; detail = which was taken, and why
    rate_assumed,        // a file does not say its frame rate; detail = which was taken, and why
    rate_differs,        // another frame rate than the dataset's; detail = both
    part_left_out,       // read, but not all of it; detail = what and why
    data_doubted,        // read as it is, but no person is like that; detail = what, and what would mend it
    label_missing,       // comes in without a class among others that have one; detail = why
    dataset_empty,       // nothing was left to write or to read
    not_found,           // a named thing (layout, preset, recipe, class) does not exist
    already_exists,      // the output is there already and must not be overwritten
    locked,              // another program holds the file or the run
    training_diverged,   // loss or gradient became NaN, infinite or above the abort limit
    features_collapsed,  // the representation lost its variance
    device_unavailable,  // the compute device asked for is not on this machine
    out_of_memory,       // detail = what could be lowered
    process_failed,      // another program ended badly; detail = its last lines
    checkpoint_mismatch, // the checkpoint does not fit the options or the data
    cancelled,           // asked to stop before anything could be kept
    internal             // our own mistake
};

// Stable, machine-readable name ("file_not_found"), used in JSON and events.
std::string_view error_code_name(ErrorCode code);
std::optional<ErrorCode> error_code_from_name(std::string_view name);
const std::vector<ErrorCode>& all_error_codes();

// Where in a file or recording the fault lies; counted from 1 for lines and columns, from 0 for frames.
struct ErrorPlace {
    std::optional<long long> line;
    std::optional<long long> column;
    std::optional<long long> frame;
    bool operator==(const ErrorPlace&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string subject; // the path, option or name at fault
    std::string detail;  // facts only: numbers, system messages
    ErrorPlace place{};
    bool operator==(const Error&) const = default;
};

// "file.txt:12: format_invalid: detail", for logs and test output.
std::string describe(const Error& error);

// An Error from the calling thread's errno (ENOSPC becomes disk_full, ENOENT file_not_found).
Error error_from_errno(ErrorCode fallback, std::string subject);

} // namespace kinelens
