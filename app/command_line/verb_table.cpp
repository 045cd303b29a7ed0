#include "app/command_line/bench/child_process.h"
#include "app/command_line/hand_over.h"
#include "app/command_line/verbs.h"
#include "core/options/verb_descriptions.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kinelens {
namespace {

// For the list that --help shows; its options are the other program's matter.
[[maybe_unused]] Verb elsewhere(const std::string& name) {
    return {name, [name](CLI::App&, const CommonArguments&) -> VerbFunction {
                return [name](const VerbContext&) -> VerbResult { return fail(ErrorCode::internal, name); };
            }};
}

} // namespace

std::vector<Verb> all_verbs() {
    const std::vector<Verb> own{import_verb(),      synthesize_verb(),   inspect_verb(), embed_verb(),
                                ensemble_verb(),    detect_score_verb(), export_verb(),  bench_verb(),
                                export_data_verb(), recipe_verb()};
    std::vector<Verb> verbs;
    for (const VerbDescription& verb : verb_descriptions()) {
        const auto ours = std::ranges::find(own, verb.name, &Verb::name);
        if (ours != own.end()) verbs.push_back(*ours);
#ifdef KINELENS_HAS_LEARNING
        if (verb.program == VerbProgram::learning) verbs.push_back(elsewhere(verb.name));
#endif
    }
    return verbs;
}

std::optional<Error> hand_over([[maybe_unused]] int count, [[maybe_unused]] char** words) {
#ifdef KINELENS_HAS_LEARNING
    const auto asked = [&](const VerbDescription& verb) {
        return verb.program == VerbProgram::learning && count > 1 && std::strcmp(words[1], verb.name) == 0;
    };
    if (std::ranges::none_of(verb_descriptions(), asked)) return std::nullopt;
    const std::string program = learning_program();
    ::execv(program.c_str(), words);
    return Error{ErrorCode::process_failed, program, std::strerror(errno), {}};
#else
    return std::nullopt;
#endif
}

} // namespace kinelens
