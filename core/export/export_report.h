// What an export of data wrote, and what the format could not hold.
#pragma once

#include "core/foundation/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct ExportReport {
    std::vector<std::string> files;
    std::int64_t sequences = 0;
    std::int64_t frames = 0;
    std::vector<Error> warnings; // what the format cannot hold
};
std::string report_to_json(const ExportReport& report);

} // namespace kinelens
