#include "core/import/import_job.h"

#include "core/dataset/dataset_facts.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/dataset_writer.h"
#include "core/dataset/history.h"
#include "core/dataset/motion_parts.h"
#include "core/dataset/name_list.h"
#include "core/foundation/number_text.h"
#include "core/foundation/parallel.h"
#include "core/import/dataset_name.h"
#include "core/import/doubts/implausible.h"
#include "core/import/reader_choice.h"
#include "core/options/option_info.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_set>

namespace kinelens {
namespace {

constexpr double rate_tolerance = 0.01;

using FileResult = Result<std::vector<RawSequence>>;

Result<std::unordered_set<std::string>> excluded_names(const std::string& file) {
    if (file.empty()) return std::unordered_set<std::string>{};
    return read_name_list(file);
}

std::int64_t frames_without_body(const Motion& motion) {
    std::int64_t count = 0;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        bool seen = false;
        for (int body = 0; body < motion.bodies; ++body) seen = seen || motion.is_tracked(frame, body);
        count += seen ? 0 : 1;
    }
    return count;
}

// An array of several is named after its file.
std::string place_of(const SourceFile& source, const RawSequence& sequence) {
    return source.name == sequence.info.name ? source.path : source.path + ":" + sequence.info.name;
}

std::string why_empty(const RawSequence& sequence) {
    const auto& ids = sequence.motion.body_ids;
    std::string why = "all coordinates are zero";
    if (!ids.empty() && std::ranges::all_of(ids, [](std::int64_t id) { return id == 0; }))
        why = "no body was seen";
    if (sequence.motion.frames == 0) why = "it has no frames";
    const std::size_t lost = sequence.intervals.size();
    if (lost == 1) return why + "; 1 labelled interval is lost";
    return lost == 0 ? why : why + "; " + std::to_string(lost) + " labelled intervals are lost";
}

std::string other_joints(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
    if (found.size() != expected.size())
        return std::to_string(found.size()) + " found, " + std::to_string(expected.size()) + " expected";
    const auto [one, other] = std::ranges::mismatch(found, expected);
    return "joint " + std::to_string(one - found.begin() + 1) + " is '" + *one + "', not '" + *other + "'";
}

// Writes what was read and keeps the books.
class Collector {
public:
    Collector(DatasetWriter& writer, const DatasetInfo& info, const ImportOptions& options)
        : writer_(writer)
        , info_(info)
        , plausible_(info)
        , options_(options) {}

    // Errors end the import: they are about the output, not about the file.
    Result<void> add(const SourceFile& source, FileResult& result) {
        if (!result) {
            Error error = result.error();
            if (error.subject.empty()) error.subject = source.path;
            report.rejected.push_back(std::move(error));
            return {};
        }
        for (RawSequence& sequence : *result) KINELENS_CHECK(add_sequence(source, sequence));
        return {};
    }

    // What is only known once all are read: recordings without a class are doubted where others have one.
    void tell_doubts() {
        if (labelled_) std::ranges::move(unlabelled_, std::back_inserter(report.warnings));
        std::ranges::move(plausible_.doubts(), std::back_inserter(report.warnings));
    }

    ImportReport report;

private:
    // What the file says of itself against what was announced for all.
    bool fits(const SourceFile& source, const RawSequence& sequence) {
        if (sequence.layout && sequence.layout->joint_names != info_.layout.joint_names) {
            report.rejected.push_back({ErrorCode::joint_count_wrong,
                                       place_of(source, sequence),
                                       other_joints(sequence.layout->joint_names, info_.layout.joint_names),
                                       {}});
            return false;
        }
        if (sequence.frame_rate > 0 && std::abs(sequence.frame_rate / info_.frame_rate - 1) > rate_tolerance)
            report.warnings.push_back({ErrorCode::rate_differs,
                                       place_of(source, sequence),
                                       short_number_text(sequence.frame_rate) + " frames a second, not " +
                                           short_number_text(info_.frame_rate),
                                       {}});
        return true;
    }

