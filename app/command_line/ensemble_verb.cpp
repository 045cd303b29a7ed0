#include "app/command_line/evaluation_output.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "core/dataset/output_file.h"
#include "core/options/evaluation_options.h"
#include "core/results/ensemble.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

namespace kinelens {
namespace {

struct EnsembleArguments {
    std::vector<std::string> runs;
    std::string output;
};

Result<std::vector<double>> parse_weights(const std::string& text) {
    std::vector<double> weights;
    std::istringstream parts(text);
    const OptionInfo number{.key = "weights", .kind = OptionKind::real, .minimum = 0, .maximum = 1e9};
    for (std::string part; std::getline(parts, part, ',');) {
        KINELENS_TRY(value, parse_option(number, part));
        weights.push_back(std::get<double>(value));
    }
    return weights;
}

// A results file, or a run folder that holds one.
Result<EnsembleMember> member_of(const std::string& path) {
    Path file = path;
    if (std::filesystem::is_directory(file)) file /= "results.h5";
    KINELENS_TRY(results, read_results(file));
    return EnsembleMember{file.string(), std::move(results)};
}

MixReport report_of(const WeightMix& mix) {
    return {{mix.weights.begin(), mix.weights.end()}, mix.accuracy, {}};
}

// The best, the worst and the equal one, which need not be on the map.
void add_mixes(EvaluationReport& report, const std::vector<EnsembleMember>& members, const WeightMap& map) {
    const auto mixes = weight_mixes(map);
    const auto less = [](const WeightMix& left, const WeightMix& right) {
        return left.accuracy < right.accuracy;
    };
    const auto best = std::max_element(mixes.begin(), mixes.end(), less);
    const auto worst = std::min_element(mixes.begin(), mixes.end(), less);
    report.best_mix = report_of(*best);
    report.best_mix->mixes = static_cast<std::int64_t>(mixes.size());
    if (const auto equal = ensemble_of(members, {}))
        report.equal_mix = report_of({std::vector(members.size(), 1 / static_cast<float>(members.size())),
                                      static_cast<float>(figures_of(*equal).top1)});
    report.worst_mix = report_of(*worst);
}

EvaluationReport report_of(const std::vector<EnsembleMember>& members, const std::vector<double>& weights,
                           const WeightMap& map) {
    EvaluationReport report;
    for (std::size_t i = 0; i < members.size(); ++i)
        report.members.push_back(
            {members[i].name, weights.empty() ? 1.0 : weights[i], figures_of(members[i].results).top1});
    report.differing = differing_members(members);
    if (!map.accuracy.empty()) add_mixes(report, members, map);
    return report;
}

// The same evaluation twice would only weigh double.
Result<void> check_distinct(const std::vector<EnsembleMember>& members) {
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            std::error_code failed;
            if (std::filesystem::equivalent(members[i].name, members[j].name, failed) && !failed)
                return fail(ErrorCode::invalid_argument, "runs", members[i].name + " is named twice");
        }
    return {};
}

Result<EvaluationResults> combine(const EnsembleArguments& arguments, const EnsembleOptions& options) {
    KINELENS_TRY(weights, parse_weights(options.weights));
    std::vector<EnsembleMember> members;
    for (const std::string& run : arguments.runs) {
        KINELENS_TRY(member, member_of(run));
        members.push_back(std::move(member));
    }
    KINELENS_CHECK(check_distinct(members));
    KINELENS_TRY(results, ensemble_of(members, weights));
    if (options.map) {
        KINELENS_TRY(map, weight_map(members, options.map_step));
        results.map = std::move(map);
    }
    results.stamp["options"] = options_to_json(option_table<EnsembleOptions>(), option_values(options));
    results.report = report_of(members, weights, results.map);
    return results;
}

VerbResult ensemble(const VerbContext& context, const EnsembleArguments& arguments,
                    const EnsembleOptions& options) {
    const std::string file = results_file(arguments.output, context);
    if (!arguments.output.empty() && !lies_in_new_run(file, context))
        KINELENS_CHECK(check_output(file, "results file", "kinelens-results"));
    auto combined = combine(arguments, options);
    if (!combined) return fail(combined.error()); // before there is a run folder
    const auto asked = new_experiment(
        context, "ensemble", options_to_json(option_table<EnsembleOptions>(), option_values(options)));
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    return finish_evaluation(recorder, combined, file);
}

} // namespace

Verb ensemble_verb() {
    return {"ensemble", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<EnsembleArguments>();
                command.add_option("--runs", arguments->runs, "results files or run folders, two or more")
                    ->required();
                command.add_option("--output", arguments->output, "results file to write (.h5)");
                auto flags = std::make_shared<TableFlags>(table_flags<EnsembleOptions>(command));
                return [=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<EnsembleOptions>(*flags, context.common));
                    return ensemble(context, *arguments, options);
                };
            }};
}

} // namespace kinelens
