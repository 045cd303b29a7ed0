#include "core/experiment/checkpoint_info.h"

#include "core/foundation/json_text.h"

#include <algorithm>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json metrics_to_json(const std::vector<Metric>& metrics) {
    Json object = Json::object();
    for (const Metric& metric : metrics) object[metric.name] = metric.value;
    return object;
}

CheckpointInfo read_fields(const Json& json) {
    CheckpointInfo info;
    info.file = json.at("file").get<std::string>();
    info.verb = json.at("verb").get<std::string>();
    info.step = json.at("step").get<std::int64_t>();
    info.epoch = json.at("epoch").get<std::int64_t>();
    if (json.at("epoch_loss").is_number()) info.epoch_loss = json["epoch_loss"].get<double>();
    for (const auto& [name, value] : json.at("losses").items())
        if (value.is_number()) info.losses.push_back({name, value.get<double>()});
    info.options = json.at("options").dump();
    info.bodies = json.at("bodies").get<int>();
    info.data = json.at("data").get<std::string>();
    info.data_hash = json.at("data_hash").get<std::string>();
    info.protocol = json.value("protocol", "");
    info.code_version = json.at("code_version").get<std::string>();
    info.created = json.at("created").get<std::string>();
    return info;
}

} // namespace

std::string checkpoint_info_to_json(const CheckpointInfo& info) {
    Json json = {{"format", "kinelens-checkpoint"},
                 {"file", info.file},
                 {"verb", info.verb},
                 {"step", info.step},
                 {"epoch", info.epoch},
                 {"epoch_loss", info.epoch_loss ? Json(*info.epoch_loss) : Json(nullptr)},
                 {"losses", metrics_to_json(info.losses)},
                 {"data", info.data},
                 {"data_hash", info.data_hash},
                 {"protocol", info.protocol},
                 {"code_version", info.code_version},
                 {"created", info.created},
                 {"bodies", info.bodies},
                 {"layout", Json::parse(layout_to_json(info.layout))},
                 {"options", json_object_or_empty(info.options)}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<CheckpointInfo> checkpoint_info_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    return read_json(source, [&json = json, &source]() -> Result<CheckpointInfo> {
        CheckpointInfo info = read_fields(json);
        KINELENS_TRY(layout, layout_from_json(json.at("layout").dump(), source));
        info.layout = std::move(layout);
        return info;
    });
}

Path checkpoint_sidecar(const Path& weights) {
    return Path(weights).replace_extension(".json");
}

std::vector<CheckpointInfo> list_checkpoints(const Path& folder) {
    std::vector<CheckpointInfo> list;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() != ".json") continue;
        const auto text = read_text_file(entry.path());
        if (!text) continue;
        auto info = checkpoint_info_from_json(*text, entry.path().string());
        if (info && std::filesystem::exists(folder / info->file, ignored)) list.push_back(std::move(*info));
    }
    std::ranges::sort(list, {}, [](const CheckpointInfo& info) { return std::pair(info.step, info.epoch); });
    return list;
}

const CheckpointInfo* best_checkpoint(const std::vector<CheckpointInfo>& checkpoints) {
    const CheckpointInfo* best = nullptr;
    for (const auto& info : checkpoints)
        if (info.epoch_loss && (!best || *info.epoch_loss <= *best->epoch_loss)) best = &info;
    return best;
}

} // namespace kinelens
