// The annotations of one sequence as ELAN's .eaf (EAF 3.0, XML). A tier of ELAN holds no overlapping
// annotations: every source has as many tiers as its overlaps need ("truth", "truth 2"), with the source as
// the tier's annotator. Values are class names, which also form the controlled vocabulary; confidences other
// than 1 stand in a dependent tier ("truth confidence"). Times are milliseconds; frame rates below 1000 come
// back exactly. Name, frames and frame rate are kept as properties of the header.
#pragma once

#include "core/annotation/annotations.h"

#include <string_view>

namespace kinelens {

// Precondition: validate(). `media` may name a film to open beside it.
std::string annotations_to_eaf(const AnnotatedSequence& sequence, const std::vector<std::string>& class_names,
                               const std::string& media = {});

// Also files that ELAN made: the tier that is asked for, or every tier that hangs on no other, its annotator
// (or its name) as source; what is left out is told. When annotations are: eaf_times.h. Times may be
// milliseconds or, in older files, frames of PAL (25 a second) or NTSC (30000/1001). Blanks around class
// names do not count. Errors: format_invalid (no XML, with line; no EAF; other units of time), not_found (the
// tier). Annotations without times or values are faults.
Result<AnnotationReading> annotations_from_eaf(std::string_view text, const LabelFile& file);

} // namespace kinelens
