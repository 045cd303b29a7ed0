#include "core/annotation/label_file.h"

#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/json_format.h"
#include "core/annotation/pku_text.h"
#include "core/foundation/content_hash.h"
#include "core/foundation/lower_case.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace kinelens {
namespace {

constexpr const char* endings_wanted = "labels end in .csv, .tsv, .json, .txt or .eaf";

bool has_label_ending(const Path& file) {
    const std::string ending = lower_case(file.extension().string());
    return ending == ".csv" || ending == ".tsv" || ending == ".json" || ending == ".txt" || ending == ".eaf";
}

AnnotationReading from_pku(const std::string& text, const LabelFile& file) {
    PkuText read = read_pku_text(text, file.path, static_cast<int>(file.class_names.size()));
    AnnotationReading reading{{file.class_names, {}}, std::move(read.faults)};
    reading.annotations.sequence(Path(file.path).stem().string()).intervals = std::move(read.intervals);
    return reading;
}

Result<AnnotationReading> read_by_ending(const std::string& text, const LabelFile& file) {
    const std::string ending = lower_case(Path(file.path).extension().string());
    if (ending == ".csv" || ending == ".tsv") return annotations_from_csv(text, file);
    if (ending == ".eaf") return annotations_from_eaf(text, file);
    if (ending == ".txt") return from_pku(text, file);
    if (ending != ".json") return fail(ErrorCode::format_unknown, file.path, endings_wanted);
    KINELENS_TRY(document, annotations_from_json(text, file.path));
    return AnnotationReading{std::move(document.annotations), {}};
}

// Of intervals with the same frames, class and source the first counts.
void tell_duplicates(AnnotationReading& reading, const std::string& path) {
    for (AnnotatedSequence& sequence : reading.annotations.sequences) {
        std::set<std::tuple<std::int64_t, std::int64_t, int, std::string>> seen;
        std::erase_if(sequence.intervals, [&](const Interval& one) {
            if (seen.emplace(one.start, one.end, one.label, one.source).second) return false;
            const auto& name = reading.annotations.class_names[static_cast<std::size_t>(one.label)];
            reading.faults.push_back({ErrorCode::part_left_out,
                                      path,
                                      sequence.name + ": '" + name + "', frames " +
                                          std::to_string(one.start) + " to " + std::to_string(one.end) +
                                          ", stands there twice",
                                      {}});
            return true;
        });
    }
}

// Of a folder the files that may be labels, by name.
Result<std::vector<Path>> files_of(const Path& place) {
    std::error_code failed;
    if (!std::filesystem::is_directory(place, failed)) return std::vector<Path>{place};
    std::vector<Path> files;
    for (const auto& entry : std::filesystem::directory_iterator(place, failed))
        if (has_label_ending(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) return fail(ErrorCode::format_unknown, place.string(), endings_wanted);
    return files;
}

// A '#' may also be part of a file's name.
std::pair<Path, std::string> split_tier(const Path& asked) {
    const std::string text = asked.string();
    const std::size_t mark = text.rfind('#');
    std::error_code failed;
    if (mark == std::string::npos || std::filesystem::exists(asked, failed)) return {asked, {}};
    return {text.substr(0, mark), text.substr(mark + 1)};
}

// Joins files to the recordings and classes of a dataset.
class Joiner {
public:
    Joiner(const DatasetReader& dataset, const std::string& tier)
        : dataset_(dataset)
        , tier_(tier) {
        all_.class_names = dataset.info().class_names;
        for (std::size_t i = 0; i < dataset.sequences().size(); ++i)
            places_.emplace(dataset.sequences()[i].name, i);
        replaced.named.resize(dataset.sequences().size());
    }

    Result<void> add(const Path& file) {
        KINELENS_TRY(text, read_text_file(file));
        hash_.add_text(text);
        const LabelFile labels{file.string(), all_.class_names, dataset_.info().frame_rate, tier_};
        KINELENS_TRY(reading, read_labels(text, labels));
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
    const std::string& tier_;
    std::unordered_map<std::string, std::size_t> places_;
    Annotations all_; // its classes
    ContentHash hash_;
};

} // namespace

Result<AnnotationReading> read_labels(const std::string& text, const LabelFile& file) {
    KINELENS_TRY(reading, read_by_ending(text, file));
    tell_duplicates(reading, file.path);
    return reading;
}

Result<ReplacedLabels> replace_labels(DatasetReader& dataset, const Path& asked) {
    const auto [place, tier] = split_tier(asked);
    KINELENS_TRY(files, files_of(place));
    Joiner joiner(dataset, tier);
    for (const Path& file : files) KINELENS_CHECK(joiner.add(file));
    KINELENS_CHECK(joiner.finish(place));
    dataset.set_intervals(joiner.class_names(), std::move(joiner.intervals));
    return std::move(joiner.replaced);
}

} // namespace kinelens
