#include "app/command_line/evaluation_words.h"

#include "app/command_line/words.h"
#include "core/foundation/json_text.h"

#include <algorithm>
#include <cstdio>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string percent(const Json& share) {
    return share.is_number() ? number("%.2f %%", 100 * share.get<double>()) : std::string("-");
}

std::string with_spread(const Json& figure) {
    return percent(figure.at("mean")) + " ± " + percent(figure.at("spread"));
}

std::string top1_text(const Json& json) {
    const std::string samples = counted(json.at("samples").get<std::int64_t>(), "sample");
    const std::string interval = ", 95 % between " + percent(json.at("interval95").at(0)) + " and " +
                                 percent(json.at("interval95").at(1));
    if (!json.contains("repeats")) return percent(json.at("top1")) + " of " + samples + interval;
    const Json& repeats = json.at("repeats");
    return with_spread(repeats.at("top1")) + " over " + json_line(repeats.at("count")) + " repetitions, of " +
           samples + interval;
}

std::string top5_text(const Json& json) {
    std::string text = percent(json.at("top5"));
    if (!json.at("top5").is_number()) return text;
    if (json.at("stamp").value("verb", "") == "retrieve") text += ": of the five nearest one is of the class";
    return text;
}

std::string mean_class_text(const Json& json) {
    return json.contains("repeats") ? with_spread(json.at("repeats").at("mean_class"))
                                    : percent(json.at("mean_class"));
}

// What is not of the mean.
std::string first_text(const Json& json) {
    if (!json.contains("repeats")) return {};
    return percent(json.at("repeats").at("each").at(0)) +
           "; top-5, classes, slices and confusion are of it alone";
}

std::string folds_text(const Json& json) {
    if (json.at("folds").size() < 2) return {};
    std::string text;
    for (const Json& fold : json.at("folds")) text += (text.empty() ? "" : ", ") + percent(fold.at("top1"));
    return percent(json.at("mean").at("top1")) + " ± " + percent(json.at("spread").at("top1")) + " over " +
           counted(static_cast<std::int64_t>(json.at("folds").size()), "run") + ": " + text;
}

std::string classes_text(const Json& json) {
    std::string text;
    for (const Json& one : json.at("per_class"))
        if (one.at("count").get<std::int64_t>() > 0)
            text += (text.empty() ? "" : ", ") + one.at("class").get<std::string>() + " " +
                    percent(one.at("top1"));
    return text;
}

std::string slices_text(const Json& json, const std::string& by) {
    std::string text;
    for (const Json& slice : json.at("slices"))
        if (slice.at("by") == by)
            text += (text.empty() ? "" : ", ") + slice.at("value").get<std::string>() + " " +
                    percent(slice.at("top1")) + " (n = " + json_line(slice.at("count")) + ")";
    return text;
}

// Where nothing could be held out the last epoch counted, whatever was asked for.
std::string choice_text(const Json& json) {
    const auto asked = json.at("selection").get<std::string>();
    const Json fits = json.value("fits", Json::array());
    const auto last = std::count_if(fits.begin(), fits.end(),
                                    [&](const Json& fit) { return fit.value("selection", asked) != asked; });
    if (last == 0) return "chosen by " + asked;
    const std::string why = "no class has samples enough to hold some out for " + asked;
    if (last == static_cast<std::ptrdiff_t>(fits.size())) return "the last one counts: " + why;
    return "chosen by " + asked + ", but the last one in " + std::to_string(last) + " of " +
           counted(static_cast<std::int64_t>(fits.size()), "fit") + ", where " + why;
}

std::string selection_text(const Json& json) {
    if (!json.contains("last_epoch")) return {};
    return choice_text(json) + "; last epoch " + percent(json.at("last_epoch").at("top1")) +
           ", best test epoch " + percent(json.at("best_test_epoch").at("top1"));
}

// How many voted, where the galleries were smaller than what was asked for.
std::string neighbours_text(const Json& json) {
    if (!json.contains("neighbours_asked")) return {};
    return json_line(json.at("neighbours")) + " vote, all that the smallest gallery has; " +
           json_line(json.at("neighbours_asked")) + " were asked for";
}

std::string search_text(const Json& json) {
    if (!json.contains("recall")) return {};
    return "approximate, " + percent(json.at("recall")) + " of the exact neighbours found, measured on " +
           counted(json.at("recall_queries").get<std::int64_t>(), "query", "queries");
}

// "5: a, b, c, …", or "5 in each of 10 runs, in the first a, b, c, …".
std::string subset_text(const Json& json) {
    if (!json.contains("subset")) return {};
    const Json& fits = json.at("subset");
    auto least = fits.at(0).at("count").get<std::int64_t>(), most = least;
    for (const Json& fit : fits) {
        least = std::min(least, fit.at("count").get<std::int64_t>());
        most = std::max(most, fit.at("count").get<std::int64_t>());
    }
    std::string text = std::to_string(least) + (most > least ? " to " + std::to_string(most) : "");
    text += fits.size() == 1 ? ": " : " in each of " + std::to_string(fits.size()) + " runs, in the first ";
    const Json& names = fits.at(0).contains("names") ? fits.at(0).at("names") : fits.at(0).at("first");
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += (i > 0 ? ", " : "") + names[i].get<std::string>();
    return text + (fits.at(0).at("count").get<std::size_t>() > shown ? ", …" : "");
}

