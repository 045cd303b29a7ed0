// What `synthesize` can be asked for.
#pragma once

#include "core/options/option_fields.h"

#include <cstdint>
#include <string>

namespace kinelens {

struct SynthesisOptions {
    int sequences = 1000;
    bool untrimmed = false; // long recordings of many actions, with intervals
    std::string classes;    // names separated by commas; empty: all
    int actors = 12;        // subjects
    int cameras = 3;        // views of every performance: 0°, −45°, +45°
    int frames_min = 60;    // of a trimmed sequence, at 30 frames a second
    int frames_max = 120;
    double seconds_min = 20; // of an untrimmed one
    double seconds_max = 60;
    double noise = 1;     // multiplies the sensor's noise; 0: exact
    double dropouts = 1;  // multiplies how often bodies are lost, joints jump, ghosts appear; 0: never
    double variation = 1; // multiplies how far actors and repetitions differ; 0: all alike
    std::int64_t seed = 0;
    int threads = 0; // 0: all cores
};
template <>
const OptionFields<SynthesisOptions>& option_fields<SynthesisOptions>();

} // namespace kinelens
