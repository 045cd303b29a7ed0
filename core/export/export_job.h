// Data for other programs: the recordings of a dataset as files of another format. Files appear when they are
// complete; where one cannot be written, none of them stays.
#pragma once

#include "core/experiment/events.h"
#include "core/export/export_options.h"
#include "core/export/export_report.h"
#include "core/foundation/files.h"

#include <stop_token>

namespace kinelens {

// csv, npz, pyskl and ctrgcn are one file (a folder as output: named after the dataset); the others a file
// for each recording, and each body of it but for skeleton, in the folder `output`; of a dataset with one
// recording `output` may be the file. Errors: what opening gives, invalid_argument (a format that cannot hold
// such a dataset, a file's name for several files), already_exists, file_not_found, file_unwritable,
// disk_full, cancelled.
Result<ExportReport> run_data_export(const Path& data, const Path& output, const ExportDataOptions& options,
                                     const EventSink& sink, std::stop_token stop);

} // namespace kinelens
