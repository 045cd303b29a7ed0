// The built-in demo data: procedural recordings of people by forward kinematics. Not recorded from anybody,
// and named accordingly; meant for trying every part of the program and for tests whose truth is known.
//
// actions (poses in time) → scene (exact figures, core/synthesis/scene.h) → camera → sensor → Motion.
// Every draw is keyed by (seed, actor or sequence name, purpose): any sequence can be made alone, and the
// number of threads changes nothing. Cameras of one performance share its motion, not its noise.
#pragma once

#include "core/dataset/dataset.h"
#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/synthesis/synthesis_options.h"

#include <stop_token>

namespace kinelens {

struct SyntheticSequence {
    SequenceInfo info;
    Motion motion; // (frames, 2, 25, 3), metres, camera coordinates of a Kinect
    std::vector<Interval> intervals;
};

struct SynthesisReport {
    std::int64_t sequences = 0;
    std::int64_t frames = 0;
    std::int64_t classes = 0;
    std::int64_t subjects = 0;
    std::int64_t intervals = 0;
    std::string content_hash;
};
std::string report_to_json(const SynthesisReport& report);

// Names of all actions that can be asked for, in the order of their class indices.
std::vector<std::string> synthetic_class_names();

// Dataset facts for these options. Errors: not_found (an unknown class), invalid_argument (bounds).
Result<DatasetInfo> describe_synthesis(const SynthesisOptions& options);

// Sequence `index` of the dataset that the options describe. Errors as describe_synthesis.
Result<SyntheticSequence> synthesize_sequence(const SynthesisOptions& options, std::int64_t index);

// Makes and writes all of them. Errors: as describe_synthesis; cancelled (nothing is left); what writing
// gives.
Result<SynthesisReport> run_synthesis(const SynthesisOptions& options, const Path& output,
                                      const EventSink& sink, std::stop_token stop);

} // namespace kinelens
