#include "app/command_line/resumed_words.h"

#include "core/experiment/run_paths.h"
#include "core/foundation/json_text.h"
#include "core/foundation/shell_words.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

namespace kinelens {
namespace {

using WordList = std::vector<std::string>;
using Said = std::map<const CLI::Option*, WordList>;

// The last value of "--run DIR" or "--run=DIR".
std::string run_among(const WordList& words) {
    std::string run;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--run" && i + 1 < words.size()) run = words[i + 1];
        if (words[i].starts_with("--run=")) run = words[i].substr(6);
    }
    return run;
}

Path whole_path(const Path& path, const Path& directory) {
    return (path.is_absolute() ? path : directory / path).lexically_normal();
}

// The words that began the run. Files below its folder are looked for where the folder is now.
WordList begun_words(const Experiment& experiment, const Path& folder) {
    WordList words = shell_words(experiment.command_line);
    if (!words.empty()) words.erase(words.begin()); // the program
    const std::string before = run_among(words);
    if (before.empty() || whole_path(before, experiment.directory) == folder) return words;
    for (std::string& word : words)
        if (word.starts_with(before + "/")) word = folder.string() + word.substr(before.size());
    return words;
}

Said said_to(CLI::App& command) {
    Said said;
    for (const CLI::Option* option : command.get_options())
        if (option->count() > 0 && option->get_group() != "Common") said[option] = option->results();
    return said;
}

bool same_words(const WordList& before, const WordList& now, const Path& directory, const Path& here) {
    return std::ranges::equal(before, now, [&](const std::string& left, const std::string& right) {
        return left == right || whole_path(left, directory) == whole_path(right, here);
    });
}

// The options of the verb's table are all in the experiment.
bool is_table_option(const CLI::Option& option, const Experiment& experiment) {
    std::string key = option.get_single_name();
    std::ranges::replace(key, '-', '_');
    return json_object_or_empty(experiment.options).contains(key);
}

// Whether it is the same data is seen by its content, where the run is opened.
bool may_have_moved(const CLI::Option& option, const Experiment& experiment) {
    return experiment.verb == "pretrain" && option.get_single_name() == "data";
}

Result<void> check_same(const Said& before, const Said& now, const Experiment& experiment, const Path& here) {
    for (const auto& [option, words] : now) {
        if (is_table_option(*option, experiment) || may_have_moved(*option, experiment)) continue;
        const auto was = before.find(option);
        if (was == before.end() || !same_words(was->second, words, experiment.directory, here))
            return fail(ErrorCode::invalid_argument, option->get_single_name(),
                        "a resumed run keeps what it began with");
    }
    return {};
}

Result<Experiment> experiment_in(const Path& folder, const std::string& verb) {
    const std::string file = RunPaths{folder}.experiment().string();
    KINELENS_TRY(text, read_text_file(file));
    KINELENS_TRY(experiment, experiment_from_json(text, file));
    if (experiment.verb != verb)
        return fail(ErrorCode::invalid_argument, "run",
                    "it holds a run of '" + experiment.verb + "', not of '" + verb + "'");
    return std::move(experiment);
}

} // namespace

void parse(CLI::App& program, const WordList& words) {
    WordList backwards(words.rbegin(), words.rend());
    program.parse(std::move(backwards));
}

std::optional<Path> resumed_folder(const WordList& words) {
    const std::string run = run_among(words);
    const bool asked = std::ranges::find(words, "--resume") != words.end();
    if (!asked || run.empty()) return std::nullopt;
    const Path folder = std::filesystem::absolute(run).lexically_normal();
    return folder.has_filename() ? folder : folder.parent_path(); // "runs/first/"
}

Result<void> parse_resumed(CLI::App& program, CLI::App& command, CommonArguments& common,
                           const WordList& words, const Path& folder) {
    auto experiment = experiment_in(folder, command.get_name());
    if (!experiment && command.get_name() != "pretrain") return fail(experiment.error());
    Said before;
    if (experiment) {
        parse(program, begun_words(*experiment, folder));
        before = said_to(command);
        CommonArguments kept;
        kept.preset = common.preset;
        common = kept;
    }
    for (CLI::Option* option : command.get_options()) option->required(false);
    parse(program, words);
    common.run = folder.string();
    if (!experiment) return {}; // the verb says why
    std::error_code gone;
    const Path here = std::filesystem::current_path(gone);
    if (!experiment->directory.empty()) std::filesystem::current_path(experiment->directory, gone);
    KINELENS_CHECK(check_same(before, said_to(command), *experiment, here));
    common.begun = std::make_shared<const Experiment>(std::move(*experiment));
    return {};
}

} // namespace kinelens
