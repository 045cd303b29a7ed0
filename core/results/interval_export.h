// Intervals of datasets and predictions as files for other programs.
#pragma once

#include "core/annotation/annotations.h"
#include "core/dataset/dataset_reader.h"
#include "core/results/predictions.h"

namespace kinelens {

Annotations annotations_of(const DatasetReader& dataset);
// Lengths and the frame rate come from the dataset where there is one. Error: not_found (it lacks a
// sequence).
Result<Annotations> annotations_of(const Predictions& predictions, const DatasetReader* dataset);

// csv, frames (a table with a row for each frame), json: one file. pku, eaf: a folder with one file for each
// sequence, <name>.txt or <name>.eaf. Returns what was
// written. Errors: already_exists (nothing is overwritten), invalid_argument (a format there is not; what
// validate() says), name_repeated (two sequences would get one file), file_unwritable, disk_full.
Result<std::vector<Path>> export_intervals(const Annotations& annotations, const std::string& format,
                                           const Path& output);

} // namespace kinelens
