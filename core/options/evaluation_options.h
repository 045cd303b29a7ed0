// Options of `probe`, `retrieve`, `finetune`, `ensemble` and `ablate`. The defaults keep the test side out of
// every choice; the presets (resources/presets/<verb>) are the published protocols.
#pragma once

#include "core/foundation/result.h"
#include "core/neighbours/neighbour_choices.h"
#include "core/options/clip_choices.h"
#include "core/options/option_fields.h"

#include <cstdint>
#include <string>

namespace kinelens {

// How sequences go through an encoder.
struct EncodeOptions {
    Normalisation preprocess = Normalisation::trained;
    int encode_batch_size = 32;
    std::string device = "auto";
    int threads = 0;
};

// The best epoch on samples held out of the training side, the last, or the best on the test side.
enum class EpochSelection { validation, last, test };
constexpr auto named_values(EpochSelection) {
    using enum EpochSelection;
    return std::array{Named{validation, "validation"}, Named{last, "last"}, Named{test, "test"}};
}

// How a classifier is fitted by stochastic gradient descent, and which of its epochs counts.
struct FitOptions {
    int epochs = 160;
    int batch_size = 512; // 0: all samples in one step
    double learning_rate = 0.006;
    std::string milestones = "120,140";
    double decay_factor = 0.1;
    double momentum = 0.9;
    double weight_decay = 0;
    EpochSelection selection = EpochSelection::validation;
    double validation_share = 0.1;
    int test_every = 5;
    std::int64_t seed = 0;
};

struct ProbeOptions : EncodeOptions, FitOptions {
    bool standardise = false;
};

struct RetrieveOptions : EncodeOptions {
    int neighbours = 1; // k
    Distance distance = Distance::cosine;
    NeighbourSearch search = NeighbourSearch::exact; // never automatic
    int links = 16;
    int build_effort = 200;
    int search_effort = 100;
    std::int64_t seed = 0; // of random: protocols and the bootstrap
};

struct FinetuneOptions : EncodeOptions, FitOptions {
    FinetuneOptions();
    double label_fraction = 1;
    int repeats = 5;
    double crop_ratio_minimum = 0.5;
    double crop_ratio_maximum = 1;
    double test_crop = 0.95;
    bool drop_path = true;
};

struct EnsembleOptions {
    std::string weights; // "0.6,0.4"; empty: all equal
    bool map = false;
    double map_step = 0.1;
};

template <>
const OptionFields<EncodeOptions>& option_fields<EncodeOptions>();
template <>
const OptionFields<FitOptions>& option_fields<FitOptions>();
template <>
const OptionFields<ProbeOptions>& option_fields<ProbeOptions>();
template <>
const OptionFields<RetrieveOptions>& option_fields<RetrieveOptions>();
template <>
const OptionFields<FinetuneOptions>& option_fields<FinetuneOptions>();
template <>
const OptionFields<EnsembleOptions>& option_fields<EnsembleOptions>();

// Rules that one field alone cannot check: milestones, a validation share where validation selects, crops.
// Error: invalid_argument, subject = key.
Result<void> validate(const FitOptions& options);
Result<void> validate(const FinetuneOptions& options);

} // namespace kinelens
