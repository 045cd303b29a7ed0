#include "core/synthesis/sequence_plan.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace kinelens::synthesis {
namespace {

constexpr int setup_count = 4;

std::string coded(char letter, int number) {
    char text[16];
    std::snprintf(text, sizeof text, "%c%03d", letter, number);
    return text;
}

std::string trimmed_text(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

Result<std::vector<const Action*>> chosen_actions(const SynthesisOptions& options) {
    std::vector<bool> chosen(all_actions().size(), trimmed_text(options.classes).empty());
    std::istringstream names(options.classes);
    for (std::string part; std::getline(names, part, ',');) {
        const std::string name = trimmed_text(part);
        if (name.empty()) continue;
        const auto found =
            std::ranges::find_if(all_actions(), [&](const Action& action) { return action.name == name; });
        if (found == all_actions().end()) return fail(ErrorCode::not_found, name, "no such action");
        chosen[static_cast<std::size_t>(found - all_actions().begin())] = true;
    }
    std::vector<const Action*> actions;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i]) actions.push_back(&all_actions()[i]);
    if (actions.empty()) return fail(ErrorCode::invalid_argument, "classes", options.classes);
    return actions;
}

SequencePlan plan_sequence(const SynthesisOptions& options, int class_count, std::int64_t index) {
    const auto take = [&index](int count) {
        const int digit = static_cast<int>(index % count);
        index /= count;
        return digit;
    };
    SequencePlan plan;
    plan.camera = 1 + take(options.cameras);
    if (!options.untrimmed) plan.label = take(class_count);
    const int turn = std::max(0, plan.label); // so that few sequences show many actors already
    plan.subject = 1 + (take(options.actors) + turn) % options.actors;
    plan.repetition = 1 + static_cast<int>(index);
    plan.setup = 1 + (plan.subject - 1) % setup_count;
    const std::string setup = coded('S', plan.setup);
    const std::string rest =
        coded('P', plan.subject) + coded('R', plan.repetition) + coded('A', plan.label + 1);
    plan.performance = setup + rest;
    plan.name = setup + coded('C', plan.camera) + rest;
    return plan;
}

} // namespace kinelens::synthesis
