// What DeepLabCut and SLEAP keep in HDF5.
#pragma once

#include "core/import/estimators/seen_bodies.h"

namespace kinelens {

bool is_hdf5(std::string_view bytes);

// A table of pandas, "df_with_missing".
bool is_deeplabcut_hdf5(const SourceFile& source);
Result<std::vector<SeenBodies>> parse_deeplabcut_hdf5(std::string_view bytes, const std::string& path);

// SLEAP's analysis file: tracks (tracks, 2, nodes, frames) and the names of nodes.
bool is_sleap_hdf5(const SourceFile& source);
Result<std::vector<SeenBodies>> parse_sleap_hdf5(std::string_view bytes, const std::string& path);

} // namespace kinelens
