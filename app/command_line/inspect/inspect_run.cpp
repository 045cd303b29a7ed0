#include "app/command_line/inspect/inspections.h"
#include "app/command_line/words.h"
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/rank_watch.h"
#include "core/experiment/run_status.h"
#include "core/foundation/json_check.h"
#include "core/foundation/json_text.h"
#include "core/foundation/shell_words.h"

#include <cstdio>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string progress_text(const RunOverview& overview) {
    if (overview.started.epochs > 0)
        return "epoch " + number("%.4g", overview.epoch) + " of " + std::to_string(overview.started.epochs) +
               ", step " + std::to_string(overview.step) + ", " + number("%.0f", overview.seconds) +
               " s of training";
    const ProgressMade& made = overview.progress;
    if (made.done == 0) return {};
    return std::to_string(made.done) + (made.total > 0 ? " of " + std::to_string(made.total) : "") + " " +
           made.unit;
}

std::string losses_text(const RunOverview& overview) {
    std::string text;
    for (const Metric& metric : overview.latest) {
        if (!metric.name.starts_with("loss_")) continue;
        text += (text.empty() ? "" : ", ") + metric.name.substr(5) + " " + number("%.4g", metric.value);
    }
    return text;
}

std::string checkpoints_text(const std::vector<CheckpointInfo>& checkpoints) {
    if (checkpoints.empty()) return {};
    const CheckpointInfo& last = checkpoints.back();
    std::string text = counted(static_cast<std::int64_t>(checkpoints.size()), "checkpoint") + ", the last " +
                       last.file + " (epoch " + std::to_string(last.epoch) + ", step " +
                       std::to_string(last.step) + ")";
    if (const CheckpointInfo* best = best_checkpoint(checkpoints))
        text += ", the best " + best->file + " (loss " + number("%.4g", *best->epoch_loss) + ")";
    return text;
}

// Empty while no domain's rank has fallen.
std::string falls_text(const RunHistory& history, const std::vector<RankFall>& falls) {
    if (falls.empty()) return {};
    std::string domains;
    for (const RankFall& fall : falls)
        domains += (domains.empty() ? "" : ", ") + fall.domain + " from " + number("%.3g", fall.highest) +
                   " to " + number("%.3g", fall.now) + " since step " + std::to_string(fall.step);
    const bool contrastive = history.series().contains("loss_contrastive");
    return "fell (" + domains + "): the features collapse onto few directions; raise " +
           (contrastive ? "--batch-size" : "--variance-weight or --covariance-weight") +
           ", or lower --learning-rate";
}

// The command that goes on with it; empty where there is nothing to go on with.
std::string resume_command(const Experiment& experiment, RunState state, const Path& folder) {
    if (!can_resume(experiment.verb, state)) return {};
    return "kinelens-cli " + experiment.verb + " --run " + shell_quoted(folder.string()) + " --resume";
}

Json run_json(const Experiment& experiment, const RunStatus& status, const RunOverview& overview) {
    Json json{{"kind", "run"},
              {"state", run_state_name(status.state)},
              {"experiment", Json::parse(experiment_to_json(experiment))},
              {"step", overview.step},
              {"epoch", overview.epoch},
              {"epochs", overview.started.epochs},
              {"done", overview.progress.done},
              {"total", overview.progress.total},
              {"unit", overview.progress.unit},
              {"seconds", overview.seconds},
              {"warnings", overview.warnings},
              {"metrics", Json::object()},
              {"checkpoints", Json::array()},
              {"effective_rank_falls", Json::array()}};
    for (const Metric& metric : overview.latest) json["metrics"][metric.name] = metric.value;
    return json;
}

} // namespace

VerbResult inspect_run(const Path& folder) {
    const RunPaths paths{folder};
    KINELENS_TRY(text, read_text_file(paths.experiment()));
    KINELENS_TRY(experiment, experiment_from_json(text, paths.experiment().string()));
    KINELENS_TRY(status, run_status(folder));
    RunHistory history;
    EventReader reader(paths.events());
    do {
        KINELENS_TRY(events, reader.read_new());
        for (const TimedEvent& event : events) history.add(event);
    } while (!reader.at_end());
    const RunOverview& overview = history.overview();
    const std::vector<RankFall> falls = rank_falls(history);
    const auto checkpoints = list_checkpoints(paths.checkpoints());
    const std::string resume = resume_command(experiment, status.state, folder);
    Json json = run_json(experiment, status, overview);
    for (const CheckpointInfo& one : checkpoints)
        json["checkpoints"].push_back({{"file", one.file}, {"step", one.step}, {"epoch", one.epoch}});
    for (const RankFall& fall : falls)
        json["effective_rank_falls"].push_back({{"domain", fall.domain},
                                                {"step", fall.step},
                                                {"epoch", fall.epoch},
                                                {"highest", fall.highest},
                                                {"now", fall.now}});
    json["resume"] = resume;
    std::string said =
        row("run", experiment.name) + row("verb", experiment.verb) +
        row("state", std::string(run_state_name(status.state))) + row("data", experiment.data) +
        row("protocol", experiment.protocol) + row("preset", experiment.preset) +
        row("progress", progress_text(overview)) + row("last losses", losses_text(overview)) +
        row("checkpoints", checkpoints_text(checkpoints)) + row("effective rank", falls_text(history, falls));
    if (overview.warnings > 0) said += row("warnings", std::to_string(overview.warnings));
    if (status.finished && status.finished->error)
        said += row("error", error_sentence(*status.finished->error));
    said += row("command", experiment.command_line) + row("resume with", resume);
    said.pop_back();
    return VerbOutcome{Outcome::completed, json_line(json), said};
}

VerbResult inspect_checkpoint(const Path& file) {
    const Path sidecar = checkpoint_sidecar(file);
    std::error_code ignored;
    if (!std::filesystem::exists(sidecar, ignored))
        return fail(ErrorCode::format_unknown, file.string(),
                    "its description " + sidecar.filename().string() + " is missing");
    KINELENS_TRY(text, read_text_file(sidecar));
    KINELENS_CHECK(check_json_object(text, sidecar.string()));
    const Json json = Json::parse(text);
    return VerbOutcome{Outcome::completed, json_line(json), json.dump(2)};
}

} // namespace kinelens
