#include "app/command_line/hand_over.h"
#include "app/command_line/parse_words.h"
#include "app/command_line/progress_printer.h"
#include "app/command_line/resumed_words.h"
#include "app/command_line/standard_streams.h"
#include "app/command_line/stop_signals.h"
#include "app/command_line/verb.h"

#include "core/experiment/code_revision.h"
#include "core/experiment/experiment.h"
#include "core/foundation/shell_words.h"
#include "core/options/option_info.h"
#include "core/options/verb_descriptions.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <new>
#include <stdexcept>

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
    if (resumption_of_verb(command.get_name()) != Resumption::none)
        command
            .add_flag("--resume", common.resume,
                      "go on with the run in --run, which is asked for what it was asked for before")
            ->group("Common");
    command.add_flag("--json", common.json, "print the summary as one JSON object on the last line")
        ->group("Common");
    command.add_flag("--quiet", common.quiet, "no progress")->group("Common");
}

std::string command_line_of(int count, char** words) {
    std::vector<std::string> line{"kinelens-cli"};
    for (int i = 1; i < count; ++i) line.emplace_back(words[i]);
    return shell_line(line);
}

// "frames_max" is --frames-max to whoever typed it.
Error as_typed(Error error, const CLI::App& command) {
    const bool option =
        error.code == ErrorCode::invalid_argument || error.code == ErrorCode::argument_missing;
    const std::string flag = "--" + option_flag(error.subject);
    if (option && command.get_option_no_throw(flag)) error.subject = flag;
    return error;
}

int report(const Error& error) {
    std::fprintf(stderr, "kinelens-cli: %s\n", error_sentence(error).c_str());
    return exit_code(error);
}

// Every library's exceptions are caught where it is used. What was forgotten, or memory that ran out, still
// ends in a sentence and an exit code.
VerbResult outcome_of(const VerbFunction& function, const VerbContext& context) {
    try {
        return function(context);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::out_of_memory, "The job");
    } catch (const std::length_error&) { // of a container that was to be larger than any can be
        return fail(ErrorCode::out_of_memory, "The job");
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, "The job", error.what());
    }
}

int run(const Choice& choice, const std::string& command_line) {
    const VerbContext context{choice.common, progress_printer(choice.common.quiet), stop_on_signals(),
                              command_line};
    VerbResult result = outcome_of(choice.function, context);
    if (!result) return report(as_typed(result.error(), *choice.command));
    if (result->silent) return exit_code(result->outcome);
    const bool json = result->text.empty() || choice.common.json;
    if (const auto printed = print_line(json ? result->summary : result->text); !printed)
        return report(printed.error());
    return exit_code(result->outcome);
}

// The words after the program's name; "help" and "help VERB" mean --help.
std::vector<std::string> words_of(int count, char** arguments) {
    std::vector<std::string> words(arguments + 1, arguments + count);
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    return words;
}

using Choices = std::vector<std::unique_ptr<Choice>>;

Result<void> read_words(CLI::App& program, const Choices& choices, const std::vector<std::string>& words) {
    const auto folder = resumed_folder(words);
    for (const auto& choice : choices) {
        if (!folder || choice->command->get_name() != words.front()) continue;
        auto read = parse_resumed(program, *choice->command, choice->common, words, *folder);
        if (!read) return fail(as_typed(read.error(), *choice->command));
        return {};
    }
    parse(program, words);
    return {};
}

} // namespace

int main(int argument_count, char** arguments) {
    set_code_revision(code_revision());
    prepare_standard_streams();
    if (const auto error = hand_over(argument_count, arguments)) return report(*error);
    CLI::App program{"Kinelens: skeleton action analysis on the command line", "kinelens-cli"};
    program.set_version_flag("--version", "kinelens-cli " + code_version());
    program.require_subcommand(1);
    Choices choices;
    for (const Verb& verb : all_verbs()) {
        auto& choice = *choices.emplace_back(std::make_unique<Choice>());
        choice.command = program.add_subcommand(verb.name, described_verb(verb.name).purpose);
        add_common(*choice.command, choice.common);
        choice.function = verb.declare(*choice.command, choice.common);
    }
    const std::vector<std::string> words = words_of(argument_count, arguments);
    try {
        if (const auto read = read_words(program, choices, words); !read) return report(read.error());
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error); // --help, --version
        std::fprintf(stderr, "kinelens-cli: %s\n", parse_sentence(error, program, words).c_str());
        return 2;
    }
    for (const auto& choice : choices)
        if (choice->command->parsed()) return run(*choice, command_line_of(argument_count, arguments));
    return 2;
}
