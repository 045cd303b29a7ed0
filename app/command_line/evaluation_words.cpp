#include "app/command_line/evaluation_words.h"

#include "app/command_line/words.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

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
    return percent(figure["mean"]) + " ± " + percent(figure["spread"]);
}

std::string top1_text(const Json& json) {
    const std::string samples = counted(json["samples"].get<std::int64_t>(), "sample");
    const std::string interval =
        ", 95 % between " + percent(json["interval95"][0]) + " and " + percent(json["interval95"][1]);
    if (!json.contains("repeats")) return percent(json["top1"]) + " of " + samples + interval;
    const Json& repeats = json["repeats"];
    return with_spread(repeats["top1"]) + " over " + repeats["count"].dump() + " repetitions, of " + samples +
           interval;
}

std::string top5_text(const Json& json) {
    std::string text = percent(json["top5"]);
    if (!json["top5"].is_number()) return text;
    if (json["stamp"].value("verb", "") == "retrieve") text += ": of the five nearest one is of the class";
    return text;
}

std::string mean_class_text(const Json& json) {
    return json.contains("repeats") ? with_spread(json["repeats"]["mean_class"])
                                    : percent(json["mean_class"]);
}

// What is not of the mean.
std::string first_text(const Json& json) {
    if (!json.contains("repeats")) return {};
    return percent(json["repeats"]["each"][0]) + "; top-5, classes, slices and confusion are of it alone";
}

std::string folds_text(const Json& json) {
    if (json["folds"].size() < 2) return {};
    std::string text;
    for (const Json& fold : json["folds"]) text += (text.empty() ? "" : ", ") + percent(fold["top1"]);
    return percent(json["mean"]["top1"]) + " ± " + percent(json["spread"]["top1"]) + " over " +
           counted(static_cast<std::int64_t>(json["folds"].size()), "run") + ": " + text;
}

std::string classes_text(const Json& json) {
    std::string text;
    for (const Json& one : json["per_class"])
        if (one["count"].get<std::int64_t>() > 0)
            text += (text.empty() ? "" : ", ") + one["class"].get<std::string>() + " " + percent(one["top1"]);
    return text;
}

std::string slices_text(const Json& json, const std::string& by) {
    std::string text;
    for (const Json& slice : json["slices"])
        if (slice["by"] == by)
            text += (text.empty() ? "" : ", ") + slice["value"].get<std::string>() + " " +
                    percent(slice["top1"]) + " (n = " + slice["count"].dump() + ")";
    return text;
}

// Where nothing could be held out the last epoch counted, whatever was asked for.
std::string choice_text(const Json& json) {
    const auto asked = json["selection"].get<std::string>();
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
    return choice_text(json) + "; last epoch " + percent(json["last_epoch"]["top1"]) + ", best test epoch " +
           percent(json["best_test_epoch"]["top1"]);
}

// How many voted, where the galleries were smaller than what was asked for.
std::string neighbours_text(const Json& json) {
    if (!json.contains("neighbours_asked")) return {};
    return json["neighbours"].dump() + " vote, all that the smallest gallery has; " +
           json["neighbours_asked"].dump() + " were asked for";
}

std::string search_text(const Json& json) {
    if (!json.contains("recall")) return {};
    return "approximate, " + percent(json["recall"]) + " of the exact neighbours found, measured on " +
           counted(json["recall_queries"].get<std::int64_t>(), "query", "queries");
}

// "5: a, b, c, …", or "5 in each of 10 runs, in the first a, b, c, …".
std::string subset_text(const Json& json) {
    if (!json.contains("subset")) return {};
    const Json& fits = json["subset"];
    auto least = fits[0]["count"].get<std::int64_t>(), most = least;
    for (const Json& fit : fits) {
        least = std::min(least, fit["count"].get<std::int64_t>());
        most = std::max(most, fit["count"].get<std::int64_t>());
    }
    std::string text = std::to_string(least) + (most > least ? " to " + std::to_string(most) : "");
    text += fits.size() == 1 ? ": " : " in each of " + std::to_string(fits.size()) + " runs, in the first ";
    const Json& names = fits[0].contains("names") ? fits[0]["names"] : fits[0]["first"];
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += (i > 0 ? ", " : "") + names[i].get<std::string>();
    return text + (fits[0]["count"].get<std::size_t>() > shown ? ", …" : "");
}

