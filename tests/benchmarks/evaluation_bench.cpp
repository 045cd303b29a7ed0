// Times the evaluations at the published size: 40,000 training and 16,000 test samples of 2048 features and
// 60 classes. evaluation_bench FOLDER [approximate]: the folder keeps the made-up features for the next time
// (460 MB); the graph, which takes ten minutes to build, is only timed when asked for.
#include "core/dataset/dataset_writer.h"
#include "core/foundation/random.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/options/option_json.h"
#include "core/results/features_writer.h"

#include <chrono>
#include <cstdio>
#include <string>

using namespace kinelens;

namespace {

constexpr int samples = 56000;
constexpr int classes = 60;
constexpr int width = 2048;

std::string name_of(int index) {
    return std::to_string(100000 + index);
}

Result<void> write_dataset(const Path& file) {
    DatasetInfo info;
    info.layout = anonymous_layout(1);
    KINELENS_TRY(writer, DatasetWriter::create(file, info));
    for (int c = 0; c < classes; ++c) writer.class_index(std::to_string(c));
    for (int i = 0; i < samples; ++i) {
        SequenceInfo sequence;
        sequence.name = name_of(i);
        sequence.label = i % classes;
        sequence.subject = i < 40000 ? 1 : 2;
        Motion motion(1, 1, 1);
        motion.set_tracked(0, 0, true);
        KINELENS_CHECK(writer.append(sequence, motion));
    }
    return writer.finish();
}

// A direction for each class, and noise around it.
Result<void> write_features(const Path& file) {
    KINELENS_TRY(writer, FeaturesWriter::create(file, {width, false, 0, 0}, {}));
    std::vector<float> row(width);
    for (int i = 0; i < samples; ++i) {
        CounterRandom noise(static_cast<std::uint64_t>(i));
        CounterRandom centre(1000000u + static_cast<std::uint64_t>(i % classes));
        for (float& value : row)
            value = static_cast<float>(0.08 * centre.uniform(-1, 1) + noise.uniform(-1, 1));
        KINELENS_CHECK(writer.append({name_of(i)}, {row.data()}));
    }
    return writer.finish();
}

template <class Work>
int timed(const char* what, const Work& work) {
    const auto began = std::chrono::steady_clock::now();
    const auto found = work();
    if (!found) {
        std::fprintf(stderr, "%s\n", describe(found.error()).c_str());
        return 1;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("%-34s %7.1f s, top-1 %.4f  %s\n", what, seconds, figures_of(*found).top1,
                report_to_json(found->report).substr(0, 120).c_str());
    std::fflush(stdout);
    return 0;
}

Result<void> prepare(const Path& data, const Path& features) {
    if (!std::filesystem::exists(data)) KINELENS_CHECK(write_dataset(data));
    if (!std::filesystem::exists(features)) KINELENS_CHECK(write_features(features));
    return {};
}

} // namespace

int main(int count, char** words) {
    if (count != 2 && count != 3) return 2;
    const Path data = Path(words[1]) / "bench.h5", features = Path(words[1]) / "bench-features.h5";
    if (const auto made = prepare(data, features); !made) {
        std::fprintf(stderr, "%s\n", describe(made.error()).c_str());
        return 1;
    }
    const learning::EvaluationRequest request{{}, features.string(), data.string(), "subjects:1"};
    const EventSink nobody = [](const Event&) {};
    const auto published = preset_options<ProbeOptions>("probe", "ntu60-xsub");
    ProbeOptions whole = *published;
    whole.batch_size = 0;
    RetrieveOptions exact, graph;
    graph.search = NeighbourSearch::approximate;
    int failed =
        timed("probe, ntu60-xsub", [&] { return learning::run_probe(request, *published, nobody, {}); });
    failed += timed("probe, all samples in one step",
                    [&] { return learning::run_probe(request, whole, nobody, {}); });
    failed += timed("retrieve, exact", [&] { return learning::run_retrieval(request, exact, nobody, {}); });
    if (count == 3)
        failed += timed("retrieve, approximate",
                        [&] { return learning::run_retrieval(request, graph, nobody, {}); });
    return failed;
}