std::string mixes_text(const Json& json) {
    if (!json.contains("best_mix")) return {};
    const auto mix = [&](const char* name, const char* key) {
        if (!json.contains(key)) return std::string();
        std::string text = name;
        const char* between = " ";
        for (const Json& weight : json.at(key).at("weights")) {
            text += between + number("%.3g", weight.get<double>());
            between = "/";
        }
        return text + ": " + percent(json.at(key).at("top1"));
    };
    std::string text = mix("best", "best_mix");
    for (const std::string& other : {mix("equal", "equal_mix"), mix("worst", "worst_mix")})
        text += other.empty() ? "" : "; " + other;
    return text + " (of " + json_line(json.at("best_mix").at("mixes")) + ")";
}

std::string stamp_text(const Json& stamp) {
    std::string text;
    for (const char* key : {"verb", "seed", "stream", "preprocess", "code_version"})
        if (stamp.contains(key))
            text += (text.empty() ? "" : ", ") + std::string(key) + " " + stamp.at(key).get<std::string>();
    return text;
}

std::string stamped(const Json& stamp, const char* key) {
    return stamp.contains(key) ? stamp.at(key).get<std::string>() : std::string();
}

std::string listed(const Json& words) {
    std::string text;
    for (const Json& word : words) text += (text.empty() ? "" : ", ") + word.get<std::string>();
    return text;
}

std::string differing_text(const Json& json, const std::string& who) {
    const std::string keys = json.contains("differing") ? listed(json.at("differing")) : "";
    return keys.empty() ? "" : who + " were not made alike: they differ in " + keys;
}

std::string members_text(const Json& json) {
    return differing_text(json, "the members");
}

std::string preset_text(const Json& json) {
    if (!json.contains("preset_protocol")) return {};
    const Json& published = json.at("preset_protocol");
    return "preset " + published.at("preset").get<std::string>() + " is published for the protocol " +
           published.at("protocol").get<std::string>() + ", not " + json.at("protocol").get<std::string>();
}

// Much of a summary is what the file's own report says, and files come from other programs too: what cannot
// be told of it is left out.
template <class Words>
std::string told(const std::string& name, const Words& words, const Json& json) {
    try {
        return row(name, words(json));
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

std::string without_last_break(std::string text) {
    if (!text.empty()) text.pop_back();
    return text;
}

} // namespace

std::string evaluation_text(const std::string& summary) {
    const Json json = Json::parse(summary);
    const Json& stamp = json.at("stamp");
    std::string text = told("top-1", top1_text, json) + told("top-5", top5_text, json) +
                       told("mean class", mean_class_text, json) + told("runs", folds_text, json) +
                       told("first repetition", first_text, json) + told("epochs", selection_text, json) +
                       told("neighbours", neighbours_text, json) + told("search", search_text, json) +
                       told("labelled", subset_text, json) + told("mixes", mixes_text, json) +
                       told("classes", classes_text, json);
    for (const char* by : {"camera", "setup", "subject", "length", "problems"})
        text += row("by " + std::string(by), slices_text(json, by));
    text += row("protocol", json.at("protocol").get<std::string>()) +
            row("split", stamped(stamp, "split_hash")) + row("data", stamped(stamp, "data_hash")) +
            row("checkpoint", stamped(stamp, "checkpoint")) + row("features", stamped(stamp, "features")) +
            row("made by", stamp_text(stamp)) + told("warning", members_text, json) +
            told("warning", preset_text, json);
    return without_last_break(std::move(text));
}

std::string comparison_text(const std::string& summary) {
    const Json json = Json::parse(summary);
    const Json& test = json.at("mcnemar");
    const auto count = [&](const char* key) { return std::to_string(test.at(key).get<std::int64_t>()); };
    return without_last_break(
        row("first", percent(json.at("first"))) + row("second", percent(json.at("second"))) +
        row("difference", number("%+.2f points", 100 * json.at("difference").get<double>())) +
        row("right", count("both_right") + " both, " + count("only_first") + " only the first, " +
                         count("only_second") + " only the second, " + count("both_wrong") + " neither") +
        row("McNemar", number("p = %.4g", test.at("p").get<double>()) +
                           (test.at("exact").get<bool>()
                                ? ", exact"
                                : number(", chi-square %.4g", test.at("statistic").get<double>()))) +
        row("repetitions",
            json.at("of_the_first_repeat").get<bool>() ? "all this is of the first of each" : "") +
        row("compared", listed(json.at("compared"))) + row("warning", differing_text(json, "the two")));
}

} // namespace kinelens
