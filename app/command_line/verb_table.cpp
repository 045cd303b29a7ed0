#include "app/command_line/verbs.h"

namespace kinelens {

std::vector<Verb> all_verbs() {
    return {};
}

} // namespace kinelens
