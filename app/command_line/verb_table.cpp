#include "app/command_line/bench/child_process.h"
#include "app/command_line/hand_over.h"
#include "app/command_line/verbs.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace kinelens {
namespace {

// For the list that --help shows; its options are the other program's matter.
[[maybe_unused]] Verb elsewhere(const char* name, const char* purpose) {
    return {name, purpose, [name](CLI::App&, const CommonArguments&) -> VerbFunction {
                return [name](const VerbContext&) -> VerbResult { return fail(ErrorCode::internal, name); };
            }};
}

} // namespace

// In the order --help lists them: the order the data flows.
std::vector<Verb> all_verbs() {
    return {
        import_verb(),
        synthesize_verb(),
        inspect_verb(),
#ifdef KINELENS_HAS_LEARNING
        elsewhere("pretrain", pretrain_purpose),
#endif
        bench_verb(),
    };
}

std::optional<Error> hand_over([[maybe_unused]] int count, [[maybe_unused]] char** words) {
#ifdef KINELENS_HAS_LEARNING
    if (count < 2 || std::strcmp(words[1], "pretrain") != 0) return std::nullopt;
    const std::string program = sibling_program("kinelens-cli-learning").string();
    // Threads that spin while they wait take the cores from those that work: measured, 1.7 times slower.
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    ::execv(program.c_str(), words);
    return Error{ErrorCode::process_failed, program, std::strerror(errno), {}};
#else
    return std::nullopt;
#endif
}

} // namespace kinelens
