// Import: files of other programs -> one dataset file. Files are read in parallel and written in their order,
// so the same files give the same bytes and hash on any machine.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/foundation/named_values.h"
#include "core/options/option_fields.h"

#include <stop_token>

namespace kinelens {

enum class ImportFormat { automatic, ntu, pku, recipe, npz, npy };
constexpr auto named_values(ImportFormat) {
    using enum ImportFormat;
    return std::array{Named{automatic, "auto"}, Named{ntu, "ntu"}, Named{pku, "pku"},
                      Named{recipe, "recipe"},  Named{npz, "npz"}, Named{npy, "npy"}};
}

struct ImportOptions {
    ImportFormat format = ImportFormat::automatic;
    std::string recipe;   // built-in name or JSON file; implies format recipe
    std::string skeleton; // layout of arrays without a recipe: built-in name or JSON file
    std::string exclude;  // file with names to leave out, one a line
    std::string name;     // of the dataset; empty: dataset_name() of what is imported
    bool trim = false;    // one sequence per labelled interval, named "<sequence>#<k>", k from 1
    int bodies = 2;       // M kept of Kinect recordings
    int threads = 0;      // 0: all cores
};
template <>
const OptionFields<ImportOptions>& option_fields<ImportOptions>();

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
