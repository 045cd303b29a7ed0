#include "app/command_line/bench/measurement.h"

#include "core/experiment/experiment.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

std::string processor_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "unknown";
}

std::string rounded(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

} // namespace

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
}

BenchCase measure_rates(const std::string& name, const std::string& unit, int pairs,
                        const std::function<double()>& ours,
                        const std::function<std::optional<double>()>& peer) {
    std::vector<double> own;
    std::vector<double> other;
    std::vector<double> ratios;
    (void)ours(); // caches warm for both
    for (int pair = 0; pair < pairs; ++pair) {
        own.push_back(ours());
        if (const auto rate = peer()) {
            other.push_back(*rate);
            ratios.push_back(own.back() / *rate);
        }
    }
    BenchCase result{name, unit, quantile(own, 0.5), {}, {}, {}, pairs};
    if (!ratios.empty()) {
        result.peer = quantile(other, 0.5);
        result.ratio = quantile(ratios, 0.5);
        result.quartile = quantile(ratios, 0.25);
    }
    return result;
}

std::string bench_json(const std::vector<BenchCase>& cases) {
    Json list = Json::array();
    for (const BenchCase& one : cases) {
        Json entry{{"name", one.name}, {"ours", one.ours}, {"unit", one.unit}, {"pairs", one.pairs}};
        entry["peer"] = one.peer ? Json(*one.peer) : Json();
        entry["ratio"] = one.ratio ? Json(*one.ratio) : Json();
        entry["lower_quartile"] = one.quartile ? Json(*one.quartile) : Json();
        list.push_back(std::move(entry));
    }
    return Json{{"cases", list},
                {"machine",
                 {{"processor", processor_name()},
                  {"cores", std::thread::hardware_concurrency()},
                  {"version", code_version()},
                  {"time", utc_timestamp()}}}}
        .dump();
}

std::string bench_text(const std::vector<BenchCase>& cases) {
    std::string text;
    for (const BenchCase& one : cases) {
        text += one.name + ": " + rounded(one.ours) + " " + one.unit;
        if (one.peer)
            text += ", peer " + rounded(*one.peer) + ", ratio " + rounded(*one.ratio) + " (lower quartile " +
                    rounded(*one.quartile) + " of " + std::to_string(one.pairs) + " pairs)";
        else
            text += " (no peer installed)";
        text += "\n";
    }
    return text + processor_name() + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores";
}

} // namespace kinelens
