#include "core/results/detection_scoring.h"

#include "core/foundation/number_text.h"
#include "core/metrics/detection_frames.h"
#include "core/segmentation/segmentation.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <unordered_map>

namespace kinelens {
namespace {

// Of names that stand twice the first counts.
std::unordered_map<std::string, int> places_of(const std::vector<std::string>& names) {
    std::unordered_map<std::string, int> places;
    for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i], static_cast<int>(i));
    return places;
}

class Scorer {
public:
    Scorer(const Predictions& predictions, const DatasetReader& dataset)
        : predictions_(predictions)
        , dataset_(dataset) {}

    Result<void> join() {
        KINELENS_CHECK(join_classes());
        std::vector<std::string> names;
        for (const SequenceInfo& sequence : dataset_.sequences()) names.push_back(sequence.name);
        const auto places = places_of(names);
        for (const PredictedSequence& sequence : predictions_.sequences) {
            const auto place = places.find(sequence.name);
            if (place == places.end())
                return fail(ErrorCode::not_found, "sequence " + sequence.name,
                            "it is predicted, and " + dataset_.file().string() + " does not hold it");
            auto& here = found_[place->second];
            for (Interval interval : sequence.intervals) {
                interval.sequence = place->second;
                interval.label = labels_[static_cast<std::size_t>(interval.label)];
                here.push_back(interval);
                all_found.push_back(std::move(interval));
            }
        }
        for (const Interval& interval : dataset_.intervals()) {
            if (interval.source == "prediction" || !found_.contains(interval.sequence)) continue;
            truth_[interval.sequence].push_back(interval);
            all_truth.push_back(interval);
        }
        return {};
    }

    double frame_accuracy(const std::map<std::string, std::vector<int>>& by_name) const {
        std::int64_t right = 0;
        std::int64_t all = 0;
        for (const auto& [sequence, intervals] : found_) {
            const SequenceInfo& info = dataset_.sequences()[static_cast<std::size_t>(sequence)];
            const auto named = by_name.find(info.name);
            std::vector<int> labels =
                named == by_name.end() ? frame_labels(intervals, info.length) : to_dataset(named->second);
            labels.resize(static_cast<std::size_t>(info.length), background);
            const auto truth = truth_.find(sequence);
            right += right_frames(labels, truth == truth_.end() ? std::vector<Interval>{} : truth->second);
            all += info.length;
        }
        return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
    }

    std::vector<std::string> occurring_classes() const {
        std::set<int> labels;
        for (const Interval& interval : all_truth) labels.insert(interval.label);
        std::vector<std::string> names;
        for (const int label : labels) names.push_back(class_names[static_cast<std::size_t>(label)]);
        return names;
    }

    std::int64_t sequences() const { return static_cast<std::int64_t>(found_.size()); }

    std::vector<Interval> all_found;
    std::vector<Interval> all_truth;
    std::vector<std::string> class_names; // the dataset's, then those that only the predictions know

private:
    // labels_: label of the predictions -> index in class_names.
    Result<void> join_classes() {
        class_names = dataset_.info().class_names;
        const auto places = places_of(class_names);
        bool common = predictions_.class_names.empty();
        for (const std::string& name : predictions_.class_names) {
            const auto place = places.find(name);
            common = common || place != places.end();
            labels_.push_back(place == places.end() ? static_cast<int>(class_names.size()) : place->second);
            if (place == places.end()) class_names.push_back(name);
        }
        if (!common)
            return fail(ErrorCode::not_found, "class " + predictions_.class_names.front(),
                        "it is predicted, and " + dataset_.file().string() +
                            " has neither it nor any other that is predicted");
        return {};
    }

    std::vector<int> to_dataset(std::vector<int> labels) const {
        for (int& label : labels)
            if (label != background) label = labels_[static_cast<std::size_t>(label)];
        return labels;
    }

    const Predictions& predictions_;
    const DatasetReader& dataset_;
    std::vector<int> labels_;
    std::map<int, std::vector<Interval>> found_, truth_; // by sequence
};

} // namespace

Result<std::vector<double>> parse_overlaps(const std::string& text) {
    std::vector<double> overlaps;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        double overlap = 0;
        if (!parse_number(part, overlap) || !(overlap > 0 && overlap <= 1))
            return fail(ErrorCode::invalid_argument, "overlap",
                        "'" + part + "' is not above 0 and at most 1");
        overlaps.push_back(overlap);
    }
    if (overlaps.empty()) return fail(ErrorCode::invalid_argument, "overlap", "name at least one, as in 0.5");
    return overlaps;
}

Result<Predictions> segment_shards(const ScoreShardReader& shards, const SegmentationOptions& options,
                                   std::map<std::string, std::vector<int>>* labels,
                                   const std::stop_token& stop,
                                   const std::map<std::string, std::string>& class_lengths) {
    Predictions predictions{shards.class_names(), {}, shards.stamp(), options};
    for (std::size_t i = 0; i < shards.names().size(); ++i) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "segmentation");
        KINELENS_TRY(scores, shards.read(i));
        SegmentationOptions here = options;
        if (const auto own = class_lengths.find(shards.names()[i]); own != class_lengths.end())
            here.class_lengths = own->second;
        predictions.sequences.push_back({shards.names()[i], scores.frames, segment(scores, here)});
        if (labels) (*labels)[shards.names()[i]] = frame_labels(scores);
    }
    return predictions;
}

Result<DetectionScore> score_predictions(const Predictions& predictions, const DatasetReader& dataset,
                                         const std::vector<double>& overlaps,
                                         const std::map<std::string, std::vector<int>>& labels) {
    Scorer scorer(predictions, dataset);
    KINELENS_CHECK(scorer.join());
    if (scorer.all_truth.empty())
        return fail(ErrorCode::dataset_empty, dataset.file().string(),
                    "there is no labelled interval in the sequences that were predicted");
    DetectionScore score;
    score.sequences = scorer.sequences();
    score.predictions = static_cast<std::int64_t>(scorer.all_found.size());
    score.truth = static_cast<std::int64_t>(scorer.all_truth.size());
    score.class_names = scorer.class_names;
    score.averaged_classes = scorer.occurring_classes();
    score.frames_from_scores = !labels.empty();
    score.frame_accuracy = scorer.frame_accuracy(labels);
    for (const double overlap : overlaps) {
        score.figures.push_back(detection_figures(scorer.all_found, scorer.all_truth,
                                                  static_cast<int>(score.class_names.size()), overlap));
        score.errors.push_back(count_verdicts(
            detection_findings(scorer.all_found, scorer.all_truth, overlap, std::min(0.1, overlap))));
    }
    return score;
}

} // namespace kinelens
