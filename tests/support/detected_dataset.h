// An untrimmed dataset and what a detector says of it: two recordings of 300 frames, three classes, and a run
// folder with scores and predictions.
#pragma once

#include "core/dataset/dataset_writer.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"
#include "core/segmentation/segmentation.h"
#include "tests/support/small_dataset.h"

namespace kinelens::testing {

inline const std::vector<std::string> detected_classes{"wave", "bow", "kick"};

// Recording i holds wave [20, 60), bow [100, 160) and kick [200, 240).
inline Result<void> write_untrimmed(const Path& file, bool labelled = true) {
    DatasetInfo info;
    info.name = "untrimmed";
    info.layout = anonymous_layout(4);
    if (labelled) info.class_names = detected_classes;
    KINELENS_TRY(writer, DatasetWriter::create(file, info));
    for (int i = 0; i < 2; ++i) {
        SequenceInfo sequence;
        sequence.name = "R" + std::to_string(i + 1);
        Motion motion(300, 1, 4);
        for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
            motion.set_tracked(frame, 0, true);
            for (int joint = 0; joint < 4; ++joint) {
                motion.joint(frame, 0, joint)[1] = 0.3F * static_cast<float>(joint);
                motion.joint(frame, 0, joint)[2] = 2 + 0.001F * static_cast<float>(frame);
            }
        }
        KINELENS_CHECK(writer.append(sequence, motion,
                                     labelled ? std::vector<Interval>{{i, 0, 20, 60, 1, "truth"},
                                                                      {i, 1, 100, 160, 1, "truth"},
                                                                      {i, 2, 200, 240, 1, "truth"}}
                                              : std::vector<Interval>{}));
    }
    return writer.finish();
}

// Says wave rightly, bow for [100, 160) as kick at 0.6, and in the second recording also kick [200, 240).
inline ScoreMap detected_scores(int recording) {
    ScoreMap map{300, 4, std::vector<float>(1200, 0.02F)};
    const auto say = [&map](int label, int from, int to, float score) {
        for (int frame = from; frame < to; ++frame)
            map.values[static_cast<std::size_t>(frame * 4 + label + 1)] = score;
    };
    say(0, 20, 60, 0.9F);
    say(2, 100, 160, 0.6F);
    if (recording == 1) say(2, 200, 240, 0.8F);
    return map;
}

// predictions.json and scores/, cut at 0.5.
inline Result<void> write_detection(const Path& folder) {
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    Predictions predictions{detected_classes, {}, {}, options};
    ScoreShardSettings settings;
    settings.class_names = detected_classes;
    KINELENS_TRY(writer, ScoreShardWriter::create(folder / "scores", settings));
    for (int i = 0; i < 2; ++i) {
        const ScoreMap map = detected_scores(i);
        const std::string name = "R" + std::to_string(i + 1);
        KINELENS_CHECK(writer.begin(name));
        KINELENS_CHECK(writer.append(map.values.data(), map.frames));
        KINELENS_CHECK(writer.end());
        predictions.sequences.push_back({name, map.frames, segment(map, options)});
    }
    KINELENS_CHECK(writer.finish());
    return write_predictions(folder / "predictions.json", predictions);
}

} // namespace kinelens::testing
