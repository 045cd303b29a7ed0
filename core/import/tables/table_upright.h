// Which axis of a table points up, told by where its joints are.
#pragma once

#include "core/import/capture/marker_file.h"

namespace kinelens {

struct TableUpright {
    std::string up = "y";          // in the dataset: y or z
    std::vector<std::string> axes; // of a recipe; empty: as they are
    std::string said;              // for people: "-y"
    bool is_sure = true;           // a head is above feet
};

// names: of the markers, as built-in layouts have them ("left ankle").
TableUpright upright_of(const MarkerFile& file, const std::vector<std::string>& names);

// The three numbers of a cell "x y z"; those that are none become not-a-number.
void read_triple(const std::string& cell, double* values);

} // namespace kinelens
