// The arrays of an .npy or .npz file, and which of them are recordings.
#pragma once

#include "core/import/npy_array.h"
#include "core/import/source_file.h"

namespace kinelens {

struct ArrayMember {
    std::string name; // of the array in an .npz; of an .npy its recording's
    std::string path; // as shown to people: "a.npz:walk"
    std::string bytes;
    std::vector<std::int64_t> shape; // empty where the header cannot be read
    std::optional<Error> fault{};    // which then says why
};

// Errors: what reading the file gives; a damaged member is one with a fault.
Result<std::vector<ArrayMember>> array_members(const SourceFile& source);

// The value of a number called fps, frame_rate or the like beside the recordings; nothing if there is none
// above 0.
std::optional<double> frame_rate_beside(const std::vector<ArrayMember>& members);

} // namespace kinelens
