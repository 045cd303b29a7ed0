// What a verb tells of an evaluation besides the figures that follow from its samples: how its epochs were
// chosen, how it searched, of what it is put together.
#pragma once

#include "core/neighbours/neighbour_choices.h"
#include "core/options/evaluation_options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

struct MeasuredTop1 {
    std::int64_t epoch = 0;
    double top1 = 0;
    bool operator==(const MeasuredTop1&) const = default;
};

// One fit of a classifier: of a fold, or of a repetition of it.
struct FitReport {
    std::string fold;
    std::int64_t repeat = 0;
    std::optional<EpochSelection> selection; // what counted: the last epoch where nothing could be held out
    std::int64_t chosen_epoch = 0;
    double top1 = 0;
    std::optional<double> validation_top1;
    std::optional<MeasuredTop1> last_epoch, best_test_epoch;
    std::int64_t training_samples = 0, validation_samples = 0;
    bool operator==(const FitReport&) const = default;
};

struct MemberReport {
    std::string file;
    double weight = 1, top1 = 0;
    bool operator==(const MemberReport&) const = default;
};

struct MixReport {
    std::vector<double> weights; // one for each member
    double top1 = 0;
    std::optional<std::int64_t> mixes; // of the best: among how many
    bool operator==(const MixReport&) const = default;
};

// The protocol that the preset is published for, where another one was evaluated.
struct PresetProtocol {
    std::string preset, protocol;
    bool operator==(const PresetProtocol&) const = default;
};

struct EvaluationReport {
    // probe and finetune; the accuracies are over all fits' test samples
    std::optional<EpochSelection> selection; // what was asked for
    std::optional<double> last_epoch, best_test_epoch;
    std::vector<FitReport> fits;
    // retrieve
    std::optional<std::int64_t> neighbours; // that vote
    std::optional<Distance> distance;
    std::optional<NeighbourSearch> search;
    std::optional<std::int64_t> neighbours_asked; // where the smallest gallery has fewer
    std::optional<double> recall;                 // of an approximate search against the exact one
    std::optional<std::int64_t> recall_queries;
    // ensemble
    std::vector<MemberReport> members;  // in the order of their weights
    std::vector<std::string> differing; // differing_members()
    std::optional<MixReport> best_mix, equal_mix, worst_mix;

    std::optional<PresetProtocol> preset_protocol;
    std::string more = "{}"; // what else a file tells, one JSON object
    bool operator==(const EvaluationReport&) const = default;
};

// One JSON object, with the keys that the report has: {"selection", "last_epoch": {"top1"},
// "best_test_epoch": {"top1"}, "fits": [{"fold", "repeat", "selection", "chosen_epoch", "top1",
// "validation_top1", "last_epoch": {"epoch", "top1"}, "best_test_epoch", "training_samples",
// "validation_samples"}], "neighbours", "distance", "search", "neighbours_asked", "recall", "recall_queries",
// "members": [{"file", "weight", "top1"}], "differing", "best_mix": {"weights", "top1", "mixes"},
// "equal_mix", "worst_mix", "preset_protocol": {"preset", "protocol"}}, and what is in `more`.
std::string report_to_json(const EvaluationReport& report);

// Files come from other programs too: what is not as above stays in `more`, and text that is no JSON object
// is an empty report.
EvaluationReport report_from_json(std::string_view text);

} // namespace kinelens
