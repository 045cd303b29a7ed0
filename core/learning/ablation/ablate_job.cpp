#include "core/learning/ablation/ablate_job.h"

#include "core/experiment/experiment.h"
#include "core/foundation/content_hash.h"
#include "core/learning/ablation/ablation_store.h"
#include "core/learning/detection/detect_train_job.h"
#include "core/learning/detection/detection_plan.h"
#include "core/learning/detection/neighbour_detection.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/options/option_json.h"
#include "core/preparation/evaluation_plan.h"
#include "core/results/ensemble.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace kinelens::learning {
namespace {

std::int64_t seed_of(const CellOptions& options) {
    return std::visit([](const auto& held) -> std::int64_t { return held.seed; }, options);
}

// The beginning of a name that every file system takes.
std::string file_name(const AblationCell& cell) {
    std::string name = cell.row + "-" + cell.verb;
    for (char& letter : name)
        if (std::isalnum(static_cast<unsigned char>(letter)) == 0 && letter != '-' && letter != '.')
            letter = '_';
    return name + "-";
}

class Ablation {
public:
    Ablation(const AblationTable& table, std::string data, Path folder, EventSink sink, std::stop_token stop)
        : table_(table)
        , data_(std::move(data))
        , folder_(std::move(folder))
        , sink_(std::move(sink))
        , stop_(std::move(stop)) {
        summary_.name = table.name;
    }

    Result<AblationSummary> run() {
        KINELENS_CHECK(prepare());
        for (const AblationCell& cell : table_.cells) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "the table");
            KINELENS_TRY(row, made(cell));
            summary_.rows.push_back(std::move(row));
            KINELENS_CHECK(write_table());
            sink_(ProgressMade{static_cast<std::int64_t>(summary_.rows.size()),
                               static_cast<std::int64_t>(table_.cells.size()), "cells"});
        }
        KINELENS_CHECK(compare());
        KINELENS_CHECK(write_table());
        return std::move(summary_);
    }

