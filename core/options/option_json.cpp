#include "core/options/option_json.h"

#include "core/foundation/json_text.h"
#include "core/foundation/resources.h"

#include <nlohmann/json.hpp>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const OptionValue& value) {
    return std::visit([](const auto& held) { return Json(held); }, value);
}

Result<OptionValue> value_of(const OptionInfo& info, const Json& json) {
    if (info.kind == OptionKind::boolean && json.is_boolean()) return OptionValue(json.get<bool>());
    if (info.kind == OptionKind::integer && json.is_number_integer())
        return OptionValue(json.get<std::int64_t>());
    if (info.kind == OptionKind::real && json.is_number()) return OptionValue(json.get<double>());
    if (json.is_string()) return OptionValue(json.get<std::string>());
    return fail(ErrorCode::invalid_argument, info.key, "wrong kind of value: " + json.dump());
}

Result<OptionValues> over(const OptionTable& table, OptionValues values, const Json& object) {
    for (const auto& [key, json] : object.items()) {
        if (key.starts_with('_')) continue;
        KINELENS_TRY(index, option_index(table, key));
        KINELENS_TRY(value, value_of(table[index], json));
        KINELENS_CHECK(validate(table[index], value));
        values[index] = value;
    }
    return values;
}

Result<OptionValues> preset_over(const OptionTable& table, OptionValues values, std::string_view folder,
                                 std::string_view name, int depth) {
    const std::string path = "presets/" + std::string(folder) + "/" + std::string(name) + ".json";
    const auto text = embedded_resource(path);
    if (!text) {
        std::string known;
        for (const std::string& preset : resource_names("presets/" + std::string(folder)))
            known += (known.empty() ? "" : ", ") + preset;
        return fail(ErrorCode::not_found, "preset " + std::string(name), "presets are " + known);
    }
    KINELENS_TRY(object, parse_json_object(*text, path));
    if (object.contains("_from") && depth < 8) {
        KINELENS_TRY(base, preset_over(table, std::move(values), folder, object["_from"].get<std::string>(),
                                       depth + 1));
        return over(table, std::move(base), object);
    }
    return over(table, std::move(values), object);
}

} // namespace

std::string options_to_json(const OptionTable& table, const OptionValues& values) {
    Json object = Json::object();
    for (std::size_t i = 0; i < table.size(); ++i) object[table[i].key] = json_of(values[i]);
    return object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<OptionValues> options_over_json(const OptionTable& table, OptionValues values, std::string_view json,
                                       const std::string& source) {
    KINELENS_TRY(object, parse_json_object(json, source));
    return over(table, std::move(values), object);
}

Result<OptionValues> options_over_file(const OptionTable& table, OptionValues values, std::string_view json,
                                       const std::string& file) {
    auto over = options_over_json(table, std::move(values), json, file);
    if (!over && over.error().code == ErrorCode::invalid_argument)
        over.error().subject = file + ", option " + over.error().subject;
    return over;
}

Result<OptionValues> preset_values(const OptionTable& table, OptionValues defaults, std::string_view folder,
                                   std::string_view name) {
    return preset_over(table, std::move(defaults), folder, name, 0);
}

std::string preset_protocol(std::string_view folder, std::string_view name) {
    const auto text = embedded_resource("presets/" + std::string(folder) + "/" + std::string(name) + ".json");
    if (!text) return {};
    const auto object = parse_json_object(*text, std::string(name));
    return object ? object->value("_protocol", "") : std::string();
}

} // namespace kinelens
