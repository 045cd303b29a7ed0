#include "app/command_line/bench/child_process.h"
#include "app/command_line/hand_over.h"
#include "app/command_line/verbs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kinelens {
namespace {

// For the list that --help shows; its options are the other program's matter.
[[maybe_unused]] Verb elsewhere(const VerbWords& words) {
    return {words.name, words.purpose,
            [name = words.name](CLI::App&, const CommonArguments&) -> VerbFunction {
                return [name](const VerbContext&) -> VerbResult { return fail(ErrorCode::internal, name); };
            }};
}

} // namespace

// In the order --help lists them: the order the data flows.
std::vector<Verb> all_verbs() {
    std::vector<Verb> verbs{import_verb(), synthesize_verb(), inspect_verb()};
#ifdef KINELENS_HAS_LEARNING
    for (const VerbWords& words : learning_verbs) verbs.push_back(elsewhere(words));
#endif
    verbs.push_back(embed_verb());
    verbs.push_back(ensemble_verb());
    verbs.push_back(detect_score_verb());
    verbs.push_back(export_verb());
    verbs.push_back(bench_verb());
    return verbs;
}

std::optional<Error> hand_over([[maybe_unused]] int count, [[maybe_unused]] char** words) {
#ifdef KINELENS_HAS_LEARNING
    const auto asked = [&](const VerbWords& verb) {
        return count > 1 && std::strcmp(words[1], verb.name) == 0;
    };
    if (std::ranges::none_of(learning_verbs, asked)) return std::nullopt;
    const std::string program = learning_program();
    ::execv(program.c_str(), words);
    return Error{ErrorCode::process_failed, program, std::strerror(errno), {}};
#else
    return std::nullopt;
#endif
}

} // namespace kinelens
