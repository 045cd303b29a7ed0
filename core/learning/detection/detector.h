// A detector: an encoder with a dense head, and everything that says how to use it. Its checkpoint is one of
// `pretrain` (groups "model", "options") with the group "head" and the text "detection":
// {"classes": […], "options": {DetectTrainOptions}}.
#pragma once

#include "core/learning/weights/saved_model.h"
#include "core/options/detection_options.h"
#include "core/preparation/frame_windows.h"

namespace kinelens::learning {

struct Detector {
    SavedModel saved;
    Linear head{nullptr};
    std::vector<std::string> class_names; // of columns 1, 2, …
    DetectTrainOptions options;           // preprocess is never "trained"

    std::int64_t outputs() const { return static_cast<std::int64_t>(class_names.size()) + 1; }
    std::int64_t frames() const { return saved.options.frames; } // T
};

// The encoder of `checkpoint` with a head that knows nothing yet; without a checkpoint an encoder of the
// preset options.scratch that knows nothing either, for the joints of `data`. Errors: those of load_model();
// not_found (preset).
Result<Detector> begin_detector(const Path& checkpoint, const DatasetInfo& data,
                                const DetectTrainOptions& options, std::uint64_t fold);

// Errors: those of load_model(); checkpoint_mismatch (subject = file) where it has no dense head.
Result<Detector> load_detector(const Path& checkpoint);

// What the archive of a detector holds, and what the sidecar says of it.
Archive detector_archive(Detector& detector);

// How its windows are cut and prepared. Error: joint_count_wrong (subject = data) where the joints of the
// dataset cannot stand for the checkpoint's.
Result<WindowShape> window_shape(const Detector& detector, const DatasetInfo& data);

} // namespace kinelens::learning
