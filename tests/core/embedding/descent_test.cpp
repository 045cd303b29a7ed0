// Whole maps: where the descent ends, and that it is the same whatever interrupts or hastens it.
#include "core/embedding/descent.h"
#include "core/embedding/trust.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

namespace descent_test {

using namespace kinelens;
using namespace kinelens;

namespace {

constexpr std::int64_t points = 240;
constexpr int iterations = 600, early = 100;
constexpr double learning_rate = 200;

StepOptions step_at(std::int64_t iteration) {
    return {iteration < early ? 12.0 : 1.0, iteration < early ? 0.5 : 0.8, learning_rate};
}

// Along two of the features.
std::vector<float> start(const std::vector<float>& values) {
    std::vector<float> y;
    for (std::size_t i = 0; i < 2 * points; ++i) y.push_back(1e-4F * values[i / 2 * 12 + i % 2]);
    return y;
}

// The same descent in float64, from the reference's gradient.
double reference_divergence(const Affinities& p, const std::vector<float>& from) {
    std::vector<double> y(from.begin(), from.end()), velocity(y.size(), 0), gains(y.size(), 1);
    for (int iteration = 0; iteration < iterations; ++iteration) {
        const auto step = step_at(iteration);
        const auto at = test::reference(p, y, step.exaggeration);
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double gradient = at.gradient[i] / 4;
            gains[i] = std::max((gradient > 0) == (velocity[i] > 0) ? gains[i] * 0.8 : gains[i] + 0.2, 0.01);
            velocity[i] = step.momentum * velocity[i] - step.learning_rate * gains[i] * gradient;
            y[i] += velocity[i];
        }
    }
    return test::reference(p, y).divergence;
}

// A sheet in a space of twelve dimensions: its map has one best shape, where clusters may be arranged in
// many.
std::vector<float> sheet() {
    CounterRandom random(1);
    std::vector<float> values;
    for (std::int64_t i = 0; i < points; ++i)
        for (int d = 0; d < 12; ++d)
            values.push_back(static_cast<float>(d < 2 ? 10 * random.uniform() : 0.05 * random.normal()));
    return values;
}

} // namespace

class DescentTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};
    std::vector<float> values_ = sheet();
    Affinities p_ = test::affinities(values_, 12, 15, team_);

    MapState run(Repulsion& repulsion, Accuracy accuracy, MapState state, int until, ThreadTeam& team) {
        Descent descent(p_, repulsion, accuracy, team);
        while (state.iteration < until) descent.step(state, step_at(state.iteration));
        return state;
    }

    double divergence(const MapState& state) {
        return test::reference(p_, {state.coordinates.begin(), state.coordinates.end()}).divergence;
    }

private Q_SLOTS:
    void every_way_ends_as_low_as_the_reference() {
        const double truth = reference_divergence(p_, start(values_));
        const auto begin = MapState::at_rest(start(values_));
        for (const auto& [repulsion, accuracy] :
             {std::pair{exact_repulsion(team_).release(), Accuracy::twice},
              std::pair{barnes_hut_repulsion(0.5, team_).release(), Accuracy::single},
              std::pair{grid_repulsion(team_).release(), Accuracy::single}}) {
            const std::unique_ptr<Repulsion> owned(repulsion);
            const double mine = divergence(run(*owned, accuracy, begin, iterations, team_));
            QVERIFY2(std::abs(mine - truth) < 0.02 * truth,
                     (std::to_string(mine) + " " + std::to_string(truth)).c_str());
        }
    }

    void clusters_come_apart() {
        const auto values = test::clustered(points, 12, 6, 4);
        const auto wanted = test::affinities(values, 12, 15, team_);
        const auto repulsion = grid_repulsion(team_);
        Descent descent(wanted, *repulsion, Accuracy::single, team_);
        auto state = MapState::at_rest(start(sheet())); // which knows nothing of the clusters
        std::vector<std::int32_t> labels;
        for (std::int64_t i = 0; i < points; ++i) labels.push_back(static_cast<std::int32_t>(i % 6));
        QVERIFY(silhouette_of(state.coordinates, labels, team_) < 0.05);
        while (state.iteration < iterations) descent.step(state, step_at(state.iteration));
        QVERIFY(silhouette_of(state.coordinates, labels, team_) > 0.5);
    }

    void threads_change_nothing() {
        ThreadTeam one(1), three(3);
        const auto begin = MapState::at_rest(start(values_));
        const auto a = run(*grid_repulsion(one), Accuracy::single, begin, 150, one);
        const auto b = run(*grid_repulsion(three), Accuracy::single, begin, 150, three);
        QVERIFY(a.coordinates == b.coordinates && a.velocity == b.velocity && a.gains == b.gains);
    }

    void interrupted_is_the_same() {
        const auto begin = MapState::at_rest(start(values_));
        const auto whole = run(*grid_repulsion(team_), Accuracy::single, begin, 200, team_);
        const auto half = run(*grid_repulsion(team_), Accuracy::single, begin, 77, team_);
        const auto rest = run(*grid_repulsion(team_), Accuracy::single, half, 200, team_);
        QVERIFY(whole.coordinates == rest.coordinates);
    }
};

KINELENS_TEST(DescentTest, nothing);

} // namespace descent_test
#include "descent_test.moc"
