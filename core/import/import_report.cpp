#include "core/foundation/error_json.h"
#include "core/import/import_job.h"

namespace kinelens {

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
                      {"rejected", errors_json(report.rejected)},
                      {"warnings", errors_json(report.warnings)}});
}

} // namespace kinelens
