#include "app/command_line/detection_words.h"
#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/annotation/label_file.h"
#include "core/options/detection_options.h"
#include "core/options/option_json.h"
#include "core/results/detection_summary.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

namespace kinelens {
namespace {

struct DetectScoreArguments {
    std::string predictions;
    std::string data;
    std::string labels;
    std::string overlap = "0.1,0.3,0.5";
};

using FrameLabels = std::map<std::string, std::vector<int>>;

Path predictions_file(const std::string& path) {
    return std::filesystem::is_directory(path) ? Path(path) / "predictions.json" : Path(path);
}

struct Cut {
    SegmentationOptions options;
    std::map<std::string, std::string> class_lengths; // by sequence, where it has its own
    bool asked = false;                               // anew
    std::optional<Predictions> predictions;           // of predictions.json, where it was read
};

// How the intervals were made: as predictions.json says, or else the scores' own stamp.
Result<Cut> own_cut(const std::string& path) {
    Cut own;
    if (const Path file = predictions_file(path); std::filesystem::exists(file)) {
        KINELENS_TRY(predictions, read_predictions(file));
        own.options = predictions.segmentation;
        for (const PredictedSequence& sequence : predictions.sequences)
            if (!sequence.class_lengths.empty()) own.class_lengths[sequence.name] = sequence.class_lengths;
        own.predictions = std::move(predictions);
    } else if (std::filesystem::is_directory(path) && has_score_shards(path)) {
        KINELENS_TRY(shards, ScoreShardReader::open(path));
        if (!shards.stamp().contains("options")) return own;
        KINELENS_TRY(values, options_over_file(option_table<DetectTrainOptions>(),
                                               option_values(DetectTrainOptions{}),
                                               shards.stamp().text("options"), path));
        own.options = options_from_values<DetectTrainOptions>(values);
    }
    return own;
}

// What is asked for over what the run did; a preset is over the defaults.
Result<Cut> cut_of(const std::string& path, const TableFlags& flags, const CommonArguments& common) {
    Cut cut;
    if (common.preset.empty()) {
        KINELENS_TRY(own, own_cut(path));
        cut = std::move(own);
    }
    KINELENS_TRY(values, flags.over(option_values(cut.options), common, "segment"));
    cut.options = options_from_values<SegmentationOptions>(values);
    KINELENS_CHECK(validate(cut.options));
    cut.asked = !flags.given().empty() || !common.preset.empty() || !common.config.empty();
    if (flags.given().contains("class_lengths")) cut.class_lengths.clear();
    return cut;
}

// A file of predictions, or a folder with one beside scores, or with scores alone. Where options of
// segmentation are asked for, only scores will do.
Result<Predictions> predictions_of(const std::string& path, const Cut& cut, FrameLabels& labels,
                                   const std::stop_token& stop) {
    const bool scores = std::filesystem::is_directory(path) && has_score_shards(path);
    if (!scores && cut.asked)
        return fail(ErrorCode::invalid_argument, path, "intervals can be made anew from scores only");
    if (!scores) return cut.predictions ? *cut.predictions : read_predictions(predictions_file(path));
    KINELENS_TRY(shards, ScoreShardReader::open(path));
    KINELENS_TRY(segmented, segment_shards(shards, cut.options, &labels, stop, cut.class_lengths));
    if (cut.asked || !cut.predictions) return std::move(segmented);
    if (cut.predictions->class_names != shards.class_names()) labels.clear(); // not of these scores
    return *cut.predictions;
}

// "2 of 8 sequences".
std::string known_of(const std::vector<std::string>& wanted, const std::vector<std::string>& there,
                     const std::string& one, const std::string& several) {
    const std::set<std::string> names(there.begin(), there.end());
    const auto known = std::ranges::count_if(wanted, [&](const auto& name) { return names.contains(name); });
    return std::to_string(known) + " of " + counted(static_cast<std::int64_t>(wanted.size()), one, several);
}

// Said where the predictions are of another dataset.
void tell_differences(const Predictions& predictions, const DatasetReader& dataset, const EventSink& sink) {
    const std::string hash = predictions.stamp.text("data_hash");
    if (!predictions.stamp.contains("data_hash") || hash == dataset.info().content_hash) return;
    std::vector<std::string> wanted;
    for (const PredictedSequence& sequence : predictions.sequences) wanted.push_back(sequence.name);
    std::vector<std::string> there;
    for (const SequenceInfo& sequence : dataset.sequences()) there.push_back(sequence.name);
    const std::string fit = "it has " + known_of(wanted, there, "predicted sequence", "predicted sequences") +
                            " and " +
                            known_of(predictions.class_names, dataset.info().class_names, "predicted class",
                                     "predicted classes") +
                            " by name";
    const std::string made_on =
        (predictions.stamp.contains("data") ? predictions.stamp.text("data") + ", " : "") + hash;
    sink(WarningRaised{
        {ErrorCode::content_differs,
         dataset.file().string(),
         "the predictions were made on " + made_on + ", this is " + dataset.info().content_hash + "; " + fit,
         {}}});
}

// Truth that lies beside the dataset; only recordings that it names are left of the predictions.
Result<void> take_labels(Predictions& predictions, DatasetReader& dataset, const std::string& labels,
                         const EventSink& sink) {
    KINELENS_TRY(replaced, replace_labels(dataset, labels));
    for (const Error& fault : replaced.faults) sink(WarningRaised{fault});
    std::set<std::string> named;
    for (std::size_t i = 0; i < replaced.named.size(); ++i)
        if (replaced.named[i]) named.insert(dataset.sequences()[i].name);
    std::erase_if(predictions.sequences,
                  [&](const PredictedSequence& sequence) { return !named.contains(sequence.name); });
    return {};
}

struct Scored {
    DetectionScore score;
    std::string intervals_from; // empty: from a file that does not say with which options
};

Result<Scored> score(const VerbContext& context, const DetectScoreArguments& arguments, const Cut& cut) {
    KINELENS_TRY(overlaps, parse_overlaps(arguments.overlap));
    KINELENS_TRY(dataset, DatasetReader::open(arguments.data));
    FrameLabels labels;
    KINELENS_TRY(predictions, predictions_of(arguments.predictions, cut, labels, context.stop));
    tell_differences(predictions, dataset, context.progress);
    if (!arguments.labels.empty())
        KINELENS_CHECK(take_labels(predictions, dataset, arguments.labels, context.progress));
    KINELENS_TRY(found, score_predictions(predictions, dataset, overlaps, labels));
    const bool anew = cut.asked || !std::filesystem::exists(predictions_file(arguments.predictions));
    const bool known = anew || !predictions.stamp.empty();
    return Scored{std::move(found), !known ? "" : anew ? "scores" : "predictions.json"};
}

// The route, and what is not as in the published detector.
std::string segmentation_text(const SegmentationOptions& options) {
    const auto& table = option_table<SegmentationOptions>();
    const auto values = option_values(options);
    const auto defaults = option_values(SegmentationOptions{});
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].key == "route" || values[i] != defaults[i])
            text += (text.empty() ? "" : ", ") + option_flag(table[i].key) + " " + option_text(values[i]);
    return text;
}

