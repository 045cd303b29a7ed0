// What a line chart does to its numbers before it draws: pure functions, no widgets.
#pragma once

#include <string>
#include <vector>

namespace kinelens::viz {

struct ChartSeries {
    std::string name;      // whole, as hovering and tables give it
    std::vector<double> x; // ascending
    std::vector<double> y; // NaN breaks the line
    int style = 0;         // index of viz::line_style()
    bool percent = false;  // 0 … 100, against the scale at the right, each point marked, never smoothed
    int dashes = -1;       // told apart from others of its colour; -1: as the style has them
    std::string label{};   // shown at the line's end; empty: the name
};

// Exponential moving average over the whole series, with the start's bias divided out:
// s_t = w·s_{t−1} + (1−w)·y_t, shown s_t/(1−w^t). NaN is passed over. Weight 0 returns y.
std::vector<double> smoothed(const std::vector<double>& y, double weight);

// Points that draw the same picture in `columns` pixel columns between x = low and high: of each column
// the first, lowest, highest and last. Points just outside are kept so that lines reach the edge.
struct Points {
    std::vector<double> x;
    std::vector<double> y;
};
Points thinned(const std::vector<double>& x, const std::vector<double>& y, double low, double high,
               int columns);

// The points that no line leads to: both neighbours are missing or not a number. A line chart draws dots
// there.
Points lone_points(const Points& points);

// Index of the point whose x is nearest; x must not be empty.
std::size_t nearest(const std::vector<double>& x, double wanted);

// Comma-separated: x, then one column a series, rows joined by x.
std::string chart_csv(const std::vector<ChartSeries>& series, const std::string& x_name);

} // namespace kinelens::viz
