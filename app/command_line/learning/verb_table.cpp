#include "app/command_line/bench/child_process.h"
#include "app/command_line/hand_over.h"
#include "app/command_line/learning/processor_kernels.h"
#include "app/command_line/verbs.h"

#include <cstdlib>
#include <unistd.h>

namespace kinelens {

std::vector<Verb> all_verbs() {
    return {pretrain_verb(), import_weights_verb(), export_weights_verb(), features_verb(),
            probe_verb(),    retrieve_verb(),       finetune_verb(),       detect_train_verb(),
            detect_verb(),   ablate_verb(),         bench_worker_verb()};
}

// The verb is ours; but OpenBLAS is told of better kernels only before it is loaded, so this program begins
// again.
std::optional<Error> hand_over(int, char** words) {
    if (const std::string kernels = better_kernels(); !kernels.empty()) {
        ::setenv("OPENBLAS_CORETYPE", kernels.c_str(), 1);
        ::execv(learning_program().c_str(), words); // should that fail, it is merely slower
    }
    return std::nullopt;
}

} // namespace kinelens
