#include "core/foundation/random.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/classification.h"
#include "core/metrics/mcnemar.h"
#include "core/metrics/slices.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>

namespace classification_test {

using namespace kinelens;

class ClassificationTest : public QObject {
    Q_OBJECT
private slots:
    // Three classes of 4, 2 and 0 samples.
    void figures_by_hand() {
        const std::vector<std::int32_t> truth{0, 0, 0, 0, 1, 1}, predicted{0, 0, 0, 1, 1, 2};
        const auto figures = classification_figures(truth, predicted, {}, 3);
        QCOMPARE(figures.top1, 4.0 / 6);
        QVERIFY(!figures.top5);
        QCOMPARE(figures.mean_class, (0.75 + 0.5) / 2);
        QCOMPARE(figures.per_class[2].count, 0);
        QCOMPARE(figures.confusion, (std::vector<std::int64_t>{3, 1, 0, 0, 1, 1, 0, 0, 0}));
        QCOMPARE(classification_figures({}, {}, {}, 3).top1, 0.0);
    }

    void equal_scores_favour_the_smaller_label() {
        const std::vector<float> row{0.1F, 0.4F, 0.4F, 0.1F, 0.4F, 0.0F, 0.4F};
        QCOMPARE(greatest_scores(row, 7), std::vector<std::int32_t>{1});
        QVERIFY(among_greatest(row, 0, 5));
        QVERIFY(!among_greatest(row, 3, 5)); // five others stand before it
        QVERIFY(among_greatest(row, 3, 6));
    }

    void top5_counts_the_truth_among_five() {
        const std::vector<float> scores{6, 5, 4, 3, 2, 1, 6, 5, 4, 3, 2, 1};
        const auto figures = classification_figures(std::vector<std::int32_t>{4, 5},
                                                    std::vector<std::int32_t>{0, 0}, scores, 6);
        QCOMPARE(*figures.top5, 0.5);
        QCOMPARE(figures.top1, 0.0);
    }

    // The percentiles of 400 trials at 0.8: 0.8 ± 1.96·√(0.16/400) is 0.761 to 0.839.
    void interval_is_that_of_the_binomial() {
        const auto interval = accuracy_interval(320, 400, 1, 4000);
        QVERIFY(std::abs(interval.low - 0.761) < 0.006);
        QVERIFY(std::abs(interval.high - 0.839) < 0.006);
        QCOMPARE(accuracy_interval(320, 400, 1, 4000), interval);
        QVERIFY(accuracy_interval(320, 400, 2, 50) != accuracy_interval(320, 400, 3, 50));
        QCOMPARE(accuracy_interval(0, 0, 1), (ShareInterval{0, 1}));
    }

    // Where every resampling is the same the bounds are exact: 0.025^(1/7) is 0.5904.
    void all_or_none_right_has_an_interval() {
        const auto all = accuracy_interval(7, 7, 1), none = accuracy_interval(0, 7, 1);
        QCOMPARE(all.high, 1.0);
        QVERIFY(std::abs(all.low - 0.59038) < 1e-4);
        QCOMPARE(none.low, 0.0);
        QVERIFY(std::abs(none.high - 0.40962) < 1e-4);
    }

    // 100 samples that are right in two of four repetitions have no spread; half of them always and half
    // never are the interval of one repetition.
    void the_mean_over_repetitions_has_the_interval_of_its_samples() {
        const std::vector<std::int64_t> alike{0, 0, 100, 0, 0}, apart{50, 0, 0, 0, 50};
        QCOMPARE(mean_accuracy_interval(alike, 1), (ShareInterval{0.5, 0.5}));
        QCOMPARE(mean_accuracy_interval(apart, 1), accuracy_interval(50, 100, 1));
    }

    void mcnemar_by_hand() {
        const auto few = mcnemar(50, 8, 2, 10); // 2·(1 + 10 + 45)/1024
        QVERIFY(few.exact);
        QVERIFY(std::abs(few.p - 112.0 / 1024) < 1e-12);
        QCOMPARE(mcnemar(5, 0, 0, 5).p, 1.0);
        QCOMPARE(mcnemar(5, 3, 3, 5).p, 1.0);
        const auto many = mcnemar(100, 40, 20, 10); // (20 − 1)²/60 = 6.0167
        QVERIFY(!many.exact);
        QVERIFY(std::abs(many.statistic - 361.0 / 60) < 1e-12);
        QVERIFY(std::abs(many.p - 0.0141711) < 1e-6);
        QCOMPARE(mcnemar(100, 20, 40, 10).p, many.p);
    }

    void mcnemar_joins_by_name() {
        const RightByName first{{"a", "b", "c", "d"}, {true, true, false, false}};
        const RightByName second{{"d", "c", "b", "a"}, {true, false, false, true}};
        const auto test = mcnemar(first, second);
        QCOMPARE(test->both_right, 1);
        QCOMPARE(test->only_first, 1);
        QCOMPARE(test->only_second, 1);
        QCOMPARE(test->both_wrong, 1);
        const auto apart = mcnemar(first, RightByName{{"a", "b", "c"}, {true, true, true}});
        QCOMPARE(apart.error().code, ErrorCode::invalid_argument);
        QCOMPARE(apart.error().detail, std::string("only one of the two has the sample d"));
        QCOMPARE(mcnemar(RightByName{{"a"}, {true}}, first).error().code, ErrorCode::invalid_argument);
    }

    void slices_by_what_is_known() {
        SampleFacts facts;
        facts.subject = {1, 1, 2, -1};
        facts.camera = {-1, -1, -1, -1};
        facts.setup = {3, 3, 3, 3};
        facts.length = {63, 64, 127, 1};
        facts.problems = {0, 1, 0, 0};
        const std::vector<std::int32_t> truth{0, 1, 0, 1}, predicted{0, 0, 0, 1};
        const auto slices = accuracy_slices(truth, predicted, facts);
        const std::vector<Slice> expected{
            {"setup", "3", 4, 3},       {"subject", "unknown", 1, 1}, {"subject", "1", 2, 1},
            {"subject", "2", 1, 1},     {"length", "1", 1, 1},        {"length", "32–63", 1, 1},
            {"length", "64–127", 2, 1}, {"problems", "none", 3, 3},   {"problems", "some", 1, 0}};
        QCOMPARE(slices, expected);
    }
};

KINELENS_TEST(ClassificationTest, nothing);

} // namespace classification_test
#include "classification_test.moc"
