#include "core/results/evaluation_summary.h"

#include "core/foundation/json_text.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

double share(std::int64_t right, std::int64_t count) {
    return count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0;
}

Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

Json short_figures(const ClassificationFigures& figures) {
    return {{"samples", figures.samples},
            {"top1", figures.top1},
            {"top5", or_null(figures.top5)},
            {"mean_class", figures.mean_class}};
}

Json per_class_json(const EvaluationResults& results, const ClassificationFigures& figures) {
    Json list = Json::array();
    for (std::size_t c = 0; c < figures.per_class.size(); ++c) {
        const ClassFigure& one = figures.per_class[c];
        list.push_back({{"class", results.class_names[c]},
                        {"count", one.count},
                        {"top1", one.count > 0 ? Json(share(one.right, one.count)) : Json()}});
    }
    return list;
}

Json confusion_json(const ClassificationFigures& figures) {
    Json rows = Json::array();
    const std::size_t classes = figures.per_class.size();
    for (std::size_t c = 0; c < classes; ++c) {
        const auto start = figures.confusion.begin() + static_cast<std::ptrdiff_t>(c * classes);
        rows.push_back(std::vector<std::int64_t>(start, start + static_cast<std::ptrdiff_t>(classes)));
    }
    return rows;
}

Json slices_json(const EvaluationResults& results) {
    Json list = Json::array();
    if (results.facts.size() == 0) return list;
    for (const Slice& slice : accuracy_slices(results.truth, results.predicted, results.facts))
        list.push_back({{"by", slice.by},
                        {"value", slice.value},
                        {"count", slice.count},
                        {"top1", share(slice.right, slice.count)}});
    return list;
}

// The figures of every fold, or of every repetition of every fold.
std::vector<Json> single_runs(const EvaluationResults& results) {
    std::vector<Json> runs;
    const std::size_t repetitions = results.repetitions();
    for (std::size_t fold = 0; fold < results.fold_names.size(); ++fold) {
        if (repetitions < 2) {
            Json run{{"fold", results.fold_names[fold]}};
            run.update(short_figures(figures_of_fold(results, static_cast<std::int32_t>(fold))));
            runs.push_back(std::move(run));
        }
        for (std::size_t repeat = 0; repetitions > 1 && repeat < repetitions; ++repeat) {
            EvaluationResults one = results;
            if (repeat > 0) one.scores.clear();
            for (std::size_t i = 0; i < one.names.size(); ++i)
                one.predicted[i] = results.repeats[i * repetitions + repeat];
            Json run{{"fold", results.fold_names[fold]}, {"repeat", repeat}};
            run.update(short_figures(figures_of_fold(one, static_cast<std::int32_t>(fold))));
            runs.push_back(std::move(run));
        }
    }
    return runs;
}

void add_mean_and_spread(Json& json, const std::vector<Json>& runs) {
    Json mean = Json::object(), spread = Json::object();
    for (const char* key : {"top1", "top5", "mean_class"}) {
        std::vector<double> values;
        for (const Json& run : runs)
            if (run[key].is_number()) values.push_back(run[key].get<double>());
        const bool whole = values.size() == runs.size() && !values.empty();
        const MeanAndSpread found = mean_and_spread(values);
        mean[key] = whole ? Json(found.mean) : Json();
        spread[key] = whole && values.size() > 1 ? Json(found.spread) : Json();
    }
    json["mean"] = std::move(mean);
    json["spread"] = std::move(spread);
}

// The labelled samples of every fit: their names where they are few, otherwise the first of them and the
// seed.
void add_subset(Json& json, const EvaluationResults& results) {
    constexpr std::size_t few = 20, first = 5;
    const LabelledSubset& subset = results.subset;
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::string>> fits;
    for (std::size_t i = 0; i < subset.name.size(); ++i)
        fits[{subset.fold[i], subset.repeat[i]}].push_back(subset.name[i]);
    for (auto& [fit, names] : fits) {
        Json one{{"fold", results.fold_names[static_cast<std::size_t>(fit.first)]},
                 {"repeat", fit.second},
                 {"count", names.size()}};
        if (names.size() > few) {
            names.resize(first);
            one["first"] = names;
            one["seed"] = seed_of(results);
        } else {
            one["names"] = names;
        }
        json["subset"].push_back(std::move(one));
    }
}

// Repetitions' mean takes the place of the first one's figures, and what is still of the first is listed.
void add_repeats(Json& json, const EvaluationResults& results) {
    const auto repeats = figures_over_repeats(results);
    if (!repeats) return;
    const auto both = [](const MeanAndSpread& figure) {
        return Json{{"mean", figure.mean}, {"spread", figure.spread}};
    };
    Json each = Json::array();
    for (const ClassificationFigures& one : repeats->each) each.push_back(one.top1);
    json["repeats"] = {{"count", repeats->each.size()},
                       {"top1", both(repeats->top1)},
                       {"mean_class", both(repeats->mean_class)},
                       {"each", std::move(each)},
                       {"of_the_first", {"top5", "per_class", "confusion", "slices"}}};
    json["top1"] = repeats->top1.mean;
    json["mean_class"] = repeats->mean_class.mean;
    json["interval95"] = {repeats->interval.low, repeats->interval.high};
}

} // namespace

std::string evaluation_summary(const EvaluationResults& results) {
    const auto figures = figures_of(results);
    const ShareInterval interval = interval_of(results);
    Json json = short_figures(figures);
    json["interval95"] = {interval.low, interval.high};
    add_repeats(json, results);
    const auto protocol = results.stamp.find("protocol");
    json["protocol"] = protocol == results.stamp.end() ? "" : protocol->second;
    const auto runs = single_runs(results);
    json["folds"] = runs;
    add_mean_and_spread(json, runs);
    json["per_class"] = per_class_json(results, figures);
    json["confusion"] = confusion_json(figures);
    json["slices"] = slices_json(results);
    add_subset(json, results);
    json["stamp"] = results.stamp;
    const Json report = json_object_or_empty(results.report);
    for (const auto& [key, value] : report.items())
        if (!json.contains(key)) json[key] = value;
    return json_line(json);
}

Result<std::string> comparison_summary(const EvaluationResults& first, const EvaluationResults& second) {
    KINELENS_TRY(test, mcnemar(right_by_name(first), right_by_name(second)));
    const double mine = figures_of(first).top1, theirs = figures_of(second).top1;
    const Json json{{"kind", "comparison"},
                    {"first", mine},
                    {"second", theirs},
                    {"difference", mine - theirs},
                    {"of_the_first_repeat", first.repetitions() > 1 || second.repetitions() > 1},
                    {"mcnemar",
                     {{"both_right", test.both_right},
                      {"only_first", test.only_first},
                      {"only_second", test.only_second},
                      {"both_wrong", test.both_wrong},
                      {"exact", test.exact},
                      {"statistic", test.statistic},
                      {"p", test.p}}},
                    {"compared", compared_in(first.stamp, second.stamp)},
                    {"differing", differing_stamps(first.stamp, second.stamp)}};
    return json_line(json);
}

} // namespace kinelens
