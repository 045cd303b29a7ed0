#include "app/command_line/parse_words.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>

namespace kinelens {
namespace {

// Levenshtein's distance.
std::size_t letters_to_change(const std::string& from, const std::string& to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t change = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, change});
        }
    }
    return row.back();
}

std::vector<std::string> verbs_of(const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* verb : program.get_subcommands({})) names.push_back(verb->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& verb) {
    std::vector<std::string> names;
    for (const CLI::Option* option : verb.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string with_guess(const std::string& text, const std::string& guess) {
    return text + (guess.empty() ? "" : "; did you mean " + guess + "?");
}

} // namespace

std::string nearest_word(const std::string& typed, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;
    for (const std::string& candidate : candidates)
        if (const std::size_t changes = letters_to_change(typed, candidate); changes < least) {
            least = changes;
            best = candidate;
        }
    return best;
}

std::string parse_sentence(const CLI::ParseError& error, const CLI::App& program,
                           const std::vector<std::string>& words) {
    const auto verbs = verbs_of(program);
    if (words.empty()) return "name a verb: " + list_of(verbs) + ". See kinelens-cli --help.";
    const bool known = std::find(verbs.begin(), verbs.end(), words.front()) != verbs.end();
    if (!known && words.front().starts_with('-'))
        return "the verb comes first: " + list_of(verbs) + ". See kinelens-cli --help.";
    if (!known) {
        const std::string guess = nearest_word(words.front(), verbs);
        return with_guess(words.front() + " is not a verb", guess) + (guess.empty() ? "." : "") +
               " Verbs are " + list_of(verbs) + ".";
    }
    const std::string hint = " See kinelens-cli " + words.front() + " --help.";
    const std::string said = error.what(); // "--bodies: 1 required TEXT missing"
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch))
        return said.substr(0, said.find(':')) + " needs a value." + hint;
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::ExtrasError))
        return std::string(error.what()) + "." + hint;
    const auto options = options_of(*program.get_subcommand(words.front()));
    for (const std::string& word : words) {
        const std::string name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::find(options.begin(), options.end(), name) != options.end())
            continue;
        const std::string guess = nearest_word(name, options);
        return with_guess(name + " is not an option of " + words.front(), guess) +
               (guess.empty() ? "." : "") + hint;
    }
    return std::string(error.what()) + "." + hint;
}

} // namespace kinelens