std::string mixes_text(const Json& json) {
    if (!json.contains("best_mix")) return {};
    const auto mix = [&](const char* name, const char* key) {
        if (!json.contains(key)) return std::string();
        std::string text = name;
        const char* between = " ";
        for (const Json& weight : json[key]["weights"]) {
            text += between + number("%.3g", weight.get<double>());
            between = "/";
        }
        return text + ": " + percent(json[key]["top1"]);
    };
    std::string text = mix("best", "best_mix");
    for (const std::string& other : {mix("equal", "equal_mix"), mix("worst", "worst_mix")})
        text += other.empty() ? "" : "; " + other;
    return text + " (of " + json["best_mix"]["mixes"].dump() + ")";
}

std::string stamp_text(const Json& stamp) {
    std::string text;
    for (const char* key : {"verb", "seed", "stream", "preprocess", "code_version"})
        if (stamp.contains(key))
            text += (text.empty() ? "" : ", ") + std::string(key) + " " + stamp[key].get<std::string>();
    return text;
}

std::string stamped(const Json& stamp, const char* key) {
    return stamp.contains(key) ? stamp[key].get<std::string>() : std::string();
}

std::string listed(const Json& words) {
    std::string text;
    for (const Json& word : words) text += (text.empty() ? "" : ", ") + word.get<std::string>();
    return text;
}

std::string differing_text(const Json& json, const std::string& who) {
    const std::string keys = json.contains("differing") ? listed(json["differing"]) : "";
    return keys.empty() ? "" : who + " were not made alike: they differ in " + keys;
}

std::string preset_text(const Json& json) {
    if (!json.contains("preset_protocol")) return {};
    const Json& published = json["preset_protocol"];
    return "preset " + published["preset"].get<std::string>() + " is published for the protocol " +
           published["protocol"].get<std::string>() + ", not " + json["protocol"].get<std::string>();
}

std::string without_last_break(std::string text) {
    if (!text.empty()) text.pop_back();
    return text;
}

} // namespace

std::string evaluation_text(const std::string& summary) {
    const Json json = Json::parse(summary);
    const Json& stamp = json["stamp"];
    std::string text = row("top-1", top1_text(json)) + row("top-5", top5_text(json)) +
                       row("mean class", mean_class_text(json)) + row("runs", folds_text(json)) +
                       row("first repetition", first_text(json)) + row("epochs", selection_text(json)) +
                       row("neighbours", neighbours_text(json)) + row("search", search_text(json)) +
                       row("labelled", subset_text(json)) + row("mixes", mixes_text(json)) +
                       row("classes", classes_text(json));
    for (const char* by : {"camera", "setup", "subject", "length", "problems"})
        text += row("by " + std::string(by), slices_text(json, by));
    text += row("protocol", json["protocol"].get<std::string>()) +
            row("split", stamped(stamp, "split_hash")) + row("data", stamped(stamp, "data_hash")) +
            row("checkpoint", stamped(stamp, "checkpoint")) + row("features", stamped(stamp, "features")) +
            row("made by", stamp_text(stamp)) + row("warning", differing_text(json, "the members")) +
            row("warning", preset_text(json));
    return without_last_break(std::move(text));
}

std::string comparison_text(const std::string& summary) {
    const Json json = Json::parse(summary);
    const Json& test = json["mcnemar"];
    const auto count = [&](const char* key) { return std::to_string(test[key].get<std::int64_t>()); };
    return without_last_break(
        row("first", percent(json["first"])) + row("second", percent(json["second"])) +
        row("difference", number("%+.2f points", 100 * json["difference"].get<double>())) +
        row("right", count("both_right") + " both, " + count("only_first") + " only the first, " +
                         count("only_second") + " only the second, " + count("both_wrong") + " neither") +
        row("McNemar",
            number("p = %.4g", test["p"].get<double>()) +
                (test["exact"].get<bool>() ? ", exact"
                                           : number(", chi-square %.4g", test["statistic"].get<double>()))) +
        row("repetitions",
            json["of_the_first_repeat"].get<bool>() ? "all this is of the first of each" : "") +
        row("compared", listed(json["compared"])) + row("warning", differing_text(json, "the two")));
}

} // namespace kinelens
