#include "core/learning/evaluation/features_job.h"

#include "core/dataset/dataset_reader.h"
#include "core/experiment/experiment.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/clip_encoder.h"
#include "core/learning/evaluation/evaluation_request.h"
#include "core/learning/training/device.h"
#include "core/results/features_writer.h"

#include <chrono>
#include <numeric>

namespace kinelens::learning {
namespace {

struct FeaturesJob {
    ClipEncoder encoder;
    Stamp stamp;
};

Result<FeaturesJob> prepare(const Path& checkpoint, const Path& data, const FeaturesOptions& options) {
    KINELENS_TRY(device, choose_device(options.device));
    const int threads = use_threads(options.threads);
    KINELENS_TRY(opened, DatasetReader::open(data));
    const auto reader = std::make_shared<const DatasetReader>(std::move(opened));
    std::vector<std::size_t> all(reader->sequences().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    KINELENS_TRY(encoder,
                 ClipEncoder::open(checkpoint, reader, all, {options.preprocess, device, threads, 0}));
    KINELENS_TRY(stamp, checkpoint_stamp({checkpoint.string()}, options.preprocess));
    stamp["data"] = data.string();
    stamp["data_hash"] = reader->info().content_hash;
    stamp["code_version"] = code_version();
    return FeaturesJob{std::move(encoder), std::move(stamp)};
}

Result<void> encode_batch(FeaturesJob& job, FeaturesWriter& writer, std::span<const std::size_t> chosen,
                          const FeaturesOptions& options) {
    KINELENS_TRY(encoded, job.encoder.encode(chosen));
    std::vector<torch::Tensor> kept; // until they are written
    const auto on_host = [&](const torch::Tensor& values) -> const float* {
        return kept.emplace_back(values.to(torch::kCPU).contiguous()).data_ptr<float>();
    };
    const auto instance = instance_of(encoded);
    EncodedRows rows{on_host(instance)};
    if (options.dense) {
        rows.temporal = on_host(encoded.temporal);
        rows.spatial = on_host(encoded.spatial);
    }
    if (options.projection) rows.projection = on_host(job.encoder.model()->project_instance(instance));
    std::vector<std::string> names;
    for (const std::size_t clip : chosen) names.push_back(job.encoder.name(clip));
    return writer.append(names, rows);
}

Result<FeaturesSummary> encode(FeaturesJob& job, const Path& output, const FeaturesOptions& options,
                               const EventSink& sink, const std::stop_token& stop) {
    const torch::NoGradGuard no_grad;
    const auto& model = job.encoder.model()->options();
    const FeaturesShape shape{job.encoder.dimension(), options.dense, model.frames, model.spatial_tokens(),
                              options.projection ? 4 * model.hidden : 0};
    KINELENS_TRY(writer, FeaturesWriter::create(output, shape, job.stamp));
    const std::size_t total = job.encoder.size();
    std::vector<std::size_t> all(total);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto most = static_cast<std::size_t>(options.batch_size);
    for (std::size_t first = 0; first < total; first += most) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "features");
        const std::size_t count = std::min(most, total - first);
        KINELENS_CHECK(encode_batch(job, writer, std::span(all).subspan(first, count), options));
        sink(ProgressMade{static_cast<std::int64_t>(first + count), static_cast<std::int64_t>(total),
                          "sequences"});
    }
    KINELENS_CHECK(writer.finish());
    sink(ArtifactReady{"features", output.string(), ""});
    return FeaturesSummary{static_cast<std::int64_t>(total), shape.dimension, 0, job.encoder.device().str()};
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
