// predictions.json: the intervals a detector found, sequence by sequence. Classes are named, so that the file
// means the same beside another dataset.
// {"format": "kinelens-predictions", "version": 1, "stamp": {…}, "segmentation": {…}, "classes": ["bow", …],
//  "sequences": [{"name": "0002-L", "frames": 4674,
//                 "intervals": [{"class": "bow", "start": 10, "end": 52, "confidence": 0.9}]}]}
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/files.h"
#include "core/options/segmentation_options.h"
#include "core/results/stamp.h"

namespace kinelens {

struct PredictedSequence {
    std::string name;
    std::int64_t frames = 0;         // 0: unknown
    std::vector<Interval> intervals; // labels are indices into class_names; sequence does not count
    std::string class_lengths{};     // as in SegmentationOptions; empty: those of all sequences
    bool operator==(const PredictedSequence&) const = default;
};

struct Predictions {
    std::vector<std::string> class_names;
    std::vector<PredictedSequence> sequences;
    Stamp stamp;                      // data_hash, checkpoint …
    SegmentationOptions segmentation; // what made intervals of the scores
};

// Appears whole or not at all. Errors: file_unwritable, disk_full.
Result<void> write_predictions(const Path& file, const Predictions& predictions);

// Also files of other programs that hold sequences with names and intervals; a class may be an index.
// Errors: file_not_found, format_invalid (detail = which sequence and interval), value_not_finite,
// version_unsupported.
Result<Predictions> read_predictions(const Path& file);

} // namespace kinelens
