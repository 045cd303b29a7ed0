// Intervals of sequences as people edit and exchange them. Frames count from 0, [start, end) is never empty;
// intervals may overlap. All formats take whatever is valid and give it back: core/annotation/*_format.h.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"

namespace kinelens {

struct AnnotatedSequence {
    std::string name;
    std::int64_t frames = 0;         // 0: unknown
    double frame_rate = 30;          // frames per second
    std::vector<Interval> intervals; // sorted by start, end and label; their sequence index does not count
    bool operator==(const AnnotatedSequence&) const = default;
};

struct Annotations {
    std::vector<std::string> class_names; // labels are indices into it
    std::vector<AnnotatedSequence> sequences;
    bool operator==(const Annotations&) const = default;

    int class_index(const std::string& name); // added if it is new
    AnnotatedSequence& sequence(const std::string& name);
};

// What was read, and what of it could not be used, by line or name.
struct AnnotationReading {
    Annotations annotations;
    std::vector<Error> faults;
};

// A file of labels that is read: what of it is not in its text.
struct LabelFile {
    std::string path;
    std::vector<std::string> class_names{}; // labels go by them; other classes are added behind
    double frame_rate = 30;                 // counts where the file does not tell one
    std::string tier{}; // of an ELAN file the one to read; empty: those that hang on no other
};

// By start, end and label.
bool comes_before(const Interval& a, const Interval& b);
void sort_intervals(std::vector<Interval>& intervals);

// Errors: invalid_argument (subject = name) for names that are not UTF-8 or hold control characters, which
// XML and JSON cannot keep (line feeds and tabs they can); for intervals that are empty, outside their
// sequence or of no class; for frame rates that are not above 0 and below 1000, whose frames milliseconds
// cannot tell apart.
Result<void> validate(const Annotations& annotations);

} // namespace kinelens
