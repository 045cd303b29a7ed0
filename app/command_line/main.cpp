#include "app/command_line/hand_over.h"
#include "app/command_line/parse_words.h"
#include "app/command_line/progress_printer.h"
#include "app/command_line/stop_signals.h"
#include "app/command_line/verb.h"

#include "core/experiment/experiment.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace {

using namespace kinelens;

struct Choice {
    CommonArguments common;
    VerbFunction function;
    CLI::App* command = nullptr;
};

void add_common(CLI::App& command, CommonArguments& common) {
    command.add_option("--run", common.run, "run folder to write")->group("Common");
    command.add_option("--config", common.config, "options as a JSON file")->group("Common");
    command.add_option("--preset", common.preset, "options to start from")->group("Common");
    command.add_flag("--json", common.json, "print the summary as one JSON object on the last line")
        ->group("Common");
    command.add_flag("--quiet", common.quiet, "no progress")->group("Common");
}

std::string shell_quoted(const std::string& word) {
    if (word.find_first_of(" '\"\\$&|;()<>*?#\t\n") == std::string::npos && !word.empty()) return word;
    std::string quoted = "'";
    for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

std::string command_line_of(int count, char** words) {
    std::string line = "kinelens-cli";
    for (int i = 1; i < count; ++i) line += " " + shell_quoted(words[i]);
    return line;
}

int report(const Error& error) {
    std::fprintf(stderr, "kinelens-cli: %s\n", error_sentence(error).c_str());
    return exit_code(error);
}

int run(const Choice& choice, const std::string& command_line) {
    const VerbContext context{choice.common, progress_printer(choice.common.quiet), stop_on_signals(),
                              command_line};
    VerbResult result = choice.function(context);
    if (!result) return report(result.error());
    if (!result->text.empty() && !choice.common.json) std::printf("%s\n", result->text.c_str());
    if (result->text.empty() || choice.common.json) std::printf("%s\n", result->summary.c_str());
    return exit_code(result->outcome);
}

} // namespace

int main(int argument_count, char** arguments) {
    if (const auto error = hand_over(argument_count, arguments)) return report(*error);
    CLI::App program{"Kinelens: skeleton action analysis on the command line", "kinelens-cli"};
    program.set_version_flag("--version", "kinelens-cli " + code_version());
    program.require_subcommand(1);
    std::vector<std::unique_ptr<Choice>> choices;
    for (const Verb& verb : all_verbs()) {
        auto& choice = *choices.emplace_back(std::make_unique<Choice>());
        choice.command = program.add_subcommand(verb.name, verb.purpose);
        add_common(*choice.command, choice.common);
        choice.function = verb.declare(*choice.command, choice.common);
    }
    try {
        program.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error); // --help, --version
        const std::vector<std::string> words(arguments + 1, arguments + argument_count);
        std::fprintf(stderr, "kinelens-cli: %s\n", parse_sentence(error, program, words).c_str());
        return 2;
    }
    for (const auto& choice : choices)
        if (choice->command->parsed()) return run(*choice, command_line_of(argument_count, arguments));
    return 2;
}
