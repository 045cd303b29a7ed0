#include "ui/train/run_curves.h"

#include <QCoreApplication>
#include <array>

namespace kinelens::ui {
namespace {

struct Curve {
    std::string metric;
    std::string name;
    bool percent = false; // a share, shown times 100
};

struct RunCurvesWords {
    Q_DECLARE_TR_FUNCTIONS(RunCurves)
};

std::string said(const char* name) {
    return RunCurvesWords::tr(name).toStdString();
}

// A part of the loss or of the features: what events call it, and what people do.
struct Part {
    const char* key;
    const char* name;
};

constexpr std::array terms{Part{"similarity", QT_TRANSLATE_NOOP("RunCurves", "similarity")},
                           Part{"invariance", QT_TRANSLATE_NOOP("RunCurves", "invariance")},
                           Part{"variance", QT_TRANSLATE_NOOP("RunCurves", "variance")},
                           Part{"covariance", QT_TRANSLATE_NOOP("RunCurves", "covariance")},
                           Part{"cross_correlation", QT_TRANSLATE_NOOP("RunCurves", "cross correlation")},
                           Part{"contrastive", QT_TRANSLATE_NOOP("RunCurves", "contrastive")}};
constexpr std::array domains{Part{"temporal", QT_TRANSLATE_NOOP("RunCurves", "temporal")},
                             Part{"spatial", QT_TRANSLATE_NOOP("RunCurves", "spatial")},
                             Part{"instance", QT_TRANSLATE_NOOP("RunCurves", "instance")}};

std::vector<Curve> curvesOf(CurveSet set) {
    std::vector<Curve> curves;
    switch (set) {
    case CurveSet::total:
        return {{"loss_total", said(QT_TRANSLATE_NOOP("RunCurves", "total loss"))},
                {"probe_linear", said(QT_TRANSLATE_NOOP("RunCurves", "linear probe")), true},
                {"probe_nearest", said(QT_TRANSLATE_NOOP("RunCurves", "nearest neighbour")), true}};
    case CurveSet::learning_rate:
        return {{"learning_rate", said(QT_TRANSLATE_NOOP("RunCurves", "learning rate"))}};
    case CurveSet::gradient:
        return {{"gradient_norm", said(QT_TRANSLATE_NOOP("RunCurves", "gradient norm"))}};
    case CurveSet::throughput:
        return {{"samples_per_second", said(QT_TRANSLATE_NOOP("RunCurves", "sequences/s"))}};
    case CurveSet::terms:
        for (const Part& term : terms) curves.push_back({std::string("loss_") + term.key, said(term.name)});
        return curves;
    case CurveSet::deviation:
        for (const Part& domain : domains)
            curves.push_back({std::string("feature_std_") + domain.key, said(domain.name)});
        return curves;
    case CurveSet::rank:
        for (const Part& domain : domains)
            curves.push_back({std::string("effective_rank_") + domain.key, said(domain.name)});
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
    for (const Part& term : terms) {
        const auto* points = find(history, std::string("loss_") + term.key + "_" + domain);
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
        for (const Part& domain : domains) add(domainLoss(history, domain.key, axis), said(domain.name));
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

QString domainText(std::string_view domain) {
    for (const Part& one : domains)
        if (one.key == domain) return RunCurvesWords::tr(one.name);
    return QString::fromUtf8(domain.data(), static_cast<qsizetype>(domain.size()));
}

} // namespace kinelens::ui
