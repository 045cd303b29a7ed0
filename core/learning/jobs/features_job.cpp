#include "core/learning/jobs/features_job.h"

#include "core/dataset/dataset_reader.h"
#include "core/experiment/experiment.h"
#include "core/learning/jobs/clip_batches.h"
#include "core/learning/jobs/guard.h"
#include "core/learning/training/device.h"
#include "core/learning/weights/saved_model.h"
#include "core/results/features_writer.h"

#include <chrono>
#include <numeric>

namespace kinelens::learning {
namespace {

struct Job {
    SavedModel saved;
    torch::Device device;
    std::unique_ptr<ClipStore> clips;
    ClipShape shape;
    std::map<std::string, std::string> stamp;
};

struct OpenClips {
    std::unique_ptr<ClipStore> store;
    std::string data_hash;
};

Result<OpenClips> open_clips(const Path& data, const SavedModel& saved, const std::string& preprocess) {
    KINELENS_TRY(opened, DatasetReader::open(data));
    const auto reader = std::make_shared<DatasetReader>(std::move(opened));
    const int wanted = saved.info.layout.joint_count(), found = reader->info().layout.joint_count();
    if (wanted != found)
        return fail(ErrorCode::joint_count_wrong, data.string(),
                    std::to_string(found) + " joints, the checkpoint was trained on " +
                        std::to_string(wanted));
    std::vector<std::size_t> all(reader->sequences().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto sources = clip_sources(reader->sequences(), reader->intervals(), all, Segments::whole, 1, 1);
    if (sources.empty()) return fail(ErrorCode::dataset_empty, data.string());
    auto store = std::make_unique<ClipStore>(std::move(sources), motions_of(reader), reader->info().layout,
                                             normalisation_named(preprocess, saved.info.bodies), 0);
    return OpenClips{std::move(store), reader->info().content_hash};
}

Result<Job> prepare(const Path& checkpoint, const Path& data, const FeaturesOptions& options) {
    KINELENS_TRY(device, choose_device(options.device));
    const int threads = use_threads(options.threads);
    KINELENS_TRY(saved, load_model(checkpoint));
    const std::string preprocess =
        options.preprocess == "trained" ? saved.options.preprocess : options.preprocess;
    KINELENS_TRY(clips, open_clips(data, saved, preprocess));
    const ClipShape shape{saved.options.frames,
                          stream_from_name(saved.options.stream).value_or(Stream::joint), threads};
    std::map<std::string, std::string> stamp{
        {"data", data.string()},          {"data_hash", clips.data_hash}, {"checkpoint", checkpoint.string()},
        {"stream", saved.options.stream}, {"preprocess", preprocess},     {"code_version", code_version()}};
    saved.model->to(device);
    return Job{std::move(saved), device, std::move(clips.store), shape, std::move(stamp)};
}

Result<void> encode_batch(Job& job, FeaturesWriter& writer, std::size_t first, std::size_t count,
                          bool dense) {
    KINELENS_TRY(batch, clip_batch(*job.clips, first, count, job.shape));
    const auto encoded = job.saved.model->encoder().forward(batch.to(job.device), {});
    const auto to_host = [](const torch::Tensor& values) { return values.to(torch::kCPU).contiguous(); };
    const auto instance = to_host(torch::cat({encoded.pooled_temporal(), encoded.pooled_spatial()}, 1));
    std::vector<std::string> names;
    for (std::size_t i = first; i < first + count; ++i) names.push_back(job.clips->source(i).name);
    if (!dense) return writer.append(names, instance.data_ptr<float>(), nullptr, nullptr);
    const auto temporal = to_host(encoded.temporal), spatial = to_host(encoded.spatial);
    return writer.append(names, instance.data_ptr<float>(), temporal.data_ptr<float>(),
                         spatial.data_ptr<float>());
}

Result<FeaturesSummary> encode(Job& job, const Path& output, const FeaturesOptions& options,
                               const EventSink& sink, const std::stop_token& stop) {
    const torch::NoGradGuard no_grad;
    const auto& model = job.saved.model->options();
    const FeaturesShape shape{2 * model.hidden, options.dense, model.frames, model.spatial_tokens()};
    KINELENS_TRY(writer, FeaturesWriter::create(output, shape, job.stamp));
    const std::size_t total = job.clips->size();
    const auto most = static_cast<std::size_t>(options.batch_size);
    for (std::size_t first = 0; first < total; first += most) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "features");
        const std::size_t count = std::min(most, total - first);
        KINELENS_CHECK(encode_batch(job, writer, first, count, options.dense));
        sink(ProgressMade{static_cast<std::int64_t>(first + count), static_cast<std::int64_t>(total),
                          "sequences"});
    }
    KINELENS_CHECK(writer.finish());
    sink(ArtifactReady{"features", output.string(), ""});
    return FeaturesSummary{static_cast<std::int64_t>(total), shape.dimension, 0, job.device.str()};
}

} // namespace

Result<FeaturesSummary> compute_features(const Path& checkpoint, const Path& data, const Path& output,
                                         const FeaturesOptions& options, const EventSink& sink,
                                         std::stop_token stop) {
    const auto began = std::chrono::steady_clock::now();
    return guarded("features", [&]() -> Result<FeaturesSummary> {
        KINELENS_TRY(job, prepare(checkpoint, data, options));
        KINELENS_TRY(summary, encode(job, output, options, sink, stop));
        summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        return summary;
    });
}

} // namespace kinelens::learning
