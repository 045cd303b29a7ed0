#include "core/foundation/resources.h"

namespace kinelens {

Result<std::string_view> embedded_resource(std::string_view name) {
    for (const EmbeddedResource& resource : embedded_resources())
        if (resource.name == name) return resource.text;
    return fail(ErrorCode::not_found, std::string(name));
}

std::vector<std::string> resource_names(std::string_view folder) {
    constexpr std::string_view ending = ".json";
    std::vector<std::string> names;
    for (const EmbeddedResource& resource : embedded_resources()) {
        const std::string_view path = resource.name;
        if (!path.starts_with(folder) || path.size() <= folder.size() || path[folder.size()] != '/') continue;
        const std::string_view file = path.substr(folder.size() + 1);
        if (file.find('/') != std::string_view::npos || !file.ends_with(ending)) continue;
        names.emplace_back(file.substr(0, file.size() - ending.size()));
    }
    return names;
}

} // namespace kinelens
