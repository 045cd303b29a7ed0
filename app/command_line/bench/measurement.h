// What `bench` measures: ours beside a peer's, interleaved in one run, because a busy machine slows both
// alike.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kinelens {

struct BenchCase {
    std::string name;
    std::string unit;
    double ours = 0;                // median
    std::optional<double> peer;     // median; nothing where the peer is not installed
    std::optional<double> ratio;    // median of the pairs' ratios, > 1: ours is better
    std::optional<double> quartile; // lower quartile of the ratios
    int pairs = 0;
};

double quantile(std::vector<double> values, double share);

// Rates (higher is better) of `pairs` interleaved measurements; a peer that returns nothing is left out.
BenchCase measure_rates(const std::string& name, const std::string& unit, int pairs,
                        const std::function<double()>& ours,
                        const std::function<std::optional<double>()>& peer);

// {"cases": [...], "machine": {...}} as one JSON object.
std::string bench_json(const std::vector<BenchCase>& cases);
std::string bench_text(const std::vector<BenchCase>& cases);

} // namespace kinelens
