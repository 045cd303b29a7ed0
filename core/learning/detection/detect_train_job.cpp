#include "core/learning/detection/detect_train_job.h"

#include "core/dataset/dataset_hash.h"
#include "core/experiment/checkpoint_fit.h"
#include "core/foundation/content_hash.h"
#include "core/learning/detection/detection_test.h"
#include "core/learning/detection/detector_training.h"
#include "core/learning/detection/recording_scores.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_request.h"
#include "core/learning/training/device.h"
#include "core/options/objective_name.h"
#include "core/options/option_json.h"
#include "core/segmentation/segmentation.h"

#include <chrono>

namespace kinelens::learning {
namespace {

std::string json_of(const DetectTrainOptions& options) {
    return options_to_json(option_table<DetectTrainOptions>(), option_values(options));
}

Result<void> check_checkpoints(const DetectTrainRequest& request, std::size_t folds) {
    const std::size_t count = request.checkpoints.size();
    if (count > 1 && count != folds)
        return fail(ErrorCode::invalid_argument, "checkpoint",
                    std::to_string(count) + " for the " + std::to_string(folds) +
                        " splits of the protocol; give one, or one a split");
    for (const std::string& file : request.checkpoints)
        if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file);
    return {};
}

class DetectTrainJob {
public:
    DetectTrainJob(const DetectTrainRequest& request, const DetectTrainOptions& options, Path folder,
                   EventSink sink, std::stop_token stop)
        : request_(request)
        , options_(options)
        , folder_(std::move(folder))
        , sink_(std::move(sink))
        , stop_(std::move(stop)) {}

    Result<DetectionSummary> run() {
        const auto began = std::chrono::steady_clock::now();
        KINELENS_CHECK(prepare());
        for (std::size_t fold = 0; fold < plan_.folds.size(); ++fold) KINELENS_CHECK(train(fold));
        KINELENS_CHECK(test());
        summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        KINELENS_CHECK(write_file_atomically(folder_ / "results.json", summary_to_json(summary_) + "\n"));
        sink_(ArtifactReady{"detection", full_name(folder_ / "results.json"), ""});
        return std::move(summary_);
    }

private:
    Result<void> prepare() {
        KINELENS_TRY(device, choose_device(options_.device));
        device_ = device;
        threads_ = use_threads(options_.threads);
        keep_freed_memory();
        KINELENS_TRY(plan, plan_detection(request_.data, request_.protocol,
                                          static_cast<std::uint64_t>(options_.seed), request_.labels));
        plan_ = std::move(plan);
        KINELENS_CHECK(check_checkpoints(request_, plan_.folds.size()));
        KINELENS_TRY(hash, hash_of_files(request_.checkpoints));
        std::string names;
        for (const std::string& file : request_.checkpoints) names += (names.empty() ? "" : ", ") + file;
        summary_.device = device_.str();
        summary_.stamp = {{"verb", "detect-train"},
                          {"checkpoint", request_.checkpoints.empty() ? "from scratch" : names},
                          {"checkpoint_hash", request_.checkpoints.empty() ? "" : hash},
                          {"data", request_.data},
                          {"data_hash", plan_.dataset->info().content_hash},
                          {"split_hash", plan_.split_hash},
                          {"protocol", request_.protocol},
                          {"options", json_of(options_)},
                          {"seed", std::to_string(options_.seed)},
                          {"code_version", code_version()}};
        if (!request_.labels.empty()) {
            summary_.stamp["labels"] = request_.labels;
            summary_.stamp["labels_hash"] = plan_.labels.hash;
        }
        for (const Error& fault : plan_.labels.faults) sink_(WarningRaised{fault});
        KINELENS_CHECK(check_content(*plan_.dataset));
        if (!plan_.dataset->hash_is_ours())
            sink_(WarningRaised{{ErrorCode::content_foreign, request_.data, "", {}}});
        std::error_code failed;
        std::filesystem::create_directories(folder_ / "checkpoints", failed);
        if (failed) return fail(ErrorCode::file_unwritable, folder_.string(), failed.message());
        return {};
    }

    Path checkpoint_of(std::size_t fold) const {
        return folder_ / "checkpoints" /
               (plan_.folds.size() == 1 ? "detector.pt" : "fold-" + std::to_string(fold) + ".pt");
    }

    // What it began with, as evaluations say it.
    void stamp_encoder(const SavedModel& saved) {
        const bool untrained = request_.checkpoints.empty() || saved.info.verb == "ablate";
        summary_.stamp["encoder"] = name_of(saved.options.encoder);
        summary_.stamp["stream"] = name_of(saved.options.stream);
        summary_.stamp["objective"] = untrained ? "untrained" : objective_name(saved.options);
    }

    // All that decides a fold's detector.
    std::string key_of(std::size_t fold) const {
        ContentHash hash;
        for (const char* part : {"checkpoint_hash", "data_hash"}) hash.add_text(summary_.stamp.text(part));
        hash.add_text(code_release());
        hash.add_text(deciding_options(json_of(options_)));
        hash.add_text(plan_.folds[fold].split_hash);
        hash.add_text(plan_.labels.hash);
        return hash.text();
    }

    Result<Detector> begun(std::size_t fold) const {
        const auto& files = request_.checkpoints;
        const Path from = files.empty() ? Path() : Path(files[files.size() == 1 ? 0 : fold]);
        auto begun = begin_detector(from, plan_.dataset->info(), options_, fold);
        if (begun && options_.length_share > 0 && options_.class_lengths.empty())
            begun->options.class_lengths = class_lengths_text(
                class_lengths_of(truth_of(*plan_.dataset, plan_.folds[fold].train),
                                 static_cast<int>(begun->class_names.size()), options_.length_share));
        return begun;
    }

