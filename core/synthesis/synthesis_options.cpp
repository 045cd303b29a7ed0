#include "core/synthesis/synthesis_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

using Fields = OptionFields<SynthesisOptions>;
using O = SynthesisOptions;

Fields content_fields() {
    return {{&O::sequences,
             {.key = "sequences",
              .label = KINELENS_TEXT("Options", "Sequences"),
              .help = KINELENS_TEXT("Options", "How many recordings; each camera's view counts."),
              .minimum = 1,
              .maximum = 1000000}},
            {&O::untrimmed,
             {.key = "untrimmed",
              .label = KINELENS_TEXT("Options", "Untrimmed"),
              .help = KINELENS_TEXT(
                  "Options",
                  "Long recordings of many actions with pauses, and the intervals where each action is.")}},
            {&O::classes,
             {.key = "classes",
              .label = KINELENS_TEXT("Options", "Actions"),
              .help = KINELENS_TEXT("Options", "Names of actions separated by commas; empty: all.")}},
            {&O::actors,
             {.key = "actors",
              .label = KINELENS_TEXT("Options", "Actors"),
              .help = KINELENS_TEXT("Options", "Subjects with proportions and habits of their own."),
              .minimum = 1,
              .maximum = 999}},
            {&O::cameras,
             {.key = "cameras",
              .label = KINELENS_TEXT("Options", "Cameras"),
              .help = KINELENS_TEXT(
                  "Options", "Views of every performance: from the front, from -45 and from +45 degrees."),
              .minimum = 1,
              .maximum = 3}}};
}

Fields length_fields() {
    return {{&O::frames_min,
             {.key = "frames_min",
              .label = KINELENS_TEXT("Options", "Shortest"),
              .help = KINELENS_TEXT("Options", "Frames of a trimmed sequence, at least."),
              .unit = "frames",
              .minimum = 45,
              .maximum = 1000}},
            {&O::frames_max,
             {.key = "frames_max",
              .label = KINELENS_TEXT("Options", "Longest"),
              .help = KINELENS_TEXT("Options", "Frames of a trimmed sequence, at most."),
              .unit = "frames",
              .minimum = 45,
              .maximum = 1000}},
            {&O::seconds_min,
             {.key = "seconds_min",
              .label = KINELENS_TEXT("Options", "Shortest untrimmed"),
              .help = KINELENS_TEXT("Options", "Length of an untrimmed sequence, at least."),
              .unit = "s",
              .minimum = 5,
              .maximum = 3600}},
            {&O::seconds_max,
             {.key = "seconds_max",
              .label = KINELENS_TEXT("Options", "Longest untrimmed"),
              .help = KINELENS_TEXT("Options", "Length of an untrimmed sequence, at most."),
              .unit = "s",
              .minimum = 5,
              .maximum = 3600}}};
}

Fields difficulty_fields() {
    return {
        {&O::noise,
         {.key = "noise",
          .label = KINELENS_TEXT("Options", "Noise"),
          .help = KINELENS_TEXT("Options", "Multiplies the sensor's noise; 0 gives exact joints."),
          .minimum = 0,
          .maximum = 10}},
        {&O::dropouts,
         {.key = "dropouts",
          .label = KINELENS_TEXT("Options", "Drop-outs"),
          .help = KINELENS_TEXT("Options", "Multiplies how often a body is lost, a joint jumps or a body "
                                           "appears that is not there; 0: never."),
          .minimum = 0,
          .maximum = 10}},
        {&O::variation,
         {.key = "variation",
          .label = KINELENS_TEXT("Options", "Variation"),
          .help = KINELENS_TEXT("Options", "Multiplies how far actors and repetitions differ; 0: all alike."),
          .minimum = 0,
          .maximum = 1.5}}};
}

Fields machine_fields() {
    return {{&O::seed,
             {.key = "seed",
              .label = KINELENS_TEXT("Options", "Seed"),
              .help = KINELENS_TEXT("Options", "The same seed gives the same bytes."),
              .minimum = 0,
              .maximum = 9007199254740991}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options",
                                    "Sequences made at a time; 0 uses every core. The result is the same."),
              .minimum = 0,
              .maximum = 256,
              .expert = true,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<SynthesisOptions>& option_fields<SynthesisOptions>() {
    static const auto fields = joined_fields<SynthesisOptions>(content_fields(), length_fields(),
                                                               difficulty_fields(), machine_fields());
    return fields;
}

template struct OptionAccess<SynthesisOptions>;

} // namespace kinelens
