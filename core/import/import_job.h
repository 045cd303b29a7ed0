// Import: files of other programs -> one dataset file. Files are read in parallel and written in their order,
// so the same files give the same bytes and hash on any machine.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/import/import_options.h"

#include <stop_token>

namespace kinelens {

struct ImportReport {
    std::int64_t sequences = 0;
    std::int64_t frames = 0;
    std::int64_t classes = 0;         // that have a name
    std::int64_t classes_present = 0; // of those, in a recording or interval
    std::int64_t subjects = 0;        // 0: the files do not tell whom they show
    std::int64_t intervals = 0;
    std::int64_t excluded = 0;
    std::int64_t passed_over = 0; // files that are not of this format
    std::vector<Error> rejected;  // subject = file; place and detail = why
    std::vector<Error> warnings;  // imported all the same
    std::string content_hash;
};
std::string report_to_json(const ImportReport& report);

// Errors: file_not_found, format_unknown (nothing to read there), dataset_empty; the first fault if
// everything was rejected; cancelled (nothing is left behind), what writing gives. A file at fault is no
// error: it is in the report.
Result<ImportReport> run_import(const std::vector<std::string>& paths, const Path& output,
                                const ImportOptions& options, const EventSink& sink, std::stop_token stop);

} // namespace kinelens