    Result<void> train(std::size_t fold) {
        KINELENS_TRY(detector, begun(fold));
        stamp_encoder(detector.saved);
        KINELENS_TRY(shape, window_shape(detector, plan_.dataset->info()));
        DetectorTraining training(
            detector,
            TrainingWindows(plan_.dataset, plan_.folds[fold].train, std::move(shape), options_, threads_),
            device_, fold);
        const Path file = checkpoint_of(fold);
        KINELENS_CHECK(go_on(training, file, key_of(fold)));
        while (training.epochs_done() < options_.epochs) {
            auto loss = training.next_epoch(stop_);
            if (!loss) return fail(std::move(loss.error()));
            const std::int64_t done = training.epochs_done();
            tell(fold, training, *loss);
            if (done % options_.checkpoint_every == 0 || done == options_.epochs)
                KINELENS_CHECK(keep(training, detector, file, fold, *loss));
        }
        return {};
    }

    Result<void> go_on(DetectorTraining& training, const Path& file, const std::string& key) const {
        if (!std::filesystem::exists(checkpoint_sidecar(file))) return {};
        KINELENS_TRY(archive, unpack(file));
        if (archive.texts["made_of"] != key) return {};
        return training.restore(file);
    }

    Result<void> keep(DetectorTraining& training, const Detector& detector, const Path& file,
                      std::size_t fold, double loss) const {
        Archive archive = training.state();
        archive.texts["made_of"] = key_of(fold);
        CheckpointInfo info = detector.saved.info;
        info.verb = "detect-train";
        info.epoch = training.epochs_done();
        info.step = training.steps();
        info.epoch_loss = loss;
        info.losses = {{"loss_total", loss}};
        info.data = request_.data;
        info.data_hash = plan_.dataset->info().content_hash;
        info.protocol = plan_.folds[fold].protocol;
        info.code_version = code_version();
        KINELENS_CHECK(publish_checkpoint(file, archive, info));
        sink_(CheckpointWritten{"checkpoints/" + file.filename().string(), info.step, info.epoch, false});
        return {};
    }

    void tell(std::size_t fold, const DetectorTraining& training, double loss) const {
        const auto before = static_cast<std::int64_t>(fold) * options_.epochs;
        const std::int64_t done = before + training.epochs_done();
        const auto per_epoch = training.steps() / std::max<std::int64_t>(1, training.epochs_done());
        sink_(EpochFinished{done, before * per_epoch + training.steps(), {{"loss_total", loss}}});
        sink_(ProgressMade{done, static_cast<std::int64_t>(plan_.folds.size()) * options_.epochs, "epochs"});
    }

    Result<void> test() {
        const auto detector_of = [&](std::size_t fold) -> Result<FoldDetector> {
            KINELENS_TRY(loaded, load_detector(checkpoint_of(fold)));
            const auto detector = std::make_shared<Detector>(std::move(loaded));
            KINELENS_TRY(opened,
                         RecordingScores::open(*detector, plan_.dataset->info(), motions_of(plan_.dataset),
                                               detector->options, device_, threads_));
            const auto scores = std::make_shared<RecordingScores>(std::move(opened));
            return FoldDetector{[detector, scores, dataset = plan_.dataset](
                                    std::size_t sequence, const TakeRows& take, const std::stop_token& stop) {
                                    return scores->detect(sequence, dataset->sequences()[sequence].length,
                                                          take, stop);
                                },
                                detector->options};
        };
        KINELENS_TRY(tested,
                     test_folds(plan_, folder_ / "scores", summary_.stamp, detector_of, sink_, stop_));
        const std::string device = summary_.device;
        summary_ = detection_summary(std::move(tested), std::move(summary_.stamp));
        summary_.device = device;
        return {};
    }

    const DetectTrainRequest& request_;
    const DetectTrainOptions& options_;
    Path folder_;
    EventSink sink_;
    std::stop_token stop_;
    torch::Device device_ = torch::kCPU;
    int threads_ = 1;
    DetectionPlan plan_;
    DetectionSummary summary_;
};

} // namespace

Result<ExperimentInputs> check_request(const DetectTrainRequest& request, const DetectTrainOptions& options) {
    KINELENS_CHECK(validate(options));
    KINELENS_TRY(plan, plan_detection(request.data, request.protocol,
                                      static_cast<std::uint64_t>(options.seed), request.labels));
    KINELENS_CHECK(check_checkpoints(request, plan.folds.size()));
    KINELENS_CHECK(kinelens::check_checkpoints(request.checkpoints, plan.dataset->info(), request.data,
                                               CheckpointUse::begin_detector));
    ExperimentInputs inputs{{"data", {full_name(request.data), plan.dataset->info().content_hash}}};
    if (!request.labels.empty()) inputs["labels"] = {full_name(request.labels), plan.labels.hash};
    if (request.checkpoints.empty()) return inputs;
    KINELENS_TRY(hash, hash_of_files(request.checkpoints));
    std::string names;
    for (const std::string& file : request.checkpoints)
        names += (names.empty() ? "" : ", ") + full_name(file);
    inputs["checkpoint"] = {names, hash};
    return inputs;
}

Result<DetectionSummary> run_detect_training(const DetectTrainRequest& request,
                                             const DetectTrainOptions& options, const Path& folder,
                                             const EventSink& sink, std::stop_token stop) {
    return guarded("detect-train", [&]() -> Result<DetectionSummary> {
        KINELENS_CHECK(validate(options));
        return DetectTrainJob(request, options, folder, sink, std::move(stop)).run();
    });
}

} // namespace kinelens::learning
