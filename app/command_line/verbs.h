// Every verb, one function a file. Those that need LibTorch are in learning/.
#pragma once

#include "app/command_line/verb.h"

namespace kinelens {

Verb import_verb();
Verb inspect_verb();
Verb bench_verb();
Verb detect_score_verb();
Verb export_verb();
Verb export_data_verb();
Verb recipe_verb();
Verb synthesize_verb();
Verb embed_verb();
Verb ensemble_verb();

// Of kinelens-cli-learning.
Verb pretrain_verb();
Verb import_weights_verb();
Verb export_weights_verb();
Verb features_verb();
Verb probe_verb();
Verb retrieve_verb();
Verb finetune_verb();
Verb detect_train_verb();
Verb detect_verb();
Verb ablate_verb();
Verb bench_worker_verb();

} // namespace kinelens
