#include "core/foundation/files.h"
#include "core/foundation/json_text.h"
#include "core/foundation/resources.h"
#include "core/skeleton/skeleton_layout.h"

#include <algorithm>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

// Joints may be written by index or by name.
int joint_index(const SkeletonLayout& layout, const Json& value) {
    if (value.is_null()) return -1;
    if (value.is_number_integer()) return value.get<int>();
    const auto name = value.get<std::string>();
    const auto found = std::find(layout.joint_names.begin(), layout.joint_names.end(), name);
    if (found == layout.joint_names.end()) throw std::out_of_range("unknown joint '" + name + "'");
    return static_cast<int>(found - layout.joint_names.begin());
}

std::pair<int, int> joint_pair(const SkeletonLayout& layout, const Json& value) {
    return {joint_index(layout, value.at(0)), joint_index(layout, value.at(1))};
}

SkeletonLayout read_layout(const Json& json) {
    SkeletonLayout layout;
    layout.name = json.value("name", "custom");
    layout.joint_names = json.at("joints").get<std::vector<std::string>>();
    for (const Json& parent : json.at("parents")) layout.parents.push_back(joint_index(layout, parent));
    if (json.contains("centre_joint")) layout.centre_joint = joint_index(layout, json["centre_joint"]);
    if (json.contains("shoulders"))
        std::tie(layout.left_shoulder, layout.right_shoulder) = joint_pair(layout, json["shoulders"]);
    if (json.contains("spine"))
        std::tie(layout.hip_joint, layout.spine_joint) = joint_pair(layout, json["spine"]);
    for (const Json& pair : json.value("pairs", Json::array()))
        layout.left_right_pairs.push_back(joint_pair(layout, pair));
    layout.up = json.value("up", "y");
    return layout;
}

} // namespace

Result<SkeletonLayout> layout_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    SkeletonLayout layout;
    try {
        layout = read_layout(json);
    } catch (const std::exception& error) {
        return fail(ErrorCode::format_invalid, source, error.what());
    }
    KINELENS_CHECK(validate(layout));
    return layout;
}

std::string layout_to_json(const SkeletonLayout& layout) {
    Json json;
    json["name"] = layout.name;
    json["joints"] = layout.joint_names;
    json["parents"] = layout.parents;
    json["centre_joint"] = layout.centre_joint;
    json["shoulders"] = {layout.left_shoulder, layout.right_shoulder};
    json["spine"] = {layout.hip_joint, layout.spine_joint};
    json["pairs"] = layout.left_right_pairs;
    json["up"] = layout.up;
    return json_line(json);
}

Result<SkeletonLayout> built_in_layout(std::string_view name) {
    const std::string path = "skeletons/" + std::string(name) + ".json";
    KINELENS_TRY(text, embedded_resource(path));
    return layout_from_json(text, path);
}

std::vector<std::string> built_in_layout_names() {
    return resource_names("skeletons");
}

Result<SkeletonLayout> named_layout(const std::string& name_or_file) {
    if (auto layout = built_in_layout(name_or_file)) return layout;
    if (!std::filesystem::exists(name_or_file))
        return fail(ErrorCode::not_found, name_or_file, "neither a built-in skeleton layout nor a JSON file");
    KINELENS_TRY(text, read_text_file(name_or_file));
    return layout_from_json(text, name_or_file);
}

} // namespace kinelens
