// The two readers that a recipe drives.
#pragma once

#include "core/import/reader.h"
#include "core/import/recipe.h"

namespace kinelens {

std::unique_ptr<Reader> make_text_reader(Recipe recipe);

// .npy and .npz arrays of plain numbers; which axis is what: array_axes.h, `axes` an order or empty. An .npz
// with one recording is named after its file, one with several gives a recording for each array, named after
// it
// ("file/array" where there are several files). A number called fps or frame_rate beside them is the frame
// rate; what else lies there is passed over, arrays of three or more dimensions with a warning.
std::unique_ptr<Reader> make_array_reader(Recipe recipe, const std::string& axes,
                                          const std::vector<SourceFile>& sources);

// Converts units and axes and sets the tracked flags: a body whose joints are all zero was not seen.
void finish_motion(Motion& motion, const Recipe& recipe);

DatasetInfo describe_recipe(const Recipe& recipe, SkeletonLayout layout);

} // namespace kinelens
