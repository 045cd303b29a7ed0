// All pairs on a GPU against all pairs on the processor and against the equations in float64, where there is
// a GPU.
#include "core/embedding/cuda_repulsion_calls.h"
#include "core/embedding/descent.h"
#include "core/embedding/repulsion_choice.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace cuda_repulsion_test {

using namespace kinelens;
using namespace kinelens;

class CudaRepulsionTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};

private Q_SLOTS:
    void agrees_with_the_processor_data() {
        QTest::addColumn<qint64>("points"); // no whole numbers of tiles
        QTest::addColumn<double>("bound");
        QTest::newRow("float64") << qint64(3001) << 1e-10;
        QTest::newRow("float32") << qint64(kinelens_cuda_float64_up_to + 1001) << 1e-5;
    }

    void agrees_with_the_processor() {
        QFETCH(qint64, points);
        QFETCH(double, bound);
        auto gpu = cuda_repulsion(0, points);
        if (!gpu) QSKIP(("skipped: " + gpu.error().detail).c_str());
        CounterRandom random(1);
        for (const double width : {1e-4, 1.0, 50.0}) {
            std::vector<float> y;
            for (std::int64_t i = 0; i < 2 * points; ++i)
                y.push_back(static_cast<float>(width * random.normal()));
            std::vector<double> mine(y.size()), theirs(y.size());
            const double z = exact_repulsion(team_)->repel(y, mine), other = (*gpu)->repel(y, theirs);
            QVERIFY(std::abs(z / other - 1) < 1e-6);
            double apart = 0, size = 0;
            for (std::size_t i = 0; i < mine.size(); ++i) {
                apart += std::pow(mine[i] - theirs[i], 2);
                size += mine[i] * mine[i];
            }
            QVERIFY2(std::sqrt(apart / size) < bound, QByteArray::number(std::sqrt(apart / size)));
        }
    }

    // Of the whole gradient, where attraction and repulsion nearly cancel. Only the float64 kernel can hold
    // 1e-6 of it: a float32 pair is right to 1e-7 of the repulsion, and that is the greater of the two.
    void gradients_are_those_of_the_equations() {
        constexpr std::int64_t points = 900;
        EmbedOptions options;
        options.device = "cuda";
        options.repulsion = RepulsionMethod::exact;
        const auto chosen = choose_repulsion(options, points, team_);
        QVERIFY(chosen.has_value());
        if (!chosen->warnings.empty()) QSKIP(("skipped, no GPU: " + chosen->warnings.front().detail).c_str());
        const auto p = test::affinities(test::clustered(points, 20, 10, 1), 20, 30, team_);
        CounterRandom random(5);
        for (const double width : {1e-4, 1.0, 40.0}) {
            std::vector<float> y;
            for (std::int64_t i = 0; i < 2 * points; ++i)
                y.push_back(static_cast<float>(width * random.normal()));
            const auto truth = test::reference(p, {y.begin(), y.end()});
            Descent descent(p, *chosen->repulsion, chosen->accuracy, team_);
            descent.look(y, 1);
            double apart = 0, size = 0;
            for (std::size_t i = 0; i < y.size(); ++i) {
                apart += std::pow(4 * descent.gradient()[i] - truth.gradient[i], 2);
                size += truth.gradient[i] * truth.gradient[i];
            }
            QVERIFY2(std::sqrt(apart / size) < 1e-6, QByteArray::number(std::sqrt(apart / size)));
        }
    }

    void the_way_follows_the_points() {
        EmbedOptions options;
        options.device = "cpu";
        using enum RepulsionMethod;
        for (const auto& [points, method] :
             {std::pair{1000, exact}, {1001, barnes_hut}, {2000, barnes_hut}, {2001, fft}}) {
            const auto chosen = choose_repulsion(options, points, team_);
            QCOMPARE(chosen->method, method);
            QVERIFY(chosen->warnings.empty());
        }
    }

    void what_a_gpu_does_not_do_is_said() {
        EmbedOptions options;
        for (const auto repulsion : {RepulsionMethod::fft, RepulsionMethod::barnes_hut}) {
            options.repulsion = repulsion;
            options.device = "cuda";
            const auto chosen = choose_repulsion(options, 5000, team_);
            QCOMPARE(chosen->method, repulsion);
            QCOMPARE(chosen->device, std::string("cpu"));
            QCOMPARE(chosen->warnings.size(), std::size_t(1));
            QVERIFY(chosen->warnings.front().detail.ends_with("a GPU computes exact"));
            options.device = "auto";
            QVERIFY(choose_repulsion(options, 5000, team_)->warnings.empty());
        }
    }

    void without_a_gpu_the_processor_does_it_and_that_is_said() {
        EmbedOptions options;
        options.device = "cuda:99";
        const auto chosen = choose_repulsion(options, 5000, team_);
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->device, std::string("cpu"));
        QCOMPARE(chosen->warnings.size(), std::size_t(1));
        QVERIFY(chosen->warnings.front().detail.ends_with("the map is computed on the processor"));
        for (const char* wrong : {"gpu", "cuda:", "cuda:-1", "cuda:1x"}) {
            options.device = wrong;
            QCOMPARE(choose_repulsion(options, 5000, team_).error().code, ErrorCode::invalid_argument);
        }
    }
};

KINELENS_TEST(CudaRepulsionTest, nothing);

} // namespace cuda_repulsion_test
#include "cuda_repulsion_test.moc"
