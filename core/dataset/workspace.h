// Workspace: which datasets belong together, as a *.kinelens file.
#pragma once

#include "core/foundation/files.h"

#include <string>
#include <vector>

namespace kinelens {

struct Workspace {
    std::vector<std::string> datasets; // absolute paths
    bool operator==(const Workspace&) const = default;
};

// Paths below the workspace's own folder are written relative to it, so that the folder may be moved.
std::string workspace_to_json(const Workspace& workspace, const Path& folder);

// Errors: format_unknown (JSON, but no workspace), format_invalid, version_unsupported.
Result<Workspace> workspace_from_json(std::string_view json, const Path& folder, const std::string& source);

Result<Workspace> read_workspace(const Path& file);
Result<void> write_workspace(const Path& file, const Workspace& workspace); // atomically

} // namespace kinelens
