#include "core/import/recipe.h"

#include "core/dataset/limits.h"
#include "core/foundation/json_text.h"
#include "core/foundation/resources.h"

#include <algorithm>
#include <array>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_pattern = 500;

void read_axes(Recipe& recipe, const Json& axes) {
    for (std::size_t i = 0; i < 3; ++i) {
        const auto text = axes.at(i).get<std::string>();
        const std::size_t place = std::string_view("xyz").find(text.empty() ? '?' : text.back());
        if (place == std::string_view::npos || text.size() > 2)
            throw std::invalid_argument("'" + text + "' is no axis (x, y, z, -x …)");
        recipe.axis_source[i] = static_cast<int>(place);
        recipe.axis_sign[i] = text.front() == '-' ? -1 : 1;
    }
}

char character(const Json& json, const char* key, char otherwise) {
    const auto text = json.value(key, std::string(1, otherwise));
    return text == "tab" ? '\t' : text.empty() ? '\0' : text[0];
}

void read_text_columns(Recipe& recipe, const Json& json) {
    recipe.separator = character(json, "separator", ',');
    recipe.inner_separator = character(json, "inner_separator", '\0');
    recipe.header_lines = json.value("header_lines", 0);
    recipe.first_column = json.value("first_column", 0);
    recipe.label_column = json.value("label_column", -1);
    recipe.background = json.value("background", "0");
    recipe.joint_columns = json.value("joint_columns", recipe.joint_columns);
    for (const char* axis : {"x", "y", "z"})
        if (std::ranges::count(recipe.joint_columns, axis) != 1)
            throw std::invalid_argument("joint_columns holds x, y and z once each");
    const auto others = json.value("other_columns", "error");
    if (others != "error" && others != "skip") throw std::invalid_argument("other_columns is error or skip");
    recipe.skips_other_columns = others == "skip";
    if (recipe.header_lines < 0 || recipe.first_column < 0 || recipe.label_column < -1)
        throw std::invalid_argument("header_lines, first_column and label_column count from 0");
}

void check_keys(const Json& json) {
    constexpr std::array known{"name",
                               "kind",
                               "pattern",
                               "groups",
                               "layout",
                               "frame_rate",
                               "scale",
                               "up",
                               "axes",
                               "separator",
                               "inner_separator",
                               "header_lines",
                               "first_column",
                               "joint_columns",
                               "columns",
                               "frame_column",
                               "sequence_column",
                               "body_column",
                               "bodies",
                               "other_columns",
                               "label_column",
                               "background",
                               "classes"};
    for (const auto& [key, value] : json.items())
        if (std::ranges::find(known, key) == known.end())
            throw std::invalid_argument("'" + key + "' is no part of a recipe");
}

void read_column_names(Recipe& recipe, const Json& json) {
    for (const auto& [joint, places] : json.items()) {
        std::vector<RecipeColumn>& list = recipe.columns[joint];
        for (const Json& place : places) {
            if (place.is_string())
                list.push_back({place.get<std::string>(), -1});
            else if (place.is_number_integer() && place.get<int>() >= 0)
                list.push_back({{}, place.get<int>()});
            else
                throw std::invalid_argument("columns are named, or counted from 0");
        }
        if (list.size() < 3 || list.size() > recipe.joint_columns.size())
            throw std::invalid_argument("the columns of '" + joint + "' are not those of joint_columns");
    }
}

// Several recordings or people in one table.
void read_table_columns(Recipe& recipe, const Json& json) {
    if (json.contains("columns")) read_column_names(recipe, json["columns"]);
    for (const auto& [joint, places] : recipe.columns)
        if (std::ranges::find(recipe.layout.joint_names, joint) == recipe.layout.joint_names.end())
            throw std::invalid_argument("columns: the layout has no joint '" + joint + "'");
    recipe.frame_column = json.value("frame_column", -1);
    recipe.sequence_column = json.value("sequence_column", -1);
    recipe.body_column = json.value("body_column", -1);
    recipe.bodies = json.value("bodies", 1);
    if (recipe.bodies < 1 || recipe.bodies > most_bodies)
        throw std::invalid_argument("bodies is a number from 1 to " + std::to_string(most_bodies));
    if (recipe.frame_column < -1 || recipe.sequence_column < -1 || recipe.body_column < -1)
        throw std::invalid_argument("frame_column, sequence_column and body_column count from 0");
}

SkeletonLayout layout_of(const Json& json, const std::string& source) {
    if (!json.contains("layout")) return {};
    const Json& layout = json["layout"];
    auto result = layout.is_string() ? built_in_layout(layout.get<std::string>())
                                     : layout_from_json(layout.dump(), source);
    if (!result && layout.is_string())
        throw std::invalid_argument("there is no layout named '" + layout.get<std::string>() + "'");
    if (!result) throw std::invalid_argument("layout: " + result.error().detail);
    return std::move(*result);
}

