#include "core/dataset/history.h"

#include "core/foundation/json_text.h"

namespace kinelens {

std::string history_line(const HistoryStep& step) {
    nlohmann::ordered_json json{{"verb", step.verb}, {"version", KINELENS_VERSION}};
    if (!step.from_hash.empty()) json["from"] = step.from_hash;
    if (!step.options.empty()) json["options"] = step.options;
    return json_line(json);
}

} // namespace kinelens
