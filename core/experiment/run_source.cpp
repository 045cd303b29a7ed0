#include "core/experiment/run_source.h"

#include "core/foundation/shell_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace kinelens {
namespace {

constexpr std::array inputs{"checkpoint", "features"};

// The one value of a flag; empty: it is not there, or several times.
std::string value_of(const std::vector<std::string>& words, const std::string& flag) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == flag && i + 1 < words.size()) values.push_back(words[i + 1]);
        if (words[i].starts_with(flag + "=")) values.push_back(words[i].substr(flag.size() + 1));
    }
    return values.size() == 1 ? values.front() : std::string();
}

} // namespace

std::optional<RunSource> source_of(const Experiment& experiment) {
    for (const char* input : inputs)
        if (const auto found = experiment.inputs.find(input); found != experiment.inputs.end())
            return RunSource{input, found->second.file};
    const auto words = shell_words(experiment.command_line);
    for (const char* input : inputs)
        if (const std::string file = value_of(words, std::string("--") + input); !file.empty())
            return RunSource{input, file};
    return std::nullopt;
}

} // namespace kinelens
