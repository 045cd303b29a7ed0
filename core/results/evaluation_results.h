// What an evaluation found, sample by sample: one HDF5 file that every evaluation verb writes.
//   /names /truth /predicted (N)                      test samples of all folds, ascending by name
//   /fold (N), /fold_names (F)                        which of the protocol's splits tested each
//   /class_names (C), /facts/subject … (N)            what is known of them
//   /scores (N, C) f4                                 shares of one, where the verb makes them
//   /neighbours (N, k) i4, /distances (N, k) f4       nearest first: rows of /gallery_names, /gallery_truth
//   /repeats (N, R) i4                                what each repetition said; /predicted is the first
//   /subset/name fold repeat (S)                      the labelled samples that each repetition learned from
//   /map/weights (P, R) f4, /map/accuracy (P) f4      accuracy over weight mixes of R members
// Root attributes: the stamp (data_hash, split_hash, protocol, checkpoint, seed, code_version, verb …), and
// "report", what the verb knows besides (report_to_json()).
#pragma once

#include "core/foundation/files.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/classification.h"
#include "core/metrics/mcnemar.h"
#include "core/metrics/mean_and_spread.h"
#include "core/metrics/slices.h"
#include "core/results/evaluation_report.h"
#include "core/results/stamp.h"

#include <optional>
#include <string>
#include <vector>

namespace kinelens {

struct RetrievedNeighbours {
    std::vector<std::string> gallery_names;
    std::vector<std::int32_t> gallery_truth;
    std::size_t k = 0;
    std::vector<std::int32_t> indices; // (N, k)
    std::vector<float> distances;      // (N, k)
    bool operator==(const RetrievedNeighbours&) const = default;
};

struct LabelledSubset {
    std::vector<std::string> name;
    std::vector<std::int32_t> fold, repeat; // parallel
    bool operator==(const LabelledSubset&) const = default;
};

struct WeightMap {
    std::size_t members = 0;
    std::vector<float> weights;  // (P, members), each row adds up to 1
    std::vector<float> accuracy; // P
    bool operator==(const WeightMap&) const = default;
};

struct EvaluationResults {
    std::vector<std::string> class_names;
    std::vector<std::string> names;
    std::vector<std::int32_t> truth, predicted, fold;
    std::vector<std::string> fold_names;
    SampleFacts facts;
    std::vector<float> scores;
    RetrievedNeighbours retrieved;
    std::vector<std::int32_t> repeats;
    LabelledSubset subset;
    WeightMap map;
    Stamp stamp;
    EvaluationReport report;
    bool operator==(const EvaluationResults&) const = default;

    std::size_t classes() const { return class_names.size(); }
    std::size_t repetitions() const { return names.empty() ? 0 : repeats.size() / names.size(); }
};

// The file appears under its name when it is whole. Errors: those of check_output(); disk_full.
Result<void> write_results(const Path& file, const EvaluationResults& results);

// Also files that hold only names, truth and predicted or scores. Errors: file_not_found, format_unknown,
// format_invalid (subject = file, detail = the array at fault), value_not_finite.
Result<EvaluationResults> read_results(const Path& file);

// Of all samples together, or of one fold. top5 of retrievals: the truth is a label of the five nearest.
ClassificationFigures figures_of(const EvaluationResults& results);
ClassificationFigures figures_of_fold(const EvaluationResults& results, std::int32_t fold);

// The 95 % interval of the accuracy over all samples, drawn with the stamp's seed.
ShareInterval interval_of(const EvaluationResults& results);

struct RepeatFigures {
    std::vector<ClassificationFigures> each; // of every repetition, all samples together; without top5
    MeanAndSpread top1, mean_class;
    ShareInterval interval; // of top1.mean, as interval_of()
};

// What the repetitions make together, over all samples or those of one fold; nothing where there are fewer
// than two. All other figures here are of the first.
std::optional<RepeatFigures> figures_over_repeats(const EvaluationResults& results,
                                                  std::optional<std::int32_t> fold = {});

struct WeightMix {
    std::vector<float> weights; // one for each member
    float accuracy = 0;
};

// The rows of an ensemble's map, in its order; empty without one.
std::vector<WeightMix> weight_mixes(const WeightMap& map);

RightByName right_by_name(const EvaluationResults& results);

} // namespace kinelens
