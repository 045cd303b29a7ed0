#include "app/command_line/inspections.h"
#include "app/command_line/words.h"
#include "core/results/embedding.h"

#include <nlohmann/json.hpp>

namespace kinelens {

VerbResult inspect_embedding(const Path& file) {
    KINELENS_TRY(embedding, read_embedding(file));
    using Json = nlohmann::ordered_json;
    const auto parsed = [](const std::string& text) {
        auto json = Json::parse(text, nullptr, false);
        return json.is_object() ? json : Json::object();
    };
    const Json report = parsed(embedding.report);
    std::string text = row("embedding", file.string());
    text += row("points", counted(static_cast<std::int64_t>(embedding.points()),
                                  embedding.frames.empty() ? "sequence" : "frame"));
    for (const auto& [key, value] : report.items())
        if (key != "points") text += row(key, value.is_string() ? value.get<std::string>() : value.dump());
    for (const auto& [key, value] : embedding.stamp) text += row(key, value);
    Json json{{"kind", "embedding"}, {"points", embedding.points()}, {"report", report}};
    json["options"] = parsed(embedding.options);
    json["stamp"] = embedding.stamp;
    return VerbOutcome{Outcome::completed, json.dump(), text};
}

} // namespace kinelens
