#include "core/foundation/json_text.h"
#include "core/options/verb_options.h"
#include "core/results/evaluation_results.h"

#include <set>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

const std::set<std::string> told_by_the_stamp{"preprocess", "seed"};
const std::set<std::string> of_the_graph{"links", "build_effort", "search_effort"};

std::string value_of(const Stamp& stamp, const std::string& key) {
    const auto found = stamp.find(key);
    return found == stamp.end() ? std::string() : found->second;
}

Json options_of(const Stamp& stamp) {
    return json_object_or_empty(value_of(stamp, "options"));
}

bool searches_exactly(const Json& options) {
    return options.value("search", Json()) == Json("exact");
}

// In the order of the left one's options. Of two verbs only which epoch counts: the rest follows from the
// verb.
void add_options(std::vector<std::string>& keys, const Stamp& left, const Stamp& right) {
    const Json mine = options_of(left), theirs = options_of(right);
    if (mine.empty() || theirs.empty()) return; // of another program: nothing is known
    const bool exact = searches_exactly(mine) && searches_exactly(theirs);
    const bool one_verb = value_of(left, "verb") == value_of(right, "verb");
    Json both = mine;
    both.update(theirs);
    for (const auto& [key, ignored] : both.items()) {
        if (option_effect(key) != OptionEffect::result || told_by_the_stamp.contains(key)) continue;
        if (exact && of_the_graph.contains(key)) continue;
        const bool shared = mine.contains(key) && theirs.contains(key);
        if (shared ? mine[key] == theirs[key] : !one_verb) continue;
        if (one_verb || key == "selection") keys.push_back(key);
    }
}

} // namespace

std::vector<std::string> differing_stamps(const Stamp& left, const Stamp& right) {
    std::vector<std::string> keys;
    for (const char* key :
         {"data_hash", "split_hash", "protocol", "seed", "code_version", "preprocess", "verb"})
        if (left.contains(key) != right.contains(key) || value_of(left, key) != value_of(right, key))
            keys.emplace_back(key);
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
        if (value_of(left, key) != value_of(right, key)) keys.emplace_back(name);
    return keys;
}

} // namespace kinelens
