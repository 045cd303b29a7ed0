// PKU-MMD, phases I and II: a text file of skeletons a recording, one row a frame, 150 numbers (two bodies of
// 25 joints of x y z, metres; a body that was not seen is zeros), and beside it in another folder a label
// file of the same name (core/annotation/pku_text.h). Endings differ between releases: 0002-L.txt,
// 0002-L.skeleton and 0002-L.label, or none; any of them may be packed (.gz).
#pragma once

#include "core/import/reader.h"

namespace kinelens {

// Whether the file's name is one of PKU-MMD's, as skeletons or as labels.
bool is_pku_file(const SourceFile& source);

// Rows -> two bodies. Errors: file_truncated (no row, or the last one is cut off), joint_count_wrong (another
// row has not 150 numbers), format_invalid, value_not_finite; all with their line.
Result<Motion> parse_pku_skeleton(std::string_view text, const std::string& path);

const std::vector<std::string>& pku_class_names(); // the 51, in the order of the label files

// `sources`: all files, so that every recording finds its labels.
std::unique_ptr<Reader> make_pku_reader(int bodies, const std::vector<SourceFile>& sources);

} // namespace kinelens
