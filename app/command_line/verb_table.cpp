#include "app/command_line/verbs.h"

namespace kinelens {

// In the order --help lists them: the order the data flows.
std::vector<Verb> all_verbs() {
    return {
        import_verb(),   synthesize_verb(), inspect_verb(),
#ifdef KINELENS_HAS_LEARNING
        pretrain_verb(),
#endif
        bench_verb(),
    };
}

} // namespace kinelens
