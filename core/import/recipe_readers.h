// The two readers that a recipe drives.
#pragma once

#include "core/import/reader.h"
#include "core/import/recipe.h"

namespace kinelens {

std::unique_ptr<Reader> make_text_reader(Recipe recipe);

// .npy and .npz arrays of (T, V, 3) or (T, M, V, 3), float32 or float64.
std::unique_ptr<Reader> make_array_reader(Recipe recipe);

// Converts units and axes and sets the tracked flags: a body whose joints are all zero was not seen.
void finish_motion(Motion& motion, const Recipe& recipe);

DatasetInfo describe_recipe(const Recipe& recipe, SkeletonLayout layout);

} // namespace kinelens
