#include "core/learning/ablation/ablation_table.h"

#include "core/foundation/json_check.h"
#include "core/foundation/resources.h"
#include "core/options/option_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kinelens::learning {
namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> wrong(const std::string& where, std::string detail) {
    return fail(ErrorCode::format_invalid, where, std::move(detail));
}

// The options under `folder` of the table, then those of the row, each over the preset it names.
template <class Options>
Result<Options> options_in(const Json& table, const Json& row, const std::string& folder,
                           const std::string& where) {
    auto values = option_values(Options{});
    for (const Json* level : {&table, &row}) {
        if (!level->contains(folder)) continue;
        const Json& given = (*level)[folder];
        if (!given.is_object()) return wrong(where, folder + " must hold options");
        if (given.contains("_preset")) {
            KINELENS_TRY(preset, preset_values(option_table<Options>(), std::move(values), folder,
                                               given["_preset"].get<std::string>()));
            values = std::move(preset);
        }
        auto over = options_over_json(option_table<Options>(), std::move(values), given.dump(), where);
        if (!over) {
            over.error().subject = where + ", option " + over.error().subject;
            return fail(std::move(over.error()));
        }
        values = std::move(*over);
    }
    return options_from_values<Options>(values);
}

Result<CellOptions> cell_options(const Json& table, const Json& row, const std::string& verb,
                                 const std::string& where) {
    if (verb == "probe") {
        KINELENS_TRY(options, options_in<ProbeOptions>(table, row, verb, where));
        KINELENS_CHECK(validate(static_cast<const FitOptions&>(options)));
        return CellOptions(options);
    }
    if (verb == "retrieve") {
        KINELENS_TRY(options, options_in<RetrieveOptions>(table, row, verb, where));
        return CellOptions(options);
    }
    if (verb == "detect-train") {
        KINELENS_TRY(options, options_in<DetectTrainOptions>(table, row, verb, where));
        KINELENS_CHECK(validate(options));
        return CellOptions(options);
    }
    if (verb != "finetune")
        return wrong(where, "'" + verb + "' is none of probe, retrieve, finetune, detect-train");
    KINELENS_TRY(options, options_in<FinetuneOptions>(table, row, verb, where));
    KINELENS_CHECK(validate(options));
    return CellOptions(options);
}

Result<RowKind> kind_of(const Json& row, const std::string& where) {
    const std::string name = row.value("kind", "pretrain");
    if (name == "pretrain") return RowKind::pretrain;
    if (name == "random") return RowKind::random;
    if (name == "raw") return RowKind::raw;
    if (name == "ensemble") return RowKind::ensemble;
    return wrong(where, "'" + name + "' is none of pretrain, random, raw, ensemble");
}

bool has_cell(const AblationTable& table, const std::string& name) {
    return std::ranges::any_of(table.cells, [&](const AblationCell& cell) { return cell.name() == name; });
}

Result<void> add_cell(AblationTable& made, const Json& table, const Json& row, const std::string& verb,
                      const std::string& where) {
    AblationCell cell;
    cell.row = row.at("name").get<std::string>();
    cell.verb = verb;
    cell.protocol = row.value("protocol", table.value("protocol", ""));
    if (cell.protocol.empty()) return wrong(where, "protocol is missing");
    KINELENS_TRY(kind, kind_of(row, where));
    cell.kind = kind;
    KINELENS_TRY(pretrain, options_in<PretrainOptions>(table, row, "pretrain", where));
    KINELENS_CHECK(validate(pretrain));
    cell.pretrain = pretrain;
    KINELENS_TRY(options, cell_options(table, row, verb, where));
    cell.options = options;
    KINELENS_TRY(neighbours, options_in<RetrieveOptions>(table, row, "retrieve", where));
    cell.neighbours = neighbours;
    if (kind == RowKind::ensemble && cell.detects()) return wrong(where, "detectors are not combined");
    if (kind == RowKind::raw && verb == "finetune")
        return wrong(where, "raw joints have no encoder to fine-tune");
    if (has_cell(made, cell.name())) return wrong(where, "there are two of this name");
    for (const Json& member : row.value("of", Json::array())) {
        cell.members.push_back(member.get<std::string>() + "/" + verb);
        if (!has_cell(made, cell.members.back()))
            return wrong(where, cell.members.back() + " is no cell before it");
    }
    if (kind == RowKind::ensemble && cell.members.size() < 2)
        return wrong(where, "\"of\" names at least two rows");
    made.cells.push_back(std::move(cell));
    return {};
}

Result<AblationTable> table_of(const Json& json, const std::string& source) {
    AblationTable made;
    made.name = json.value("name", "");
    for (const Json& row : json.at("rows")) {
        const std::string where = source + ", row " + row.at("name").get<std::string>();
        const Json verbs = row.value("evaluate", json.value("evaluate", Json::array({"probe"})));
        for (const Json& verb : verbs)
            KINELENS_CHECK(add_cell(made, json, row, verb.get<std::string>(), where));
    }
    if (made.cells.empty()) return wrong(source, "there are no rows");
    for (const Json& pair : json.value("compare", Json::array())) {
        made.comparisons.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        for (const std::string& name : {made.comparisons.back().first, made.comparisons.back().second}) {
            if (!has_cell(made, name)) return wrong(source + ", compare", name + " is no cell");
            if (name.ends_with("/detect-train"))
                return wrong(source + ", compare", name + " has no predictions of sequences");
        }
    }
    return made;
}

} // namespace

std::string AblationCell::options_json() const {
    return std::visit(
        [](const auto& held) {
            using Options = std::decay_t<decltype(held)>;
            return options_to_json(option_table<Options>(), option_values(held));
        },
        options);
}

Result<AblationTable> ablation_from_json(std::string_view text, const std::string& source) {
    KINELENS_CHECK(check_json_object(text, source));
    try {
        return table_of(Json::parse(text), source);
    } catch (const nlohmann::json::exception& error) { // a key is missing or of another kind
        return wrong(source, error.what());
    }
}

Result<AblationTable> named_ablation(const std::string& name_or_file) {
    if (name_or_file.starts_with('{')) return ablation_from_json(name_or_file, "the table");
    if (const auto text = embedded_resource("ablations/" + name_or_file + ".json"))
        return ablation_from_json(*text, name_or_file);
    if (std::filesystem::exists(name_or_file)) {
        KINELENS_TRY(text, read_text_file(name_or_file));
        return ablation_from_json(text, name_or_file);
    }
    std::string known;
    for (const std::string& name : resource_names("ablations")) known += (known.empty() ? "" : ", ") + name;
    return fail(ErrorCode::not_found, "table " + name_or_file, "tables are " + known + ", or a file");
}

} // namespace kinelens::learning
