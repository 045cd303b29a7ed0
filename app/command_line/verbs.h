// Every verb, one function a file. Those that need LibTorch are in learning/.
#pragma once

#include "app/command_line/verb.h"

namespace kinelens {

Verb import_verb();
Verb inspect_verb();
Verb bench_verb();
Verb synthesize_verb();

#ifdef KINELENS_HAS_LEARNING
Verb pretrain_verb();
#endif

} // namespace kinelens
