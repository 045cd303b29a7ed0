#include "core/learning/detection/detection_output.h"

#include "core/segmentation/streamed_segmentation.h"

namespace kinelens::learning {
namespace {

std::string full_name(const Path& file) {
    return std::filesystem::absolute(file).lexically_normal().string();
}

} // namespace

DetectionOutput::DetectionOutput(Path folder, ScoreShardWriter writer, EventSink sink)
    : folder_(std::move(folder))
    , writer_(std::move(writer))
    , sink_(std::move(sink)) {}

Result<DetectionOutput> DetectionOutput::create(const Path& folder,
                                                const std::vector<std::string>& class_names,
                                                const std::map<std::string, std::string>& stamp,
                                                const EventSink& sink) {
    ScoreShardSettings settings{class_names, stamp};
    settings.announce = [sink](const Path& shard) { sink(ArtifactReady{"scores", full_name(shard), ""}); };
    KINELENS_TRY(writer, ScoreShardWriter::create(folder, std::move(settings)));
    DetectionOutput output(folder, std::move(writer), sink);
    output.predictions_.class_names = class_names;
    output.predictions_.stamp = stamp;
    return output;
}

Result<void> DetectionOutput::add(const ScoreRecording& score, std::size_t sequence, const SequenceInfo& info,
                                  const SegmentationOptions& options, const std::stop_token& stop) {
    StreamedSegmentation segmentation(options, static_cast<int>(predictions_.class_names.size()) + 1);
    KINELENS_CHECK(writer_.begin(info.name));
    const auto take = [&](const float* rows, std::int64_t frames) -> Result<void> {
        segmentation.add(rows, frames);
        frames_ += frames;
        if (progress) progress(frames_);
        return writer_.append(rows, frames);
    };
    KINELENS_CHECK(score(sequence, take, stop));
    KINELENS_CHECK(writer_.end());
    predictions_.sequences.push_back({info.name, info.length, segmentation.finish()});
    return {};
}

Result<Predictions> DetectionOutput::finish(const SegmentationOptions& options) {
    KINELENS_CHECK(writer_.finish());
    predictions_.segmentation = options;
    KINELENS_CHECK(write_predictions(folder_ / "predictions.json", predictions_));
    sink_(ArtifactReady{"predictions", full_name(folder_ / "predictions.json"), ""});
    return std::move(predictions_);
}

} // namespace kinelens::learning
