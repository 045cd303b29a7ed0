#include "app/command_line/inspect/inspections.h"
#include "app/command_line/words.h"
#include "core/foundation/json_check.h"
#include "core/foundation/json_text.h"
#include "core/results/embedding.h"

namespace kinelens {

VerbResult inspect_embedding(const Path& file) {
    KINELENS_TRY(embedding, read_embedding(file));
    using Json = nlohmann::ordered_json;
    const auto parsed = [](const std::string& text) {
        return check_json_object(text, {}) ? Json::parse(text) : Json::object();
    };
    const Json report = parsed(embedding.report);
    std::string text = row("embedding", file.string());
    text += row("points", counted(static_cast<std::int64_t>(embedding.points()),
                                  embedding.frames.empty() ? "sequence" : "frame"));
    for (const auto& [key, value] : report.items())
        if (key != "points")
            text += row(key, value.is_string() ? value.get<std::string>() : json_line(value));
    for (const auto& [key, value] : embedding.stamp) text += row(key, value);
    Json json{{"kind", "embedding"}, {"points", embedding.points()}, {"report", report}};
    json["options"] = parsed(embedding.options);
    json["stamp"] = embedding.stamp.facts();
    return VerbOutcome{Outcome::completed, json_line(json), text};
}

} // namespace kinelens
