#include "core/learning/detection/detection_output.h"

#include "core/experiment/experiment.h"
#include "core/segmentation/streamed_segmentation.h"

#include <algorithm>

namespace kinelens::learning {
namespace {

ScoreShardSettings settings_of(const std::vector<std::string>& class_names, const Stamp& stamp,
                               const EventSink& sink) {
    ScoreShardSettings settings;
    settings.class_names = class_names;
    settings.stamp = stamp;
    settings.announce = [sink](const Path& shard) { sink(ArtifactReady{"scores", full_name(shard), ""}); };
    return settings;
}

// Why scores of one stamp do not go with those of another; empty where they do.
std::string difference(const Stamp& before, const Stamp& asked) {
    for (const char* key : {"checkpoint", "data"}) {
        const std::string hash = std::string(key) + "_hash";
        if (before.text(hash) != asked.text(hash))
            return "its scores were made with another content of --" + std::string(key) + ", " +
                   before.text(key);
    }
    if (before.text("code_version") != asked.text("code_version"))
        return "its scores were made by version " + before.text("code_version");
    Experiment first, second;
    first.options = before.text("options");
    second.options = asked.text("options");
    if (first.options.empty()) return "its scores do not say which options they were made with";
    const auto other = first_difference(first, second, "{}");
    return other ? "its scores were made with " + other->what + " '" + other->before + "', not '" +
                       other->asked + "'"
                 : "";
}

} // namespace

DetectionOutput::DetectionOutput(Path folder, ScoreShardWriter writer, EventSink sink)
    : folder_(std::move(folder))
    , writer_(std::move(writer))
    , sink_(std::move(sink)) {}

Result<DetectionOutput> DetectionOutput::create(const Path& folder,
                                                const std::vector<std::string>& class_names,
                                                const Stamp& stamp, const EventSink& sink) {
    KINELENS_TRY(writer, ScoreShardWriter::create(folder, settings_of(class_names, stamp, sink)));
    DetectionOutput output(folder, std::move(writer), sink);
    output.predictions_.class_names = class_names;
    output.predictions_.stamp = stamp;
    return output;
}

Result<DetectionOutput> DetectionOutput::go_on(const Path& folder,
                                               const std::vector<std::string>& class_names,
                                               const Stamp& stamp, const EventSink& sink,
                                               std::int64_t shard_bytes) {
    std::optional<ScoreShardReader> before;
    if (has_score_shards(folder)) {
        KINELENS_TRY(there, ScoreShardReader::open(folder));
        const std::string other =
            there.class_names() == class_names ? difference(there.stamp(), stamp) : "its classes are others";
        if (!other.empty()) return fail(ErrorCode::already_exists, folder.string(), other);
        before = std::move(there);
    }
    auto settings = settings_of(class_names, stamp, sink);
    settings.shard_bytes = shard_bytes;
    KINELENS_TRY(writer, before ? ScoreShardWriter::go_on(folder, std::move(settings))
                                : ScoreShardWriter::create(folder, std::move(settings)));
    DetectionOutput output(folder, std::move(writer), sink);
    output.predictions_.class_names = class_names;
    output.predictions_.stamp = stamp;
    output.before_ = std::move(before);
    for (std::size_t i = 0; output.before_ && i < output.before_->names().size(); ++i)
        output.places_[output.before_->names()[i]] = i;
    return output;
}

Result<void> DetectionOutput::read_back(std::size_t place, const SequenceInfo& info, const TakeRows& take,
                                        const std::stop_token& stop) const {
    constexpr std::int64_t block = 16384;
    for (std::int64_t first = 0; first < info.length; first += block) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "detection");
        KINELENS_TRY(rows, before_->read(place, first, block));
        if (rows.frames != std::min(block, info.length - first))
            return fail(ErrorCode::shape_mismatch, folder_.string(),
                        "its scores of " + info.name + " are not of " + std::to_string(info.length) +
                            " frames");
        KINELENS_CHECK(take(rows.values.data(), rows.frames));
    }
    return {};
}

Result<void> DetectionOutput::add(const ScoreRecording& score, std::size_t sequence, const SequenceInfo& info,
                                  const SegmentationOptions& options, const std::stop_token& stop) {
    StreamedSegmentation segmentation(options, static_cast<int>(predictions_.class_names.size()) + 1);
    const auto known = places_.find(info.name);
    const bool fresh = known == places_.end();
    if (fresh) KINELENS_CHECK(writer_.begin(info.name));
    const auto take = [&](const float* rows, std::int64_t frames) -> Result<void> {
        segmentation.add(rows, frames);
        frames_ += frames;
        scored_frames_ += fresh ? frames : 0;
        if (progress) progress(frames_);
        return fresh ? writer_.append(rows, frames) : Result<void>{};
    };
    if (auto made = fresh ? score(sequence, take, stop) : read_back(known->second, info, take, stop); !made) {
        writer_.abandon();
        return made;
    }
    if (fresh) KINELENS_CHECK(writer_.end());
    predictions_.sequences.push_back({info.name, info.length, segmentation.finish(), options.class_lengths});
    return {};
}

Result<Predictions> DetectionOutput::finish(const SegmentationOptions& options) {
    KINELENS_CHECK(writer_.finish());
    predictions_.segmentation = options;
    for (PredictedSequence& sequence : predictions_.sequences)
        if (sequence.class_lengths == options.class_lengths) sequence.class_lengths.clear();
    KINELENS_CHECK(write_predictions(folder_ / "predictions.json", predictions_));
    sink_(ArtifactReady{"predictions", full_name(folder_ / "predictions.json"), ""});
    return std::move(predictions_);
}

} // namespace kinelens::learning
