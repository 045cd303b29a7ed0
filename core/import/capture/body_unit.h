// The unit of files that do not say it, chosen by the size of the body.
#pragma once

#include "core/import/capture/rotation.h"

#include <string>
#include <vector>

namespace kinelens {

struct BodyUnit {
    double metres = 1;     // of one unit
    std::string name{};    // "centimetres"
    double body = 0;       // the way along the bones between its farthest ends, in metres
    bool plausible = true; // of a person, from a child to a tall adult
};

// offsets: of every joint from its parent, which comes before it (parents: -1 for the root). Of metres,
// centimetres, millimetres, inches and the unit of the CMU database (0.45 of it is an inch) the one in which
// the longest way along the bones comes nearest to an adult's 2.2 m.
BodyUnit unit_of_body(const std::vector<Vector3>& offsets, const std::vector<int>& parents);

} // namespace kinelens