private:
    // Every protocol is tried before the first hour of training.
    Result<void> prepare() {
        KINELENS_TRY(opened, DatasetReader::open(data_));
        dataset_ = std::make_shared<const DatasetReader>(std::move(opened));
        for (const AblationCell& cell : table_.cells) {
            const auto seed = static_cast<std::uint64_t>(seed_of(cell.options));
            if (cell.detects())
                KINELENS_CHECK(plan_detection(data_, cell.protocol, seed));
            else
                KINELENS_CHECK(plan_evaluation(*dataset_, cell.protocol, seed));
        }
        std::error_code failed;
        for (const char* name : {"pretrained", "results"}) {
            std::filesystem::create_directories(folder_ / name, failed);
            if (failed) return fail(ErrorCode::file_unwritable, (folder_ / name).string(), failed.message());
        }
        store_ = std::make_unique<AblationStore>(folder_ / "pretrained", data_, dataset_, sink_, stop_);
        return {};
    }

    Result<AblationRow> made(const AblationCell& cell) {
        const std::string key = key_of(cell);
        if (cell.detects()) return detected(cell, key);
        const Path file = folder_ / "results" / (file_name(cell) + key.substr(0, 12) + ".h5");
        files_[cell.name()] = file;
        keys_[cell.name()] = key;
        if (const auto there = read_results(file); there && there->stamp.text("row") == key)
            return AblationRow{cell.row, cell.verb, file.string(), evaluation_summary(*there), true};
        KINELENS_TRY(results, cell.kind == RowKind::ensemble ? combined(cell) : evaluated(cell));
        results.stamp["row"] = key;
        KINELENS_CHECK(write_results(file, results));
        sink_(ArtifactReady{"results", file.string(), ""});
        return AblationRow{cell.row, cell.verb, file.string(), evaluation_summary(results), false};
    }

    // A folder a cell: what detect-train writes, or scores and predictions of the nearest windows.
    Result<AblationRow> detected(const AblationCell& cell, const std::string& key) {
        const Path folder = folder_ / "results" / (file_name(cell) + key.substr(0, 12));
        const Path file = folder / "results.json";
        if (const auto text = read_text_file(file))
            if (auto there = detection_summary_from_json(*text, file.string()))
                return AblationRow{cell.row, cell.verb, file.string(), std::move(*there), true};
        const auto& options = std::get<DetectTrainOptions>(cell.options);
        DetectionSummary summary;
        if (cell.kind == RowKind::raw) {
            KINELENS_TRY(tested, run_neighbour_detection(data_, cell.protocol, options, cell.neighbours,
                                                         folder / "scores", sink_, stop_));
            summary = detection_summary(std::move(tested),
                                        {{"row", key}, {"data_hash", dataset_->info().content_hash}});
        } else {
            KINELENS_TRY(asked, request_of(cell));
            const DetectTrainRequest request{asked.checkpoints, data_, cell.protocol};
            KINELENS_TRY(made, run_detect_training(request, options, folder, sink_, stop_));
            summary = std::move(made);
        }
        KINELENS_CHECK(write_file_atomically(file, summary_to_json(summary) + "\n"));
        return AblationRow{cell.row, cell.verb, file.string(), std::move(summary), false};
    }

    // All that decides a cell's numbers.
    std::string key_of(const AblationCell& cell) const {
        ContentHash hash;
        hash.add_integer(static_cast<int>(cell.kind));
        if (cell.kind != RowKind::raw)
            hash.add_text(options_to_json(option_table<PretrainOptions>(), option_values(cell.pretrain)));
        for (const std::string& part :
             {cell.verb, cell.options_json(), cell.protocol, dataset_->info().content_hash, code_release()})
            hash.add_text(part);
        if (cell.detects() && cell.kind == RowKind::raw)
            hash.add_text(options_to_json(option_table<RetrieveOptions>(), option_values(cell.neighbours)));
        for (const std::string& member : cell.members) hash.add_text(keys_.at(member));
        return hash.text().substr(ContentHash::prefix.size());
    }

    Result<EvaluationResults> evaluated(const AblationCell& cell) {
        KINELENS_TRY(asked, request_of(cell));
        if (const auto* probe = std::get_if<ProbeOptions>(&cell.options))
            return run_probe(asked, *probe, sink_, stop_);
        if (const auto* retrieve = std::get_if<RetrieveOptions>(&cell.options))
            return run_retrieval(asked, *retrieve, sink_, stop_);
        return run_finetuning(asked, std::get<FinetuneOptions>(cell.options), sink_, stop_);
    }

    Result<EvaluationRequest> request_of(const AblationCell& cell) {
        EvaluationRequest request{{}, "", data_, cell.protocol};
        if (cell.kind == RowKind::raw) {
            KINELENS_TRY(features, store_->raw_joints());
            request.features = features;
            return request;
        }
        if (cell.kind == RowKind::random) {
            KINELENS_TRY(checkpoint, store_->untrained(cell.pretrain));
            request.checkpoints = {checkpoint};
            return request;
        }
        KINELENS_TRY(splits, single_protocols(dataset_->sequences(), cell.protocol));
        for (const std::string& split : splits) {
            KINELENS_TRY(checkpoint, store_->pretrained(cell.pretrain, split));
            request.checkpoints.push_back(checkpoint);
        }
        return request;
    }

    Result<EvaluationResults> combined(const AblationCell& cell) {
        std::vector<EnsembleMember> members;
        for (const std::string& member : cell.members) {
            KINELENS_TRY(results, read_results(files_.at(member)));
            members.push_back({member, std::move(results)});
        }
        return ensemble_of(members, {});
    }

    Result<void> compare() {
        for (const auto& [left, right] : table_.comparisons) {
            KINELENS_TRY(first, read_results(files_.at(left)));
            KINELENS_TRY(second, read_results(files_.at(right)));
            KINELENS_TRY(found, comparison_summary(first, second));
            summary_.comparisons.push_back({left, right, std::move(found)});
        }
        return {};
    }

    Result<void> write_table() const {
        KINELENS_CHECK(write_file_atomically(folder_ / "table.json", summary_to_json(summary_) + "\n"));
        KINELENS_CHECK(write_file_atomically(folder_ / "table.csv", ablation_csv(summary_)));
        return write_file_atomically(folder_ / "detection.csv", detection_csv(summary_));
    }

    const AblationTable& table_;
    std::string data_;
    Path folder_;
    EventSink sink_;
    std::stop_token stop_;
    std::shared_ptr<const DatasetReader> dataset_;
    std::unique_ptr<AblationStore> store_;
    std::map<std::string, Path> files_;
    std::map<std::string, std::string> keys_;
    AblationSummary summary_;
};

} // namespace

Result<AblationSummary> run_ablation(const AblationTable& table, const std::string& data, const Path& folder,
                                     const EventSink& sink, std::stop_token stop) {
    return guarded("ablate", [&] { return Ablation(table, data, folder, sink, std::move(stop)).run(); });
}

} // namespace kinelens::learning