Recipe read_recipe(const Json& json, const std::string& source) {
    check_keys(json);
    Recipe recipe;
    recipe.name = json.value("name", "recipe");
    const auto kind = json.value("kind", "text");
    if (kind != "text" && kind != "arrays") throw std::invalid_argument("kind is text or arrays");
    recipe.kind = kind == "text" ? Recipe::Kind::text : Recipe::Kind::arrays;
    recipe.pattern_text = json.value("pattern", "(.*)");
    // The library takes a pattern apart, and matches it, by calling itself.
    if (recipe.pattern_text.size() > longest_pattern)
        throw std::invalid_argument("pattern is longer than " + std::to_string(longest_pattern) + " letters");
    recipe.pattern = std::regex(recipe.pattern_text);
    recipe.groups = json.value("groups", std::vector<std::string>{});
    recipe.layout = layout_of(json, source);
    recipe.frame_rate = json.value("frame_rate", 30.0);
    recipe.scale = json.value("scale", 1.0);
    recipe.up = json.value("up", "y");
    if (json.contains("axes")) read_axes(recipe, json["axes"]);
    read_text_columns(recipe, json);
    read_table_columns(recipe, json);
    const Json classes = json.value("classes", Json::object());
    for (const auto& [key, name] : classes.items()) recipe.classes.emplace_back(key, name.get<std::string>());
    if (recipe.kind == Recipe::Kind::text && recipe.layout.joint_names.empty())
        throw std::invalid_argument("text recipes need a layout");
    if (!(recipe.frame_rate > 0)) throw std::invalid_argument("frame_rate must be above 0");
    return recipe;
}

// "007" and "7" are the same number.
std::string without_leading_zeros(const std::string& text) {
    const std::size_t first = text.find_first_not_of('0');
    return first == std::string::npos ? (text.empty() ? text : "0") : text.substr(first);
}

} // namespace

std::string Recipe::class_name(const std::string& key) const {
    const std::string plain = without_leading_zeros(key);
    for (const auto& [class_key, class_text] : classes)
        if (class_key == key || class_key == plain) return class_text;
    return key;
}

std::string Recipe::names_wanted() const {
    const std::string unsaid = "as the recipe " + name + " asks for";
    std::string words = "like ";
    std::size_t group = 0;
    for (std::size_t at = 0; at < pattern_text.size(); ++at) {
        const char letter = pattern_text[at];
        if (letter != '(') {
            if (std::string_view(".*+?[]{}|^$\\)").find(letter) != std::string_view::npos) return unsaid;
            words += letter;
            continue;
        }
        const std::size_t end = pattern_text.find(')', at);
        if (pattern_text.find_first_of("(|?", at + 1) < end || end == std::string::npos) return unsaid;
        words += "[" + (group < groups.size() ? groups[group] : "anything") + "]";
        ++group;
        at = end;
    }
    return words;
}

bool Recipe::read_name(const SourceFile& source, SequenceInfo& info, std::string& class_text) const {
    const Path whole = (Path(source.path).parent_path() / source.stem).generic_string();
    return read_name(source.stem, info, class_text) || read_name(whole.string(), info, class_text);
}

bool Recipe::read_name(const std::string& text, SequenceInfo& info, std::string& class_text) const {
    std::smatch match;
    if (!std::regex_match(text, match, pattern)) return false;
    for (std::size_t i = 0; i < groups.size() && i + 1 < match.size(); ++i) {
        const std::string found = match[i + 1].str();
        if (groups[i] == "class") {
            class_text = class_name(found);
            continue;
        }
        const int number = static_cast<int>(std::strtol(found.c_str(), nullptr, 10));
        if (groups[i] == "subject") info.subject = number;
        if (groups[i] == "camera") info.camera = number;
        if (groups[i] == "setup") info.setup = number;
        if (groups[i] == "repetition") info.repetition = number;
    }
    return true;
}

void Recipe::convert(float* position) const {
    const std::array<double, 3> source{position[0], position[1], position[2]};
    for (std::size_t i = 0; i < 3; ++i)
        position[i] =
            static_cast<float>(scale * axis_sign[i] * source[static_cast<std::size_t>(axis_source[i])]);
}

Result<Recipe> recipe_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    try {
        return read_recipe(json, source);
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::format_invalid, source, json_reason(error));
    } catch (const std::exception& error) { // wrong kinds of values, and regular expressions that are none
        return fail(ErrorCode::format_invalid, source, error.what());
    }
}

Result<Recipe> load_recipe(const std::string& name_or_file) {
    if (const auto text = embedded_resource("recipes/" + name_or_file + ".json"))
        return recipe_from_json(*text, name_or_file);
    if (!std::filesystem::is_regular_file(name_or_file)) {
        std::string known;
        for (const std::string& name : resource_names("recipes")) known += (known.empty() ? "" : ", ") + name;
        return fail(ErrorCode::not_found, name_or_file, "neither a recipe file nor one of " + known);
    }
    KINELENS_TRY(text, read_text_file(name_or_file));
    return recipe_from_json(text, name_or_file);
}

} // namespace kinelens
