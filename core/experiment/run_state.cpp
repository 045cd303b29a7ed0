#include "core/experiment/run_state.h"

#include "core/options/verb_descriptions.h"

#include <array>
#include <utility>

namespace kinelens {
namespace {

constexpr std::array state_names{
    std::pair{RunState::queued, "queued"},       std::pair{RunState::starting, "starting"},
    std::pair{RunState::running, "running"},     std::pair{RunState::paused, "paused"},
    std::pair{RunState::completed, "completed"}, std::pair{RunState::stopped, "stopped"},
    std::pair{RunState::failed, "failed"},       std::pair{RunState::lost, "lost"}};

} // namespace

std::string_view run_state_name(RunState state) {
    for (const auto& [value, name] : state_names)
        if (value == state) return name;
    return "lost";
}

bool is_going(RunState state) {
    return state == RunState::starting || state == RunState::running || state == RunState::paused;
}

bool can_pause(std::string_view verb) {
    return verb_pauses(verb);
}

bool can_write_checkpoint(std::string_view verb) {
    return verb == "pretrain" || verb == "embed";
}

bool can_resume(std::string_view verb, RunState state) {
    const bool open = state == RunState::stopped || state == RunState::failed || state == RunState::lost;
    return open && resumption_of_verb(verb) != Resumption::none;
}

} // namespace kinelens
