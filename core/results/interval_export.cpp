#include "core/results/interval_export.h"

#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/json_format.h"
#include "core/annotation/pku_text.h"

#include <algorithm>
#include <map>

namespace kinelens {
namespace {

Result<void> check_output(const Path& output, bool folder) {
    std::error_code failed;
    if (output.empty()) return fail(ErrorCode::invalid_argument, "output", "it names no file");
    const bool there = std::filesystem::exists(output, failed);
    if (there && !(folder && std::filesystem::is_directory(output, failed) &&
                   std::filesystem::is_empty(output, failed)))
        return fail(ErrorCode::already_exists, output.string());
    if (folder) std::filesystem::create_directories(output, failed);
    if (folder && failed) return fail(ErrorCode::file_unwritable, output.string(), failed.message());
    return {};
}

std::string file_name(std::string sequence, const std::string& ending) {
    std::replace(sequence.begin(), sequence.end(), '/', '_');
    return (sequence.empty() ? "unnamed" : sequence) + ending;
}

Result<std::vector<Path>> export_folder(const Annotations& annotations, bool eaf, const Path& output) {
    std::map<Path, const AnnotatedSequence*> files;
    for (const AnnotatedSequence& sequence : annotations.sequences)
        if (!files.emplace(output / file_name(sequence.name, eaf ? ".eaf" : ".txt"), &sequence).second)
            return fail(ErrorCode::name_repeated, output.string(), sequence.name);
    KINELENS_CHECK(check_output(output, true));
    std::vector<Path> written;
    for (const auto& [file, sequence] : files) {
        KINELENS_CHECK(
            write_file_atomically(file, eaf ? annotations_to_eaf(*sequence, annotations.class_names)
                                            : pku_text(sequence->intervals)));
        written.push_back(file);
    }
    return written;
}

} // namespace

Annotations annotations_of(const DatasetReader& dataset) {
    Annotations annotations{dataset.info().class_names, {}};
    for (const SequenceInfo& sequence : dataset.sequences())
        annotations.sequences.push_back({sequence.name, sequence.length, dataset.info().frame_rate, {}});
    for (Interval interval : dataset.intervals()) {
        auto& intervals = annotations.sequences[static_cast<std::size_t>(interval.sequence)].intervals;
        interval.sequence = 0;
        intervals.push_back(std::move(interval));
    }
    for (AnnotatedSequence& sequence : annotations.sequences) sort_intervals(sequence.intervals);
    return annotations;
}

Result<Annotations> annotations_of(const Predictions& predictions, const DatasetReader* dataset) {
    Annotations annotations{predictions.class_names, {}};
    std::map<std::string, std::int64_t> lengths;
    if (dataset)
        for (const SequenceInfo& sequence : dataset->sequences()) lengths[sequence.name] = sequence.length;
    for (const PredictedSequence& predicted : predictions.sequences) {
        if (dataset && !lengths.contains(predicted.name))
            return fail(ErrorCode::not_found, "sequence " + predicted.name,
                        "it is predicted, and " + dataset->file().string() + " does not hold it");
        AnnotatedSequence sequence{predicted.name, predicted.frames, 30, predicted.intervals};
        if (dataset) sequence.frames = lengths[predicted.name];
        if (dataset) sequence.frame_rate = dataset->info().frame_rate;
        sort_intervals(sequence.intervals);
        annotations.sequences.push_back(std::move(sequence));
    }
    return annotations;
}

Result<std::vector<Path>> export_intervals(const Annotations& annotations, const std::string& format,
                                           const Path& output) {
    KINELENS_CHECK(validate(annotations));
    if (format == "pku" || format == "eaf") return export_folder(annotations, format == "eaf", output);
    if (format != "csv" && format != "frames" && format != "json")
        return fail(ErrorCode::invalid_argument, "format",
                    "'" + format + "' is none of csv, frames, json, pku, eaf");
    KINELENS_CHECK(check_output(output, false));
    KINELENS_CHECK(write_file_atomically(output, format == "csv" ? annotations_to_csv(annotations)
                                                 : format == "frames"
                                                     ? annotations_to_frame_table(annotations)
                                                     : annotations_to_json(annotations)));
    return std::vector<Path>{output};
}

} // namespace kinelens
