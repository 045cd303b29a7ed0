#include "app/command_line/verbs.h"

namespace kinelens {

std::vector<Verb> all_verbs() {
    return {
#ifdef KINELENS_HAS_LEARNING
        pretrain_verb(),
#endif
    };
}

} // namespace kinelens
