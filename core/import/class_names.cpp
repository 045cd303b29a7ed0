#include "core/import/class_names.h"

#include "core/foundation/json_text.h"
#include "core/foundation/resources.h"

namespace kinelens {

std::vector<std::string> resource_class_names(const std::string& name) {
    const std::string path = "classes/" + name + ".json";
    const auto text = embedded_resource(path);
    const auto json = parse_json(text.value_or("[]"), path);
    return json ? json->get<std::vector<std::string>>() : std::vector<std::string>{};
}

} // namespace kinelens
