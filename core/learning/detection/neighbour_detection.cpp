#include "core/learning/detection/neighbour_detection.h"

#include "core/dataset/motion_parts.h"
#include "core/foundation/parallel.h"
#include "core/learning/detection/detection_test.h"
#include "core/metrics/detection_frames.h"
#include "core/neighbours/neighbours.h"
#include "core/preparation/raw_features.h"
#include "core/segmentation/segmentation.h"

#include <algorithm>

namespace kinelens::learning {
namespace {

struct Windows {
    std::int64_t dimension = 0;
    std::vector<float> values;
    std::vector<std::int32_t> labels; // 0 background
    FeatureRows rows() const { return {values.data(), static_cast<std::int64_t>(labels.size()), dimension}; }
};

// Every `step`th frame of a sequence: the window around it, cut at the recording's ends.
Result<void> add_windows(Windows& windows, const DatasetReader& dataset, std::size_t sequence,
                         std::int64_t length, std::int64_t step) {
    KINELENS_TRY(motion, dataset.read(sequence));
    const auto labels = frame_labels(truth_of(dataset, {sequence}), motion.frames);
    for (std::int64_t frame = 0; frame < motion.frames; frame += step) {
        const std::int64_t first = std::max<std::int64_t>(frame - length / 2, 0);
        const Motion part = frames_of(motion, first, std::min(frame - length / 2 + length, motion.frames));
        const auto values = raw_features(part, dataset.info().layout, dataset.info().up);
        windows.dimension = static_cast<std::int64_t>(values.size());
        windows.values.insert(windows.values.end(), values.begin(), values.end());
        const int label = labels[static_cast<std::size_t>(frame)];
        windows.labels.push_back(label == background ? 0 : label + 1);
    }
    return {};
}

// Rows (frames, outputs): the share of votes each class gets.
std::vector<float> vote_shares(const Neighbours& found, const std::vector<std::int32_t>& labels,
                               std::size_t outputs) {
    const auto k = static_cast<std::size_t>(found.k);
    std::vector<float> rows(found.indices.size() / k * outputs);
    for (std::size_t i = 0; i < found.indices.size(); ++i) {
        const auto label = static_cast<std::size_t>(labels[static_cast<std::size_t>(found.indices[i])]);
        rows[i / k * outputs + label] += 1.0f / static_cast<float>(k);
    }
    return rows;
}

} // namespace

Result<TestedFolds> run_neighbour_detection(const std::string& data, const std::string& protocol,
                                            const DetectTrainOptions& detect, const RetrieveOptions& retrieve,
                                            const Path& folder, const EventSink& sink, std::stop_token stop) {
    KINELENS_TRY(plan, plan_detection(data, protocol, static_cast<std::uint64_t>(detect.seed)));
    const DatasetReader& dataset = *plan.dataset;
    const auto classes = dataset.info().class_names.size();
    const Distance distance = retrieve.distance;
    const auto detector_of = [&](std::size_t fold) -> Result<FoldDetector> {
        const auto gallery = std::make_shared<Windows>();
        for (const std::size_t sequence : plan.folds[fold].train) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "detection");
            KINELENS_CHECK(add_windows(*gallery, dataset, sequence, detect.window_frames, 2));
        }
        FoldDetector detector{{}, detect};
        if (detect.length_share > 0 && detect.class_lengths.empty())
            detector.options.class_lengths = class_lengths_text(class_lengths_of(
                truth_of(dataset, plan.folds[fold].train), static_cast<int>(classes), detect.length_share));
        detector.score = [&, gallery](std::size_t sequence, const TakeRows& take,
                                      const std::stop_token& asked) -> Result<void> {
            if (asked.stop_requested()) return fail(ErrorCode::cancelled, "detection");
            Windows queries;
            KINELENS_CHECK(add_windows(queries, dataset, sequence, detect.window_frames, 1));
            const auto found = exact_neighbours(queries.rows(), gallery->rows(), retrieve.neighbours,
                                                distance, thread_count(detect.threads));
            const auto rows = vote_shares(found, gallery->labels, classes + 1);
            return take(rows.data(), static_cast<std::int64_t>(queries.labels.size()));
        };
        return detector;
    };
    return test_folds(plan, folder,
                      {{"verb", "nearest windows"},
                       {"data", data},
                       {"data_hash", dataset.info().content_hash},
                       {"split_hash", plan.split_hash},
                       {"protocol", protocol}},
                      detector_of, sink, stop);
}

} // namespace kinelens::learning
