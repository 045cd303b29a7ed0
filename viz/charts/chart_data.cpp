#include "viz/charts/chart_data.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace kinelens::viz {
namespace {

std::string number_text(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, end.ptr);
}

// The first, lowest, highest and last point of [begin, end), in order.
void add_column(Points& points, const std::vector<double>& x, const std::vector<double>& y, std::size_t begin,
                std::size_t end) {
    std::size_t low = begin;
    std::size_t high = begin;
    for (std::size_t i = begin; i < end; ++i) {
        if (y[i] < y[low] || std::isnan(y[low])) low = i;
        if (y[i] > y[high] || std::isnan(y[high])) high = i;
    }
    std::vector<std::size_t> chosen{begin, low, high, end - 1};
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (const std::size_t i : chosen) {
        points.x.push_back(x[i]);
        points.y.push_back(y[i]);
    }
}

} // namespace

std::vector<double> smoothed(const std::vector<double>& y, double weight) {
    if (weight <= 0) return y;
    std::vector<double> result;
    result.reserve(y.size());
    double average = 0;
    double bias = 1;
    for (const double value : y) {
        if (std::isfinite(value)) {
            average = weight * average + (1 - weight) * value;
            bias *= weight;
        }
        result.push_back(std::isfinite(value) ? average / (1 - bias) : value);
    }
    return result;
}

Points thinned(const std::vector<double>& x, const std::vector<double>& y, double low, double high,
               int columns) {
    Points points;
    if (x.empty() || columns < 1) return points;
    auto first = static_cast<std::size_t>(std::lower_bound(x.begin(), x.end(), low) - x.begin());
    auto last = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), high) - x.begin());
    if (first > 0) --first;
    if (last < x.size()) ++last;
    if (last - first <= static_cast<std::size_t>(columns) * 4 || !(high > low)) {
        points.x.assign(x.begin() + std::ptrdiff_t(first), x.begin() + std::ptrdiff_t(last));
        points.y.assign(y.begin() + std::ptrdiff_t(first), y.begin() + std::ptrdiff_t(last));
        return points;
    }
    const double width = (high - low) / columns;
    for (std::size_t begin = first; begin < last;) {
        const double column = std::floor((x[begin] - low) / width);
        std::size_t end = begin + 1;
        while (end < last && std::floor((x[end] - low) / width) == column) ++end;
        add_column(points, x, y, begin, end);
        begin = end;
    }
    return points;
}

Points lone_points(const Points& points) {
    Points lone;
    const auto there = [&](std::size_t i) { return i < points.y.size() && std::isfinite(points.y[i]); };
    for (std::size_t i = 0; i < points.y.size(); ++i) {
        if (!there(i) || there(i + 1) || (i > 0 && there(i - 1))) continue;
        lone.x.push_back(points.x[i]);
        lone.y.push_back(points.y[i]);
    }
    return lone;
}

std::size_t nearest(const std::vector<double>& x, double wanted) {
    const auto after = static_cast<std::size_t>(std::lower_bound(x.begin(), x.end(), wanted) - x.begin());
    if (after == 0) return 0;
    if (after == x.size()) return x.size() - 1;
    return wanted - x[after - 1] <= x[after] - wanted ? after - 1 : after;
}

std::string chart_csv(const std::vector<ChartSeries>& series, const std::string& x_name) {
    std::map<double, std::vector<double>> rows;
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t s = 0; s < series.size(); ++s)
        for (std::size_t i = 0; i < series[s].x.size(); ++i) {
            auto& row = rows.try_emplace(series[s].x[i], series.size(), none).first->second;
            row[s] = series[s].y[i];
        }
    std::string text = x_name;
    for (const ChartSeries& one : series) text += "," + one.name;
    for (const auto& [x, row] : rows) {
        text += "\n" + number_text(x);
        for (const double value : row) text += "," + (std::isnan(value) ? std::string() : number_text(value));
    }
    return text + "\n";
}

} // namespace kinelens::viz
