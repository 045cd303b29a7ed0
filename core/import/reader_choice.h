// Which reader a set of files and options asks for.
#pragma once

#include "core/import/import_options.h"
#include "core/import/reader.h"

namespace kinelens {

// Errors: format_unknown with the endings that were found, what loading a recipe or layout gives.
Result<std::unique_ptr<Reader>> choose_reader(const ImportOptions& options,
                                              const std::vector<SourceFile>& sources);

// Whether it is a recording that a reader knows without being told.
bool has_reader(const SourceFile& source);

} // namespace kinelens
