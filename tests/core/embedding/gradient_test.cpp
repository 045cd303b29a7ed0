// The gradient and the divergence, each way of computing them against the equations in float64.
#include "core/embedding/descent.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

namespace gradient_test {

using namespace kinelens;
using namespace kinelens;

namespace {

constexpr std::int64_t points = 900;

double norm(const std::vector<double>& values) {
    double squares = 0;
    for (const double value : values) squares += value * value;
    return std::sqrt(squares);
}

// A map whose clusters lie `width` apart and have a deviation of `spread`.
std::vector<float> made_up_map(double width, double spread) {
    CounterRandom random(5);
    std::vector<double> centres;
    for (int i = 0; i < 20; ++i) centres.push_back(width * random.normal());
    std::vector<float> y;
    for (std::size_t i = 0; i < points; ++i)
        for (std::size_t d = 0; d < 2; ++d)
            y.push_back(static_cast<float>(centres[2 * (i % 10) + d] + spread * random.normal()));
    return y;
}

} // namespace

class GradientTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};
    Affinities p_ = test::affinities(test::clustered(points, 20, 10, 1), 20, 30, team_);

    double relative_error(Repulsion& repulsion, Accuracy accuracy, const std::vector<float>& y) {
        const auto truth = test::reference(p_, {y.begin(), y.end()});
        Descent descent(p_, repulsion, accuracy, team_);
        const double divergence = descent.look(y, 1);
        [&] { QVERIFY(std::abs(divergence - truth.divergence) < 1e-3 * truth.divergence); }();
        std::vector<double> apart;
        for (std::size_t i = 0; i < y.size(); ++i)
            apart.push_back(4 * descent.gradient()[i] - truth.gradient[i]);
        return norm(apart) / norm(truth.gradient);
    }

private Q_SLOTS:
    void reference_is_the_slope_of_the_divergence() {
        const auto y = made_up_map(5, 1);
        std::vector<double> at(y.begin(), y.end());
        const auto truth = test::reference(p_, at);
        for (const std::size_t i : {0U, 17U, 501U}) {
            const double step = 1e-4, kept = at[i];
            at[i] = kept + step;
            const double above = test::reference(p_, at).divergence;
            at[i] = kept - step;
            const double below = test::reference(p_, at).divergence;
            at[i] = kept;
            QVERIFY(std::abs((above - below) / (2 * step) - truth.gradient[i]) < 1e-7);
        }
    }

    void gradients_data() {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("spread");
        QTest::newRow("start") << 1e-4 << 1e-4;
        QTest::newRow("exaggerated") << 1.0 << 0.2;
        QTest::newRow("middle") << 5.0 << 1.0;
        QTest::newRow("wide") << 40.0 << 3.0;
        QTest::newRow("sparse") << 0.0 << 60.0;
    }

    void gradients() {
        QFETCH(double, width);
        QFETCH(double, spread);
        const auto y = made_up_map(width, spread);
        const double exact = relative_error(*exact_repulsion(team_), Accuracy::twice, y);
        QVERIFY2(exact < 1e-6, std::to_string(exact).c_str());
        const double opened = relative_error(*barnes_hut_repulsion(0, team_), Accuracy::twice, y);
        QVERIFY2(opened < 1e-6, std::to_string(opened).c_str());
        const double tree = relative_error(*barnes_hut_repulsion(0.5, team_), Accuracy::single, y);
        QVERIFY2(tree < 1e-2, std::to_string(tree).c_str());
        const double grid = relative_error(*grid_repulsion(team_), Accuracy::single, y);
        QVERIFY2(grid < 1e-2, std::to_string(grid).c_str());
    }

    void maps_too_wide_for_a_grid_are_no_worse() {
        auto y = made_up_map(40, 3);
        y[0] = 1e5F;
        QVERIFY(relative_error(*grid_repulsion(team_), Accuracy::single, y) < 1e-2);
    }

    void points_on_one_spot() {
        std::vector<float> y(2 * points, 0.25F);
        std::vector<double> forces(y.size());
        const double pairs = double(points) * double(points - 1);
        for (auto* make : {exact_repulsion, grid_repulsion}) {
            const auto repulsion = make(team_);
            QVERIFY(std::abs(repulsion->repel(y, forces) - pairs) < 1e-3 * pairs);
            QVERIFY(norm(forces) < 1e-3);
        }
        QVERIFY(std::abs(barnes_hut_repulsion(0.5, team_)->repel(y, forces) - pairs) < 1e-6 * pairs);
    }

    void threads_change_nothing() {
        const auto y = made_up_map(40, 3);
        ThreadTeam one(1), three(3);
        const auto forces_of = [&](auto make, ThreadTeam& team) {
            std::vector<double> forces(y.size());
            make(team)->repel(y, forces);
            return forces;
        };
        const auto tree = [](ThreadTeam& team) { return barnes_hut_repulsion(0.5, team); };
        QVERIFY(forces_of(exact_repulsion, one) == forces_of(exact_repulsion, three));
        QVERIFY(forces_of(grid_repulsion, one) == forces_of(grid_repulsion, three));
        QVERIFY(forces_of(tree, one) == forces_of(tree, three));
    }
};

KINELENS_TEST(GradientTest, nothing);

} // namespace gradient_test
#include "gradient_test.moc"
