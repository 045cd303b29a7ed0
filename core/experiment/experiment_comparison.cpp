#include "core/experiment/experiment_comparison.h"

#include "core/foundation/json_text.h"
#include "core/options/verb_options.h"

#include <algorithm>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json object_of(const std::string& text) {
    auto json = parse_json_object(text, "options");
    return json ? std::move(*json) : Json::object();
}

// Numbers as options say them: 0.0005 and 5e-4 are one value.
std::string option_words(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return option_text(value.get<bool>());
    if (value.is_number_integer()) return option_text(value.get<std::int64_t>());
    if (value.is_number()) return option_text(value.get<double>());
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool all_alike(const std::vector<std::string>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

void add(std::vector<DifferingOption>& found, std::string what, std::vector<std::string> values) {
    if (!all_alike(values)) found.push_back({std::move(what), std::move(values)});
}

} // namespace

std::vector<DifferingOption> differing_options(const std::vector<Experiment>& experiments) {
    std::vector<DifferingOption> found;
    for (const auto& [what, member] :
         {std::pair{"verb", &Experiment::verb}, std::pair{"data", &Experiment::data},
          std::pair{"protocol", &Experiment::protocol}, std::pair{"preset", &Experiment::preset}}) {
        std::vector<std::string> values;
        for (const Experiment& one : experiments) values.push_back(one.*member);
        add(found, what, std::move(values));
    }
    std::vector<Json> options;
    Json keys = Json::object();
    for (const Experiment& one : experiments) {
        Json complete = object_of(default_options(one.verb));
        complete.update(object_of(one.options));
        keys.update(complete);
        options.push_back(std::move(complete));
    }
    for (const auto& [key, ignored] : keys.items()) {
        if (!decides_result(key)) continue;
        std::vector<std::string> values;
        for (const Json& one : options)
            values.push_back(one.contains(key) ? option_words(one[key]) : std::string());
        add(found, key, std::move(values));
    }
    return found;
}

} // namespace kinelens
