// NTU RGB+D .skeleton text: numFrames; per frame numBodies; per body one line of ten numbers (the first is
// the tracking id), numJoints (25) and as many lines of twelve numbers, of which x y z (metres) are kept.
// SsssCcccPpppRrrrAaaa in the file's name gives setup, camera, subject, repetition and action.
#pragma once

#include "core/import/import_options.h"
#include "core/import/reader.h"

namespace kinelens {

// Text -> motion as published preparations take it: a body keeps its place in the frame's list; of more than
// `bodies` (at most the first four count) the most energetic stay. A joint whose coordinates are no numbers
// is a gap. Errors: file_truncated, format_invalid, joint_count_wrong.
Result<Motion> parse_ntu_skeleton(std::string_view text, const std::string& path, int bodies);

// The 120 action names of NTU RGB+D 120; the first 60 are NTU RGB+D's.
const std::vector<std::string>& ntu_class_names();

std::unique_ptr<Reader> make_ntu_reader(const ImportOptions& options);

} // namespace kinelens
