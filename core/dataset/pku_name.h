// Names of PKU-MMD recordings. Phase I "0002-L": a running number and the view; who is in it was never
// published. Phase II "A01N02-L": script, subject and view. Views L, M, R are cameras 1, 2, 3. What follows a
// '#' (a trimmed action) does not count.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>
#include <string_view>

namespace kinelens {

struct PkuName {
    int phase = 1;
    int number = -1;  // of phase I
    int script = -1;  // of phase II
    int subject = -1; // of phase II
    int camera = -1;
};

std::optional<PkuName> parse_pku_name(std::string_view name);

// The published cross-subject division: phase I holds out recordings 291 to 334 (132 of 1,076), phase II
// subjects 2, 3 and 7 (234 of 1,009). False for names that are no PKU-MMD names.
bool is_pku_subject_training(std::string_view name);

// Cross-view holds out the left view. False for names that are no PKU-MMD names.
bool is_pku_view_training(std::string_view name);

} // namespace kinelens
