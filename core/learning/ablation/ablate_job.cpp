#include "core/learning/ablation/ablate_job.h"

#include "core/experiment/experiment.h"
#include "core/foundation/content_hash.h"
#include "core/foundation/json_text.h"
#include "core/learning/ablation/ablation_store.h"
#include "core/learning/detection/detect_train_job.h"
#include "core/learning/detection/detection_plan.h"
#include "core/learning/detection/neighbour_detection.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/options/option_json.h"
#include "core/preparation/evaluation_plan.h"
#include "core/results/ensemble.h"
#include "core/results/evaluation_summary.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace kinelens::learning {
namespace {

using Json = nlohmann::ordered_json;

// As CSV takes it: quotes doubled.
std::string quoted(const std::string& word) {
    std::string text(1, '"');
    for (const char letter : word) text.append(letter == '"' ? 2 : 1, letter);
    return text.append(1, '"');
}

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
        , stop_(std::move(stop)) {}

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
        if (const auto there = read_results(file);
            there && there->stamp.contains("row") && there->stamp.at("row") == key)
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
        if (auto there = read_text_file(file))
            return AblationRow{cell.row, cell.verb, file.string(), *there, true};
        const auto& options = std::get<DetectTrainOptions>(cell.options);
        std::string summary;
        if (cell.kind == RowKind::raw) {
            KINELENS_TRY(tested, run_neighbour_detection(data_, cell.protocol, options, cell.neighbours,
                                                         folder / "scores", sink_, stop_));
            summary = folds_to_json(tested, {{"row", key}, {"data_hash", dataset_->info().content_hash}});
        } else {
            KINELENS_TRY(asked, request_of(cell));
            const DetectTrainRequest request{asked.checkpoints, data_, cell.protocol};
            KINELENS_TRY(made, run_detect_training(request, options, folder, sink_, stop_));
            summary = summary_json(made);
        }
        KINELENS_CHECK(write_file_atomically(file, summary + "\n"));
        return AblationRow{cell.row, cell.verb, file.string(), summary, false};
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
            KINELENS_TRY(text, comparison_summary(first, second));
            Json named{{"cells", {left, right}}};
            named.update(Json::parse(text));
            summary_.comparisons.push_back(json_line(named));
        }
        return {};
    }

    Result<void> write_table() const {
        const std::string json = summary_json(table_, summary_);
        KINELENS_CHECK(write_file_atomically(folder_ / "table.json", json + "\n"));
        KINELENS_CHECK(write_file_atomically(folder_ / "table.csv", csv()));
        return write_file_atomically(folder_ / "detection.csv", detection_csv());
    }

    std::string detection_csv() const {
        std::string text = "row,definition,overlap,mAP_a,mAP_v,mean_over_folds,spread_over_folds,"
                           "frame_accuracy,mean_over_folds,spread_over_folds\n";
        for (const AblationRow& row : summary_.rows) {
            const Json json = Json::parse(row.summary);
            if (!json.contains("mAP_a")) continue;
            for (const char* definition : {"pku", "voc"})
                for (const auto& [overlap, value] : json["mAP_a"][definition].items()) {
                    text.append(quoted(row.row)).append(",").append(definition).append(",").append(overlap);
                    for (const Json& number :
                         {value, json["mAP_v"][definition][overlap],
                          json["mean"]["mAP_a"][definition][overlap],
                          json["spread"]["mAP_a"][definition][overlap], json["frame_accuracy"],
                          json["mean"]["frame_accuracy"], json["spread"]["frame_accuracy"]})
                        text.append(",").append(number.dump());
                    text.append("\n");
                }
        }
        return text;
    }

    std::string csv() const {
        std::string text =
            "row,verb,samples,top1,low95,high95,mean_over_runs,spread_over_runs,mean_class,file\n";
        for (const AblationRow& row : summary_.rows) {
            const Json json = Json::parse(row.summary);
            if (json.contains("mAP_a")) continue;
            text.append(quoted(row.row)).append(",").append(row.verb);
            for (const Json& value :
                 {json["samples"], json["top1"], json["interval95"][0], json["interval95"][1],
                  json["mean"]["top1"], json["spread"]["top1"], json["mean_class"]})
                text.append(",").append(value.dump());
            text.append(",").append(Path(row.file).filename().string()).append("\n");
        }
        return text;
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

std::string summary_json(const AblationTable& table, const AblationSummary& summary) {
    Json json{{"name", table.name}, {"rows", Json::array()}, {"comparisons", Json::array()}};
    for (const AblationRow& row : summary.rows) {
        const Json whole = Json::parse(row.summary);
        Json short_row{{"row", row.row}, {"verb", row.verb}};
        for (const char* key : {"samples", "top1", "top5", "mean_class", "interval95", "mean", "spread",
                                "repeats", "last_epoch", "best_test_epoch", "mAP_a", "mAP_v", "f1",
                                "frame_accuracy", "folds", "protocol", "stamp"})
            if (whole.contains(key)) short_row[key] = whole[key];
        short_row["file"] = row.file;
        short_row["kept"] = row.kept;
        json["rows"].push_back(std::move(short_row));
    }
    for (const std::string& comparison : summary.comparisons)
        json["comparisons"].push_back(Json::parse(comparison));
    return json_line(json);
}

} // namespace kinelens::learning
