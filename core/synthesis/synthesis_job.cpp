// run_synthesis: blocks of sequences made in parallel, written in order; memory holds one block.
#include "core/dataset/dataset_reader.h"
#include "core/dataset/dataset_writer.h"
#include "core/foundation/json_text.h"
#include "core/foundation/parallel.h"
#include "core/synthesis/synthesis.h"

#include <algorithm>
#include <set>

namespace kinelens {
namespace {

struct Books {
    SynthesisReport report;
    std::set<int> subjects;
};

Result<void> write(DatasetWriter& writer, SyntheticSequence& sequence, Books& books) {
    books.subjects.insert(sequence.info.subject);
    books.report.intervals += static_cast<std::int64_t>(sequence.intervals.size());
    return writer.append(std::move(sequence.info), sequence.motion, std::move(sequence.intervals));
}

Result<void> write_all(const SynthesisOptions& options, DatasetWriter& writer, Books& books,
                       const EventSink& sink, const std::stop_token& stop) {
    const unsigned threads = thread_count(options.threads);
    const std::int64_t block = std::int64_t(threads) * 16;
    for (std::int64_t first = 0; first < options.sequences; first += block) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "synthesize");
        const auto count = static_cast<std::size_t>(std::min(block, options.sequences - first));
        std::vector<Result<SyntheticSequence>> made(count);
        parallel_for(count, threads, [&](std::size_t i) {
            made[i] = synthesize_sequence(options, first + static_cast<std::int64_t>(i));
        });
        for (auto& sequence : made) {
            if (!sequence) return fail(std::move(sequence.error()));
            KINELENS_CHECK(write(writer, *sequence, books));
        }
        sink(ProgressMade{first + static_cast<std::int64_t>(count), options.sequences, "sequences"});
    }
    return {};
}

} // namespace

Result<SynthesisReport> run_synthesis(const SynthesisOptions& options, const Path& output,
                                      const EventSink& sink, std::stop_token stop) {
    KINELENS_TRY(info, describe_synthesis(options));
    KINELENS_TRY(writer, DatasetWriter::create(output, info));
    Books books;
    KINELENS_CHECK(write_all(options, writer, books, sink, stop));
    books.report.sequences = writer.sequence_count();
    books.report.frames = writer.frame_count();
    books.report.classes = static_cast<std::int64_t>(info.class_names.size());
    books.report.subjects = static_cast<std::int64_t>(books.subjects.size());
    KINELENS_CHECK(writer.finish());
    KINELENS_TRY(written, DatasetReader::open(output));
    books.report.content_hash = written.info().content_hash;
    sink(ArtifactReady{"dataset", output.string(), ""});
    return std::move(books.report);
}

std::string report_to_json(const SynthesisReport& report) {
    return json_line({{"sequences", report.sequences},
                      {"frames", report.frames},
                      {"classes", report.classes},
                      {"subjects", report.subjects},
                      {"intervals", report.intervals},
                      {"content_hash", report.content_hash},
                      {"rejected", nlohmann::ordered_json::array()},
                      {"warnings", nlohmann::ordered_json::array()}});
}

} // namespace kinelens
