// Verbs that need LibTorch are a program of their own, kinelens-cli-learning, which kinelens-cli becomes when
// such a verb is asked for: linking LibTorch costs a third of a second at every start, and its threads must
// be told how to wait before the library is loaded.
#pragma once

#include "core/foundation/result.h"

#include <optional>

namespace kinelens {

// Does not return if `words` (argv) begin with a verb of the other program: this process is then that one.
// An error if it is not there; nothing for every other verb.
std::optional<Error> hand_over(int count, char** words);

} // namespace kinelens
