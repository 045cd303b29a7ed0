// .bvh files: one recording each, of the joints that its hierarchy names.
#pragma once

#include "core/import/reader.h"

namespace kinelens {

std::unique_ptr<Reader> make_bvh_reader();

} // namespace kinelens
