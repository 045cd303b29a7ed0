#include "core/learning/evaluation/evaluation_input.h"

#include "core/experiment/checkpoint_fit.h"
#include "core/experiment/experiment.h"
#include "core/foundation/content_hash.h"
#include "core/learning/evaluation/clip_encoder.h"
#include "core/learning/training/device.h"
#include "core/options/objective_name.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"
#include "core/results/features_reader.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace kinelens::learning {
namespace {

std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<Stamp> features_stamp(const Path& file, const DatasetReader& dataset, const EventSink& sink) {
    KINELENS_TRY(hash, hash_of_files({file.string()}));
    KINELENS_TRY(features, read_features(file));
    Stamp stamp{{"features", file.string()}, {"features_hash", hash}};
    for (const char* key : {"checkpoint", "checkpoint_hash", "encoder", "objective", "stream", "preprocess"})
        if (features.stamp.contains(key)) stamp[key] = features.stamp.text(key);
    if (features.stamp.contains("data_hash") &&
        features.stamp.text("data_hash") != dataset.info().content_hash)
        sink(WarningRaised{{ErrorCode::shape_mismatch,
                            file.string(),
                            "its features were made of another dataset than " + dataset.file().string(),
                            {}}});
    return stamp;
}

Result<void> check_sources(const EvaluationRequest& request, std::size_t folds) {
    const std::size_t checkpoints = request.checkpoints.size();
    if (checkpoints == 0 && request.features.empty())
        return fail(ErrorCode::argument_missing, "checkpoint", "whose encoder, or --features");
    if (checkpoints > 0 && !request.features.empty())
        return fail(ErrorCode::invalid_argument, "features", "either a checkpoint or features, not both");
    if (checkpoints > 1 && checkpoints != folds)
        return fail(ErrorCode::invalid_argument, "checkpoint",
                    std::to_string(checkpoints) + " for the " + std::to_string(folds) +
                        " splits of the protocol; give one, or one a split");
    for (const std::string& file : request.checkpoints)
        if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file);
    if (!request.features.empty() && !std::filesystem::exists(request.features))
        return fail(ErrorCode::file_not_found, request.features);
    return {};
}

struct Opened {
    std::shared_ptr<const DatasetReader> dataset;
    EvaluationPlan plan;
};

Result<Opened> open_plan(const EvaluationRequest& request, std::int64_t seed) {
    if (request.data.empty()) return fail(ErrorCode::argument_missing, "data", "the dataset with the labels");
    KINELENS_TRY(reader, DatasetReader::open(request.data));
    KINELENS_TRY(plan, plan_evaluation(reader, request.protocol, static_cast<std::uint64_t>(seed)));
    KINELENS_CHECK(check_sources(request, plan.folds.size()));
    KINELENS_CHECK(
        check_checkpoints(request.checkpoints, reader.info(), request.data, CheckpointUse::encode));
    return Opened{std::make_shared<const DatasetReader>(std::move(reader)), std::move(plan)};
}

} // namespace

Result<Stamp> checkpoint_stamp(const std::vector<std::string>& checkpoints, Normalisation preprocess) {
    const std::string& first = checkpoints.front();
    if (!std::filesystem::exists(first)) return fail(ErrorCode::file_not_found, first);
    KINELENS_TRY(info, read_checkpoint_info(first));
    KINELENS_TRY(values, options_over_json(option_table<PretrainOptions>(), option_values(PretrainOptions{}),
                                           info.options, checkpoint_sidecar(first).string()));
    const auto options = options_from_values<PretrainOptions>(values);
    KINELENS_TRY(hash, hash_of_files(checkpoints));
    return Stamp{
        {"checkpoint", list_of(checkpoints)},
        {"checkpoint_hash", hash},
        {"encoder", name_of(options.encoder)},
        {"objective", info.verb == "ablate" ? "untrained" : objective_name(options)},
        {"stream", name_of(options.stream)},
        {"preprocess", name_of(preprocess == Normalisation::trained ? options.preprocess : preprocess)}};
}

Result<std::string> hash_of_files(const std::vector<std::string>& files) {
    ContentHash hash;
    for (const std::string& file : files) {
        KINELENS_TRY(bytes, read_text_file(file));
        hash.add_text(bytes);
    }
    return hash.text();
}

Result<void> check_request(const EvaluationRequest& request, std::int64_t seed) {
    KINELENS_CHECK(open_plan(request, seed));
    return {};
}