    Result<void> add_sequence(const SourceFile& source, RawSequence& sequence) {
        if (!fits(source, sequence)) return {};
        plausible_.look_at(sequence.motion, place_of(source, sequence));
        std::ranges::move(sequence.warnings, std::back_inserter(report.warnings));
        const std::int64_t gaps = frames_without_body(sequence.motion);
        if (gaps == sequence.motion.frames) {
            report.rejected.push_back(
                {ErrorCode::sequence_empty, place_of(source, sequence), why_empty(sequence), {}});
            return {};
        }
        if (gaps > 0)
            report.warnings.push_back({ErrorCode::body_missing,
                                       place_of(source, sequence),
                                       std::to_string(gaps) + " of " + std::to_string(sequence.motion.frames),
                                       {}});
        if (!sequence.class_name.empty() || !sequence.intervals.empty())
            labelled_ = true;
        else if (!sequence.label_is_doubted)
            unlabelled_.push_back(
                {ErrorCode::label_missing, place_of(source, sequence), sequence.why_unlabelled, {}});
        return options_.trim ? add_trimmed(source, sequence) : add_whole(source, sequence);
    }

    Result<void> add_whole(const SourceFile& source, RawSequence& sequence) {
        std::vector<Interval> intervals;
        for (const auto& labelled : sequence.intervals)
            intervals.push_back({0, writer_.class_index(labelled.class_name), labelled.start, labelled.end,
                                 labelled.confidence});
        report.intervals += static_cast<std::int64_t>(intervals.size());
        return write(source, sequence.info, sequence.class_name, sequence.motion, std::move(intervals));
    }

    Result<void> add_trimmed(const SourceFile& source, const RawSequence& sequence) {
        int number = 0;
        for (const auto& labelled : sequence.intervals) {
            SequenceInfo info = sequence.info;
            info.name += "#" + std::to_string(++number);
            const Motion part = frames_of(sequence.motion, labelled.start, labelled.end);
            if (frames_without_body(part) == part.frames) {
                report.rejected.push_back({ErrorCode::sequence_empty,
                                           source.path + "#" + std::to_string(number),
                                           "all coordinates are zero",
                                           {}});
                continue;
            }
            KINELENS_CHECK(write(source, info, labelled.class_name, part, {}));
        }
        return {};
    }

    Result<void> write(const SourceFile& source, SequenceInfo info, const std::string& class_name,
                       const Motion& motion, std::vector<Interval> intervals) {
        if (!class_name.empty()) info.label = writer_.class_index(class_name);
        if (info.subject >= 0) subjects_.insert(info.subject);
        auto written = writer_.append(std::move(info), motion, std::move(intervals));
        report.subjects = static_cast<std::int64_t>(subjects_.size());
        if (written) return {};
        const ErrorCode code = written.error().code;
        if (code == ErrorCode::disk_full || code == ErrorCode::file_unwritable) return written;
        // The file's own fault: two of one name, another number of joints, values that are no numbers.
        Error error = written.error();
        if (code == ErrorCode::already_exists) error = {ErrorCode::name_repeated, {}, error.subject, {}};
        error.subject = source.path;
        report.rejected.push_back(std::move(error));
        return {};
    }

