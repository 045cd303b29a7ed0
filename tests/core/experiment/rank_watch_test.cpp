#include "core/experiment/rank_watch.h"
#include "core/foundation/random.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace rank_watch_test {

using namespace kinelens;

namespace {

RunHistory history_of(const std::vector<double>& values, const std::string& domain = "instance") {
    RunHistory history;
    std::int64_t step = 0;
    for (const double value : values) {
        step += 10;
        history.add({1, MetricsLogged{step, double(step) / 100, 0, {{"effective_rank_" + domain, value}}}});
    }
    return history;
}

std::vector<double> level(std::size_t count, double value, double noise = 0) {
    CounterRandom random(7);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(value + noise * random.uniform(-1, 1));
    return values;
}

std::vector<double> operator+(std::vector<double> first, const std::vector<double>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

class RankWatchTest : public QObject {
    Q_OBJECT
private slots:
    void aFallIsToldWhereItBegan();
    void eachDomainByItself();
    void noiseIsSilent();
    void recoveryEndsIt();
    void fewOrHighValuesSayNothing();
};

void RankWatchTest::aFallIsToldWhereItBegan() {
    const auto falls = rank_falls(history_of(level(20, 17, 1) + level(20, 4, 0.5), "spatial"));
    QCOMPARE(falls.size(), std::size_t(1));
    QCOMPARE(falls[0].domain, std::string("spatial"));
    QCOMPARE(falls[0].step, std::int64_t(230)); // three of five values are low
    QCOMPARE(falls[0].epoch, 2.3);
    QVERIFY(std::abs(falls[0].highest - 17) < 1.1 && std::abs(falls[0].now - 4) < 0.6);
    // It stays the same fall, however long it lasts.
    const auto later = rank_falls(history_of(level(20, 17, 1) + level(200, 4, 0.5), "spatial"));
    QCOMPARE(later[0].step, falls[0].step);
    QCOMPARE(later[0].fallen, falls[0].fallen);
}

void RankWatchTest::eachDomainByItself() {
    RunHistory history;
    for (int i = 1; i <= 40; ++i)
        history.add({1, MetricsLogged{i,
                                      0,
                                      0,
                                      {{"effective_rank_temporal", i < 20 ? 30.0 : 3.0},
                                       {"effective_rank_spatial", 12.0},
                                       {"effective_rank_instance", i < 30 ? 9.0 : 2.0}}}});
    const auto falls = rank_falls(history);
    QCOMPARE(falls.size(), std::size_t(2));
    QCOMPARE(falls[0].domain, std::string("temporal"));
    QCOMPARE(falls[1].domain, std::string("instance"));
}

void RankWatchTest::noiseIsSilent() {
    QVERIFY(rank_falls(history_of(level(500, 6, 2.5))).empty());
    // Two far values in a row, and what is no number.
    QVERIFY(rank_falls(history_of(level(20, 17) + level(2, 1) + level(20, 17))).empty());
    QVERIFY(rank_falls(history_of(level(20, 17) + level(9, std::nan("")) + level(20, 17))).empty());
    // A slow fall that stays above the bound.
    QVERIFY(rank_falls(history_of(level(20, 60) + level(20, 20))).empty());
}

void RankWatchTest::recoveryEndsIt() {
    const auto fallen = level(20, 17) + level(10, 4);
    QVERIFY(!rank_falls(history_of(fallen)).empty());
    QVERIFY(!rank_falls(history_of(fallen + level(10, 8.2))).empty()); // not enough
    QVERIFY(rank_falls(history_of(fallen + level(10, 12))).empty());
    const auto again = rank_falls(history_of(fallen + level(10, 12) + level(10, 3)));
    QCOMPARE(again.size(), std::size_t(1));
    QVERIFY(again[0].step > 400);
}

void RankWatchTest::fewOrHighValuesSayNothing() {
    QVERIFY(rank_falls(history_of({17, 4})).empty());
    QVERIFY(rank_falls(history_of({17, 17, 4, 4})).empty());
    QVERIFY(rank_falls(RunHistory()).empty());
}

KINELENS_TEST(RankWatchTest, event_loop);

} // namespace rank_watch_test
#include "rank_watch_test.moc"
