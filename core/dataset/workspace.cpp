#include "core/dataset/workspace.h"

#include "core/foundation/json_text.h"

namespace kinelens {
namespace {

constexpr const char* format_name = "kinelens-workspace";
constexpr int newest_version = 1;

std::string stored_path(const std::string& path, const Path& folder) {
    const Path relative = Path(path).lexically_relative(folder);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return below ? relative.generic_string() : path;
}

} // namespace

std::string workspace_to_json(const Workspace& workspace, const Path& folder) {
    nlohmann::ordered_json datasets = nlohmann::ordered_json::array();
    for (const std::string& path : workspace.datasets)
        datasets.push_back({{"file", stored_path(path, folder)}});
    return nlohmann::ordered_json{
               {"format", format_name}, {"version", newest_version}, {"datasets", datasets}}
               .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
}

Result<Workspace> workspace_from_json(std::string_view json, const Path& folder, const std::string& source) {
    KINELENS_TRY(object, parse_json_object(json, source));
    if (!object.contains("format") || object["format"] != format_name)
        return fail(ErrorCode::format_unknown, source, "not a workspace");
    const auto version = object.find("version");
    if (version == object.end() || !version->is_number_integer())
        return fail(ErrorCode::format_invalid, source, "version is missing");
    if (version->get<int>() > newest_version)
        return fail(ErrorCode::version_unsupported, source, "version " + version->dump());
    Workspace workspace;
    const auto datasets = object.find("datasets");
    if (datasets == object.end() || !datasets->is_array())
        return fail(ErrorCode::format_invalid, source, "datasets is not a list");
    for (const auto& entry : *datasets) {
        if (!entry.is_object() || !entry.contains("file") || !entry["file"].is_string())
            return fail(ErrorCode::format_invalid, source, "a dataset without a file");
        const Path path(entry["file"].get<std::string>());
        workspace.datasets.push_back((path.is_absolute() ? path : folder / path).lexically_normal().string());
    }
    return workspace;
}

Result<Workspace> read_workspace(const Path& file) {
    KINELENS_TRY(text, read_text_file(file));
    return workspace_from_json(text, file.parent_path(), file.string());
}

Result<void> write_workspace(const Path& file, const Workspace& workspace) {
    return write_file_atomically(file, workspace_to_json(workspace, file.parent_path()));
}

} // namespace kinelens
