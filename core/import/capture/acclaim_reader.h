// .amc files, one recording each, with the .asf file of their person that lies in the same folder: the one
// whose name theirs begins with (02.asf and 02_05.amc), or the only one there.
#pragma once

#include "core/import/reader.h"

namespace kinelens {

std::unique_ptr<Reader> make_acclaim_reader(const std::vector<SourceFile>& sources);

} // namespace kinelens
