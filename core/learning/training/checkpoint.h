// Everything a run needs to go on as if it had never stopped, as one archive of named tensors that torch.load
// reads as well: {"model", "first_moment", "second_moment", "contrast", "options"} and numbers.
#pragma once

#include "core/foundation/files.h"
#include "core/learning/training/archive.h"
#include "core/learning/training/trainer.h"

namespace kinelens::learning {

// Where the training stands. Random draws need no state: they are keyed by seed, epoch, sequence and view.
struct TrainingState {
    std::int64_t step = 0;
    std::int64_t epoch = 0;  // whole epochs done
    std::int64_t batch = 0;  // batches of the next epoch already done
    std::int64_t epochs = 0; // planned
    double seconds = 0;      // training time so far
    std::int64_t epoch_steps = 0;
    LossValues epoch_sums{}; // over the steps of the unfinished epoch
    std::int64_t collapsed_checks = 0;
    bool operator==(const TrainingState&) const = default;
};

// The archive's bytes. The moments are of the same device as the model.
Result<std::string> pack_checkpoint(Trainer& trainer, const TrainingState& state, const std::string& options);

// Restores model, optimiser and state. checkpoint_mismatch (subject = tensor) if names or shapes differ;
// format_invalid if the file is no checkpoint. On an error the trainer must not be used further.
Result<TrainingState> unpack_checkpoint(const Path& file, Trainer& trainer);

// What the archive keeps beside its tensors: the state, the optimiser's steps, the loss scale.
using CheckpointNumbers = std::map<std::string, double>;
CheckpointNumbers checkpoint_numbers(Trainer& trainer, const TrainingState& state);
Result<TrainingState> restore_numbers(const CheckpointNumbers& numbers, Trainer& trainer,
                                      const std::string& file);

// Every tensor that a checkpoint holds, shared with the trainer.
NamedTensors checkpoint_tensors(Trainer& trainer);

} // namespace kinelens::learning