VerbResult detect_score(const VerbContext& context, const DetectScoreArguments& arguments, const Cut& cut) {
    const std::string json = options_to_json(option_table<SegmentationOptions>(), option_values(cut.options));
    auto experiment = new_experiment(context, "detect-score", json);
    experiment.data = full_name(arguments.data);
    KINELENS_TRY(recorder, RunRecorder::open(context, experiment));
    const auto made = score(context, arguments, cut);
    if (!made) return recorder.finish(fail(made.error()));
    std::string text = detection_text(made->score);
    DetectionSummary summary;
    summary.tested.pooled = made->score;
    summary.labels = arguments.labels;
    summary.intervals_from = made->intervals_from;
    if (!made->intervals_from.empty()) {
        summary.segmentation = cut.options;
        text +=
            "\n" + row("intervals", "from " + made->intervals_from + ": " + segmentation_text(cut.options));
        text.pop_back();
    }
    return recorder.finish(summary_to_json(summary), text);
}

} // namespace

Verb detect_score_verb() {
    return {
        "detect-score", [](CLI::App& command, const CommonArguments&) {
            auto arguments = std::make_shared<DetectScoreArguments>();
            command
                .add_option("--predictions", arguments->predictions,
                            "predictions.json, or a folder with it or with scores")
                ->required();
            command.add_option("--data", arguments->data, "dataset file with the truth")->required();
            command.add_option("--labels", arguments->labels,
                               "truth of an annotation file (.json, .csv, .tsv, .eaf, .eaf#TIER, PKU-MMD's "
                               ".txt, or a folder of them) instead of the dataset's; recordings it does not "
                               "name do not count");
            command.add_option("--overlap", arguments->overlap, "overlaps that make a match")
                ->capture_default_str();
            auto flags = std::make_shared<TableFlags>(table_flags<SegmentationOptions>(command));
            command.footer("Options that are not given are those the predictions were made with; a preset is "
                           "taken over the defaults.");
            return VerbFunction([=](const VerbContext& context) -> VerbResult {
                KINELENS_TRY(cut, cut_of(arguments->predictions, *flags, context.common));
                return detect_score(context, *arguments, cut);
            });
        }};
}

} // namespace kinelens
