#include "core/annotation/label_file.h"

#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/json_format.h"
#include "core/annotation/pku_text.h"
#include "core/foundation/content_hash.h"
#include "core/foundation/lower_case.h"

#include <algorithm>
#include <unordered_map>

namespace kinelens {
namespace {

AnnotationReading from_pku(const std::string& text, const Path& file,
                           const std::vector<std::string>& class_names) {
    PkuText read = read_pku_text(text, file.string(), static_cast<int>(class_names.size()));
    AnnotationReading reading{{class_names, {}}, std::move(read.faults)};
    reading.annotations.sequence(file.stem().string()).intervals = std::move(read.intervals);
    return reading;
}

// Of a folder the files that may be labels, by name.
Result<std::vector<Path>> files_of(const Path& place) {
    std::error_code failed;
    if (!std::filesystem::is_directory(place, failed)) return std::vector<Path>{place};
    std::vector<Path> files;
    for (const auto& entry : std::filesystem::directory_iterator(place, failed))
        if (const std::string ending = lower_case(entry.path().extension().string());
            ending == ".csv" || ending == ".json" || ending == ".txt" || ending == ".eaf")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty())
        return fail(ErrorCode::format_unknown, place.string(), "labels end in .csv, .json, .txt or .eaf");
    return files;
}

// Joins files to the recordings and classes of a dataset.
class Joiner {
public:
    explicit Joiner(const DatasetReader& dataset)
        : dataset_(dataset) {
        all_.class_names = dataset.info().class_names;
        for (std::size_t i = 0; i < dataset.sequences().size(); ++i)
            places_.emplace(dataset.sequences()[i].name, i);
        replaced.named.resize(dataset.sequences().size());
    }

    Result<void> add(const Path& file) {
        KINELENS_TRY(text, read_text_file(file));
        hash_.add_text(text);
        KINELENS_TRY(reading, read_labels(text, file, all_.class_names, dataset_.info().frame_rate));
        std::ranges::move(reading.faults, std::back_inserter(replaced.faults));
        for (const std::string& name : reading.annotations.class_names) all_.class_index(name);
        for (const AnnotatedSequence& sequence : reading.annotations.sequences)
            add_sequence(sequence, reading.annotations.class_names, file.string());
        return {};
    }

    Result<void> finish(const Path& place) {
        replaced.hash = hash_.text();
        if (!intervals.empty()) return {};
        if (!replaced.faults.empty()) return fail(replaced.faults.front());
        return fail(ErrorCode::dataset_empty, place.string(), "it holds no labelled interval");
    }

    const std::vector<std::string>& class_names() const { return all_.class_names; }

    std::vector<Interval> intervals;
    ReplacedLabels replaced;

private:
    void add_sequence(const AnnotatedSequence& sequence, const std::vector<std::string>& class_names,
                      const std::string& file) {
        const bool only = sequence.name.empty() && places_.size() == 1; // a table without that column
        const auto found = only ? places_.begin() : places_.find(sequence.name);
        if (found == places_.end())
            return fault(ErrorCode::not_found, "sequence " + sequence.name,
                         file + " labels it, and " + dataset_.file().string() + " does not hold it");
        replaced.named[found->second] = true;
        const std::int64_t frames = dataset_.sequences()[found->second].length;
        for (Interval interval : sequence.intervals) {
            if (interval.start >= frames) {
                fault(ErrorCode::format_invalid, file,
                      sequence.name + ": frames " + std::to_string(interval.start) + " to " +
                          std::to_string(interval.end) + " lie behind its " + std::to_string(frames));
                continue;
            }
            interval.label = all_.class_index(class_names[static_cast<std::size_t>(interval.label)]);
            interval.sequence = static_cast<int>(found->second);
            interval.end = std::min(interval.end, frames);
            intervals.push_back(std::move(interval));
        }
    }

    void fault(ErrorCode code, std::string subject, std::string why) {
        replaced.faults.push_back({code, std::move(subject), std::move(why), {}});
    }

    const DatasetReader& dataset_;
    std::unordered_map<std::string, std::size_t> places_;
    Annotations all_; // its classes
    ContentHash hash_;
};

} // namespace

Result<AnnotationReading> read_labels(const std::string& text, const Path& file,
                                      const std::vector<std::string>& class_names, double frame_rate) {
    const std::string ending = lower_case(file.extension().string());
    if (ending == ".csv") return annotations_from_csv(text, file.string(), class_names);
    if (ending == ".eaf") return annotations_from_eaf(text, file.string(), class_names, frame_rate);
    if (ending == ".txt") return from_pku(text, file, class_names);
    if (ending != ".json")
        return fail(ErrorCode::format_unknown, file.string(), "labels end in .csv, .json, .txt or .eaf");
    KINELENS_TRY(document, annotations_from_json(text, file.string()));
    return AnnotationReading{std::move(document.annotations), {}};
}

Result<ReplacedLabels> replace_labels(DatasetReader& dataset, const Path& place) {
    KINELENS_TRY(files, files_of(place));
    Joiner joiner(dataset);
    for (const Path& file : files) KINELENS_CHECK(joiner.add(file));
    KINELENS_CHECK(joiner.finish(place));
    dataset.set_intervals(joiner.class_names(), std::move(joiner.intervals));
    return std::move(joiner.replaced);
}

} // namespace kinelens
