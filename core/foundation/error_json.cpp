#include "core/foundation/error_json.h"

namespace kinelens {

nlohmann::ordered_json errors_json(const std::vector<Error>& errors) {
    auto list = nlohmann::ordered_json::array();
    for (const Error& error : errors) {
        nlohmann::ordered_json entry{
            {"file", error.subject}, {"code", error_code_name(error.code)}, {"reason", error.detail}};
        if (error.place.line) entry["line"] = *error.place.line;
        if (error.place.column) entry["column"] = *error.place.column;
        if (error.place.frame) entry["frame"] = *error.place.frame;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace kinelens
