#include "ui/train/run_curves.h"

#include <array>

namespace kinelens::ui {
namespace {

struct Curve {
    std::string metric;
    std::string name;
    bool percent = false; // a share, shown times 100
};

constexpr std::array terms{"similarity", "invariance",        "variance",
                           "covariance", "cross_correlation", "contrastive"};
constexpr std::array domains{"temporal", "spatial", "instance"};

std::string words(std::string text) {
    for (char& letter : text)
        if (letter == '_') letter = ' ';
    return text;
}

std::vector<Curve> curvesOf(CurveSet set) {
    std::vector<Curve> curves;
    switch (set) {
    case CurveSet::total:
        return {{"loss_total", "total loss"},
                {"probe_linear", "linear probe", true},
                {"probe_nearest", "nearest neighbour", true}};
    case CurveSet::learning_rate:
        return {{"learning_rate", "learning rate"}};
    case CurveSet::gradient:
        return {{"gradient_norm", "gradient norm"}};
    case CurveSet::throughput:
        return {{"samples_per_second", "sequences/s"}};
    case CurveSet::terms:
        for (const char* term : terms) curves.push_back({std::string("loss_") + term, words(term)});
        return curves;
    case CurveSet::deviation:
        for (const char* domain : domains) curves.push_back({std::string("feature_std_") + domain, domain});
        return curves;
    case CurveSet::rank:
        for (const char* domain : domains)
            curves.push_back({std::string("effective_rank_") + domain, domain});
        return curves;
    case CurveSet::domains:
        return {};
    }
    return curves;
}

double placeOf(const MetricPoint& point, CurveAxis axis) {
    if (axis == CurveAxis::step) return static_cast<double>(point.step);
    return axis == CurveAxis::epoch ? point.epoch : point.seconds;
}

const std::vector<MetricPoint>* find(const RunHistory& history, const std::string& metric) {
    const auto found = history.series().find(metric);
    return found == history.series().end() ? nullptr : &found->second;
}

viz::ChartSeries curveOf(const std::vector<MetricPoint>& points, CurveAxis axis) {
    viz::ChartSeries series;
    series.x.reserve(points.size());
    series.y.reserve(points.size());
    for (const MetricPoint& point : points) {
        series.x.push_back(placeOf(point, axis));
        series.y.push_back(point.value);
    }
    return series;
}

// A domain's share of the loss: its terms added up.
viz::ChartSeries domainLoss(const RunHistory& history, const std::string& domain, CurveAxis axis) {
    viz::ChartSeries sum;
    for (const char* term : terms) {
        const auto* points = find(history, std::string("loss_") + term + "_" + domain);
        if (!points) continue;
        const viz::ChartSeries part = curveOf(*points, axis);
        if (sum.x.empty()) {
            sum = part;
            continue;
        }
        for (std::size_t i = 0; i < std::min(sum.y.size(), part.y.size()); ++i) sum.y[i] += part.y[i];
    }
    return sum;
}

} // namespace

std::vector<viz::ChartSeries> runCurves(const RunHistory& history, CurveSet set, CurveAxis axis,
                                        const std::string& prefix, int first_style) {
    std::vector<viz::ChartSeries> all;
    const auto add = [&](viz::ChartSeries series, const std::string& name) {
        series.name = prefix.empty() ? name : prefix + " " + name;
        series.style = first_style + static_cast<int>(all.size());
        all.push_back(std::move(series));
    };
    if (set == CurveSet::domains)
        for (const char* domain : domains) add(domainLoss(history, domain, axis), domain);
    for (const Curve& curve : curvesOf(set))
        if (const auto* points = find(history, curve.metric)) {
            viz::ChartSeries series = curveOf(*points, axis);
            series.percent = curve.percent;
            if (curve.percent)
                for (double& value : series.y) value *= 100;
            add(std::move(series), curve.name);
        }
    return all;
}

} // namespace kinelens::ui
