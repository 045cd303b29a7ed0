// Every measurement of `bench`, one function a file.
#pragma once

#include "app/command_line/bench/measurement.h"
#include "core/foundation/files.h"

namespace kinelens {

struct BenchRequest {
    int pairs = 9;
    Path peers = "tests/benchmarks"; // folder with the peers' scripts
    std::string python = "/usr/bin/python3";
};

Result<std::vector<BenchCase>> bench_import(const BenchRequest& request); // import-ntu

// Starts `kinelens` beside this program. Errors: file_not_found (it is not built), process_failed.
Result<std::vector<BenchCase>> bench_desktop(const BenchRequest& request);

} // namespace kinelens
