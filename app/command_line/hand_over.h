// Verbs that need LibTorch are a program of their own, kinelens-cli-learning, which kinelens-cli becomes when
// such a verb is asked for: linking LibTorch costs a third of a second at every start, and its threads must
// be told how to wait before the library is loaded.
#pragma once

#include "core/foundation/result.h"

#include <array>
#include <optional>

namespace kinelens {

struct VerbWords {
    const char* name;
    const char* purpose;
};
inline constexpr VerbWords pretrain_words{"pretrain",
                                          "Learn a representation from unlabelled sequences (USDRL)"};

inline constexpr VerbWords import_weights_words{"import-weights",
                                                "Turn a published PyTorch checkpoint into one of ours"};
inline constexpr VerbWords export_weights_words{"export-weights",
                                                "Write a checkpoint as a file that PyTorch loads"};
inline constexpr VerbWords features_words{"features", "Write what an encoder makes of every sequence"};

inline constexpr VerbWords probe_words{"probe", "Train a linear classifier on features and test it"};
inline constexpr VerbWords retrieve_words{"retrieve", "Classify by the nearest training samples"};
inline constexpr VerbWords finetune_words{"finetune", "Train the whole encoder on a share of the labels"};

inline constexpr VerbWords detect_train_words{"detect-train",
                                              "Learn to find actions in untrimmed recordings, and test it"};
inline constexpr VerbWords detect_words{"detect", "Find actions in recordings of any length"};

inline constexpr VerbWords ablate_words{"ablate", "Fill a table of pretrainings and evaluations"};

inline constexpr std::array learning_verbs{pretrain_words, import_weights_words, export_weights_words,
                                           features_words, probe_words,          retrieve_words,
                                           finetune_words, detect_train_words,   detect_words,
                                           ablate_words}; // in the order --help lists them

// Only of the other program, which `bench` starts.
inline constexpr VerbWords bench_worker_words{"bench-worker", "Measure one thing whenever a line comes in"};

// Does not return if `words` (argv) begin with a verb of the other program: this process is then that one.
// An error if it is not there; nothing for every other verb.
std::optional<Error> hand_over(int count, char** words);

} // namespace kinelens
