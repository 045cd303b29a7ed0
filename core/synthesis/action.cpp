#include "core/synthesis/action.h"

namespace kinelens::synthesis {

const std::vector<Action>& all_actions() {
    static const std::vector<Action> actions = [] {
        std::vector<Action> list;
        for (const auto& theme : {daily_living_actions(), arm_actions(), whole_body_actions(),
                                  locomotion_actions(), two_person_actions()})
            list.insert(list.end(), theme.begin(), theme.end());
        return list;
    }();
    return actions;
}

} // namespace kinelens::synthesis
