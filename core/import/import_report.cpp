#include "core/foundation/json_text.h"
#include "core/import/import_job.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json list_of(const std::vector<Error>& errors) {
    Json list = Json::array();
    for (const Error& error : errors) {
        Json entry{{"file", error.subject}, {"code", error_code_name(error.code)}, {"reason", error.detail}};
        if (error.place.line) entry["line"] = *error.place.line;
        if (error.place.column) entry["column"] = *error.place.column;
        if (error.place.frame) entry["frame"] = *error.place.frame;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

std::string report_to_json(const ImportReport& report) {
    return json_line({{"sequences", report.sequences},
                      {"frames", report.frames},
                      {"classes", report.classes},
                      {"classes_present", report.classes_present},
                      {"subjects", report.subjects},
                      {"intervals", report.intervals},
                      {"excluded", report.excluded},
                      {"passed_over", report.passed_over},
                      {"content_hash", report.content_hash},
                      {"rejected", list_of(report.rejected)},
                      {"warnings", list_of(report.warnings)}});
}

} // namespace kinelens
