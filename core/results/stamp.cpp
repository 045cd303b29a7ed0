#include "core/results/stamp.h"

#include "core/foundation/json_text.h"
#include "core/foundation/number_text.h"
#include "core/options/verb_options.h"

#include <algorithm>
#include <array>

namespace kinelens {
namespace {

std::string typed(const nlohmann::ordered_json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number_float() ? number_text(value.get<double>()) : json_line(value);
}

// Facts that should be the same where results are compared. An option of such a name is told by its fact.
constexpr std::array<std::string_view, 7> compared_facts{"data_hash",    "split_hash", "protocol", "seed",
                                                         "code_version", "preprocess", "verb"};

bool is_compared_fact(std::string_view name) {
    return std::ranges::find(compared_facts, name) != compared_facts.end();
}

// They decide nothing where the search is exact.
bool is_of_the_graph(std::string_view option) {
    return option == "links" || option == "build_effort" || option == "search_effort";
}

// In the order of the left one's options. Of two verbs only which epoch counts: the rest follows from the
// verb.
void add_options(std::vector<std::string>& keys, const Stamp& left, const Stamp& right) {
    const StampedOptions mine = left.options(), theirs = right.options();
    if (mine.list.empty() || theirs.list.empty()) return; // of another program: nothing is known
    const bool exact = mine.text("search") == "exact" && theirs.text("search") == "exact";
    const bool one_verb = left.text("verb") == right.text("verb");
    auto both = mine.list;
    for (const auto& option : theirs.list)
        if (!mine.contains(option.first)) both.push_back(option);
    for (const auto& [key, ignored] : both) {
        if (option_effect(key) != OptionEffect::result || is_compared_fact(key)) continue;
        if (exact && is_of_the_graph(key)) continue;
        const bool shared = mine.contains(key) && theirs.contains(key);
        if (shared ? mine.text(key) == theirs.text(key) : !one_verb) continue;
        if (one_verb || key == "selection") keys.push_back(key);
    }
}

} // namespace

bool StampedOptions::contains(std::string_view key) const {
    return std::ranges::any_of(list, [&](const auto& option) { return option.first == key; });
}

std::string StampedOptions::text(std::string_view key) const {
    const auto found = std::ranges::find_if(list, [&](const auto& option) { return option.first == key; });
    return found == list.end() ? std::string() : found->second;
}

void StampedOptions::set(std::string_view key, std::string text) {
    const auto found = std::ranges::find_if(list, [&](const auto& option) { return option.first == key; });
    if (found == list.end())
        list.emplace_back(key, std::move(text));
    else
        found->second = std::move(text);
}

StampedOptions stamped_options(std::string_view json) {
    StampedOptions options;
    const auto object = json_object_or_empty(json);
    for (const auto& [key, value] : object.items()) options.list.emplace_back(key, typed(value));
    return options;
}

std::string Stamp::text(const std::string& name) const {
    const auto found = facts_.find(name);
    return found == facts_.end() ? std::string() : found->second;
}

std::uint64_t Stamp::seed() const {
    std::uint64_t seed = 0;
    parse_number(text("seed"), seed);
    return seed;
}

std::vector<std::string> differing_stamps(const Stamp& left, const Stamp& right) {
    std::vector<std::string> keys;
    for (const std::string_view fact : compared_facts) {
        const std::string key(fact);
        if (left.contains(key) != right.contains(key) || left.text(key) != right.text(key))
            keys.push_back(key);
    }
    add_options(keys, left, right);
    return keys;
}

std::vector<std::string> compared_in(const Stamp& left, const Stamp& right) {
    std::vector<std::string> keys;
    for (const auto& [name, key] : {std::pair{"encoder", "encoder"},
                                    {"objective", "objective"},
                                    {"stream", "stream"},
                                    {"checkpoint", "checkpoint_hash"},
                                    {"features", "features_hash"}})
        if (left.text(key) != right.text(key)) keys.emplace_back(name);
    return keys;
}

} // namespace kinelens