Result<EvaluationInput> EvaluationInput::open(const EvaluationRequest& request, const EncodeOptions& options,
                                              std::int64_t seed, const EventSink& sink) {
    KINELENS_TRY(opened, open_plan(request, seed));
    EvaluationInput input;
    input.request_ = request;
    input.options_ = options;
    input.sink_ = sink;
    input.dataset_ = std::move(opened.dataset);
    input.plan_ = std::move(opened.plan);
    if (!input.dataset_->hash_is_ours())
        sink(WarningRaised{{ErrorCode::content_foreign, request.data, "", {}}});
    auto source = request.features.empty() ? checkpoint_stamp(request.checkpoints, options.preprocess)
                                           : features_stamp(request.features, *input.dataset_, sink);
    if (!source) return fail(std::move(source.error()));
    input.stamp_ = std::move(*source);
    input.stamp_["data"] = request.data;
    input.stamp_["data_hash"] = input.dataset_->info().content_hash;
    input.stamp_["split_hash"] = input.plan_.split_hash;
    input.stamp_["protocol"] = request.protocol;
    input.stamp_["seed"] = std::to_string(seed);
    input.stamp_["code_version"] = code_version();
    return input;
}

std::string EvaluationInput::checkpoint_of(std::size_t fold) const {
    if (request_.checkpoints.empty()) return {};
    return request_.checkpoints[request_.checkpoints.size() == 1 ? 0 : fold];
}

Result<std::shared_ptr<const SampleFeatures>> EvaluationInput::features(std::size_t fold,
                                                                        const std::stop_token& stop) {
    if (shared_) return shared_;
    auto made = request_.features.empty() ? encoded(checkpoint_of(fold), stop) : from_file();
    if (!made) return fail(std::move(made.error()));
    auto features = std::make_shared<const SampleFeatures>(std::move(*made));
    if (request_.checkpoints.size() < 2) shared_ = features;
    return features;
}

Result<SampleFeatures> EvaluationInput::encoded(const std::string& checkpoint, const std::stop_token& stop) {
    const torch::NoGradGuard no_grad;
    KINELENS_TRY(device, choose_device(options_.device));
    const int threads = use_threads(options_.threads);
    KINELENS_TRY(encoder, ClipEncoder::open(checkpoint, dataset_, plan_.sequences,
                                            {options_.preprocess, device, threads, 0}));
    std::vector<std::size_t> all(plan_.names.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    SampleFeatures features{encoder.dimension(), {}};
    const auto most = static_cast<std::size_t>(options_.encode_batch_size);
    for (std::size_t first = 0; first < all.size(); first += most) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "encoding");
        const auto batch = std::span(all).subspan(first, std::min(most, all.size() - first));
        KINELENS_TRY(dense, encoder.encode(batch));
        const auto rows = instance_of(dense).to(torch::kCPU).contiguous();
        features.values.insert(features.values.end(), rows.data_ptr<float>(),
                               rows.data_ptr<float>() + rows.numel());
        sink_(ProgressMade{static_cast<std::int64_t>(first + batch.size()),
                           static_cast<std::int64_t>(all.size()), "sequences"});
    }
    return features;
}

// Joined by name: the file may hold other sequences too, in any order.
Result<SampleFeatures> EvaluationInput::from_file() {
    KINELENS_TRY(file, read_features(request_.features));
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t i = 0; i < file.names.size(); ++i) rows.emplace(file.names[i], i);
    SampleFeatures features{file.dimension, {}};
    const auto missing = [&](const std::string& name) { return !rows.contains(name); };
    if (const auto count = std::ranges::count_if(plan_.names, missing); count > 0)
        return fail(ErrorCode::invalid_argument, request_.features,
                    "no features of " + *std::ranges::find_if(plan_.names, missing) +
                        (count > 1 ? " and " + std::to_string(count - 1) + " other sequences" : "") + " of " +
                        request_.data);
    for (const std::string& name : plan_.names) {
        const float* row = file.instance.data() + rows.at(name) * static_cast<std::size_t>(file.dimension);
        features.values.insert(features.values.end(), row, row + file.dimension);
    }
    return features;
}

EvaluationInput::TestRows EvaluationInput::test_rows(const std::string& verb,
                                                     const std::string& options) const {
    TestRows made;
    EvaluationResults& results = made.results;
    results.class_names = plan_.class_names;
    std::vector<std::pair<std::size_t, std::pair<std::size_t, std::size_t>>> order;
    for (std::size_t fold = 0; fold < plan_.folds.size(); ++fold) {
        results.fold_names.push_back(plan_.folds[fold].protocol);
        for (std::size_t i = 0; i < plan_.folds[fold].test.size(); ++i)
            order.push_back({plan_.folds[fold].test[i], {fold, i}});
    }
    std::sort(order.begin(), order.end());
    for (const auto& [place, row] : order) {
        results.names.push_back(plan_.names[place]);
        results.truth.push_back(plan_.labels[place]);
        results.fold.push_back(static_cast<std::int32_t>(row.first));
        results.facts.add(plan_.facts, place);
        made.rows.push_back(row);
    }
    results.stamp = stamp_;
    results.stamp["verb"] = verb;
    results.stamp["options"] = options;
    return made;
}

} // namespace kinelens::learning