    DatasetWriter& writer_;
    const DatasetInfo& info_;
    PlausibilityCheck plausible_;
    const ImportOptions& options_;
    std::set<int> subjects_;
    bool labelled_ = false;
    std::vector<Error> unlabelled_;
};

// Files that could be read by themselves, and are not because others of another kind lie beside them.
std::vector<Error> other_formats(const std::vector<SourceFile>& passed_over, const std::string& format) {
    std::map<std::string, std::int64_t> endings;
    for (const SourceFile& source : passed_over)
        if (has_reader(source)) ++endings[source.ending];
    std::vector<Error> told;
    for (const auto& [ending, count] : endings)
        told.push_back(
            {ErrorCode::part_left_out,
             passed_over.front().path,
             counted(count, ending + " file") + " beside the " + format + "s: import those by themselves",
             {}});
    return told;
}

struct Plan {
    std::vector<SourceFile> sources;
    std::vector<Error> warnings;
    std::unique_ptr<Reader> reader;
    DatasetInfo info;
    std::int64_t excluded = 0;
    std::int64_t passed_over = 0;
};

// What was chosen other than by default, without what concerns this machine alone.
std::map<std::string, std::string> given_options(const ImportOptions& options) {
    const OptionTable& table = option_table<ImportOptions>();
    const OptionValues values = option_values(options);
    std::map<std::string, std::string> given;
    for (const std::string& key : differing_options(table, values, option_values(ImportOptions{})))
        if (const auto index = option_index(table, key); index && table[*index].effect != OptionEffect::none)
            given[key] = option_text(values[*index]);
    return given;
}

Result<Plan> make_plan(const std::vector<std::string>& paths, const Path& output,
                       const ImportOptions& options) {
    Plan plan;
    KINELENS_TRY(all, list_sources(paths));
    auto reader = choose_reader(options, all);
    const auto faulty =
        std::ranges::find_if(all, [](const SourceFile& one) { return one.fault.has_value(); });
    if (!reader && reader.error().code == ErrorCode::format_unknown && faulty != all.end())
        return fail(*faulty->fault); // nothing can be read: this is why
    if (!reader && reader.error().subject.empty())
        reader.error().subject = paths.empty() ? "" : paths.front();
    if (!reader) return fail(std::move(reader.error()));
    KINELENS_TRY(excluded, excluded_names(options.exclude));
    plan.reader = std::move(*reader);
    std::vector<SourceFile> passed_over;
    for (SourceFile& source : all) {
        if (!source.fault && !plan.reader->accepts(source)) {
            if (!plan.reader->reads_beside(source)) passed_over.push_back(std::move(source));
        } else if (excluded.contains(source.stem))
            ++plan.excluded;
        else
            plan.sources.push_back(std::move(source));
    }
    plan.passed_over = static_cast<std::int64_t>(passed_over.size());
    plan.warnings = other_formats(passed_over, plan.reader->accepted());
    if (plan.sources.empty())
        return fail(ErrorCode::dataset_empty, paths.empty() ? "" : paths.front(),
                    plan.excluded > 0 ? "every file is on the list of those to leave out"
                                      : "there is no " + plan.reader->accepted());
    name_apart(plan.sources);
    KINELENS_TRY(info, plan.reader->describe(plan.sources));
    plan.info = std::move(info);
    plan.info.history.push_back(history_line({"import", {}, given_options(options)}));
    plan.info.name = options.name.empty() ? dataset_name(output, paths, options.recipe) : options.name;
    return plan;
}

// Blocks of files are read in parallel, then written in order: memory holds one block.
Result<void> read_all(const Plan& plan, const ImportOptions& options, Collector& collector,
                      const EventSink& sink, const std::stop_token& stop) {
    const unsigned threads = thread_count(options.threads);
    const std::size_t block = std::size_t(threads) * 8;
    const auto total = static_cast<std::int64_t>(plan.sources.size());
    for (std::size_t first = 0; first < plan.sources.size(); first += block) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "import");
        const std::size_t count = std::min(block, plan.sources.size() - first);
        std::vector<FileResult> results(count);
        parallel_for(count, threads, [&](std::size_t i) {
            const SourceFile& source = plan.sources[first + i];
            results[i] = source.fault ? FileResult(fail(*source.fault)) : plan.reader->read(source);
        });
        for (std::size_t i = 0; i < count; ++i)
            KINELENS_CHECK(collector.add(plan.sources[first + i], results[i]));
        sink(ProgressMade{static_cast<std::int64_t>(first + count), total, "files"});
    }
    return {};
}

} // namespace

namespace {

// The first fault stands for all of them.
Error why_nothing(const ImportReport& report, const std::string& path) {
    if (report.rejected.empty()) return {ErrorCode::dataset_empty, path, "nothing in it was of use", {}};
    Error first = report.rejected.front();
    if (report.rejected.size() > 1)
        first.detail += (first.detail.empty() ? "" : "; ") +
                        ("all " + std::to_string(report.rejected.size())) +
                        " recordings were rejected, this is the first";
    return first;
}

} // namespace

Result<ImportReport> run_import(const std::vector<std::string>& paths, const Path& output,
                                const ImportOptions& options, const EventSink& sink, std::stop_token stop) {
    KINELENS_TRY(plan, make_plan(paths, output, options));
    KINELENS_TRY(writer, DatasetWriter::create(output, plan.info));
    Collector collector(writer, plan.info, options);
    collector.report.excluded = plan.excluded;
    collector.report.passed_over = plan.passed_over;
    collector.report.warnings = std::move(plan.warnings);
    std::ranges::move(plan.reader->remarks(plan.info, plan.sources),
                      std::back_inserter(collector.report.warnings));
    KINELENS_CHECK(read_all(plan, options, collector, sink, stop));
    collector.tell_doubts();
    if (writer.sequence_count() == 0) return fail(why_nothing(collector.report, paths.front()));
    ImportReport& report = collector.report;
    report.sequences = writer.sequence_count();
    report.frames = writer.frame_count();
    KINELENS_CHECK(writer.finish());
    KINELENS_TRY(written, DatasetReader::open(output));
    report.classes = static_cast<std::int64_t>(written.info().class_names.size());
    report.classes_present = classes_present(written.sequences(), written.intervals());
    report.content_hash = written.info().content_hash;
    sink(ArtifactReady{"dataset", output.string(), ""});
    return std::move(report);
}

} // namespace kinelens
