// All pairs on a GPU against all pairs on the processor, where there is a GPU.
#include "core/foundation/random.h"
#include "core/learning/embedding/repulsion_choice.h"

#include <QtTest>
#include <cmath>

using namespace kinelens;
using namespace kinelens::learning;

class CudaRepulsionTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};

private slots:
    void agrees_with_the_processor() {
        constexpr std::int64_t points = 3001; // no whole number of tiles
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
            QVERIFY2(std::sqrt(apart / size) < 1e-5, std::to_string(std::sqrt(apart / size)).c_str());
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

QTEST_APPLESS_MAIN(CudaRepulsionTest)
#include "cuda_repulsion_test.moc"
