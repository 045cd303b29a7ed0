#include "core/synthesis/synthesis_options.h"

namespace kinelens {
namespace {

using Fields = OptionFields<SynthesisOptions>;
using O = SynthesisOptions;

#define SYNTHESIS_TEXT(text) KINELENS_TEXT("SynthesisOptions", text)

OptionInfo described(const char* key, OptionKind kind, const char* label, const char* help) {
    OptionInfo info;
    info.key = key;
    info.kind = kind;
    info.label = label;
    info.help = help;
    return info;
}

OptionInfo bounded(OptionInfo info, double minimum, double maximum, const char* unit = "") {
    info.minimum = minimum;
    info.maximum = maximum;
    info.unit = unit;
    return info;
}

OptionInfo integer(const char* key, const char* label, const char* help, double minimum, double maximum,
                   const char* unit = "") {
    return bounded(described(key, OptionKind::integer, label, help), minimum, maximum, unit);
}

OptionInfo real(const char* key, const char* label, const char* help, double minimum, double maximum,
                const char* unit = "") {
    return bounded(described(key, OptionKind::real, label, help), minimum, maximum, unit);
}

Fields content_fields() {
    return {
        option_field(&O::sequences,
                     integer("sequences", SYNTHESIS_TEXT("Sequences"),
                             SYNTHESIS_TEXT("How many recordings; each camera's view counts."), 1, 1000000)),
        option_field(&O::untrimmed,
                     described("untrimmed", OptionKind::boolean, SYNTHESIS_TEXT("Untrimmed"),
                               SYNTHESIS_TEXT("Long recordings of many actions with pauses, and the "
                                              "intervals where each action is."))),
        option_field(&O::classes,
                     described("classes", OptionKind::text, SYNTHESIS_TEXT("Actions"),
                               SYNTHESIS_TEXT("Names of actions separated by commas; empty: all."))),
        option_field(&O::actors,
                     integer("actors", SYNTHESIS_TEXT("Actors"),
                             SYNTHESIS_TEXT("Subjects with proportions and habits of their own."), 1, 999)),
        option_field(&O::cameras, integer("cameras", SYNTHESIS_TEXT("Cameras"),
                                          SYNTHESIS_TEXT("Views of every performance: from the front, from "
                                                         "-45 and from +45 degrees."),
                                          1, 3))};
}

Fields length_fields() {
    return {option_field(&O::frames_min, integer("frames_min", SYNTHESIS_TEXT("Shortest"),
                                                 SYNTHESIS_TEXT("Frames of a trimmed sequence, at least."),
                                                 45, 1000, "frames")),
            option_field(&O::frames_max, integer("frames_max", SYNTHESIS_TEXT("Longest"),
                                                 SYNTHESIS_TEXT("Frames of a trimmed sequence, at most."), 45,
                                                 1000, "frames")),
            option_field(&O::seconds_min,
                         real("seconds_min", SYNTHESIS_TEXT("Shortest untrimmed"),
                              SYNTHESIS_TEXT("Length of an untrimmed sequence, at least."), 5, 3600, "s")),
            option_field(&O::seconds_max,
                         real("seconds_max", SYNTHESIS_TEXT("Longest untrimmed"),
                              SYNTHESIS_TEXT("Length of an untrimmed sequence, at most."), 5, 3600, "s"))};
}

Fields difficulty_fields() {
    return {
        option_field(&O::noise,
                     real("noise", SYNTHESIS_TEXT("Noise"),
                          SYNTHESIS_TEXT("Multiplies the sensor's noise; 0 gives exact joints."), 0, 10)),
        option_field(&O::dropouts,
                     real("dropouts", SYNTHESIS_TEXT("Drop-outs"),
                          SYNTHESIS_TEXT("Multiplies how often a body is lost, a joint jumps or a body "
                                         "appears that is not there; 0: never."),
                          0, 10)),
        option_field(&O::variation,
                     real("variation", SYNTHESIS_TEXT("Variation"),
                          SYNTHESIS_TEXT("Multiplies how far actors and repetitions differ; 0: all alike."),
                          0, 1.5))};
}

Fields machine_fields() {
    OptionInfo threads = integer(
        "threads", SYNTHESIS_TEXT("Threads"),
        SYNTHESIS_TEXT("Sequences made at a time; 0 uses every core. The result is the same."), 0, 256);
    threads.expert = true;
    return {option_field(&O::seed,
                         integer("seed", SYNTHESIS_TEXT("Seed"),
                                 SYNTHESIS_TEXT("The same seed gives the same bytes."), 0, 9007199254740991)),
            option_field(&O::threads, threads)};
}

} // namespace

template <>
const OptionFields<SynthesisOptions>& option_fields<SynthesisOptions>() {
    static const Fields fields = [] {
        Fields all;
        for (Fields part : {content_fields(), length_fields(), difficulty_fields(), machine_fields()})
            for (auto& field : part) all.push_back(std::move(field));
        return all;
    }();
    return fields;
}

} // namespace kinelens
