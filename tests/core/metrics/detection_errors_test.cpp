#include "core/foundation/random.h"
#include "core/metrics/detection_errors.h"
#include "tests/support/test_program.h"

#include <set>

namespace detection_errors_test {

using namespace kinelens;

namespace {

using V = DetectionVerdict;

std::vector<V> verdicts(const std::vector<Interval>& predictions, const std::vector<Interval>& truth) {
    std::vector<V> list;
    for (const auto& finding : detection_findings(predictions, truth, 0.5)) list.push_back(finding.verdict);
    return list;
}

} // namespace

class DetectionErrorsTest : public QObject {
    Q_OBJECT
private slots:
    void everyKind();
    void names();
    void everyIntervalIsAccountedFor();
};

void DetectionErrorsTest::everyKind() {
    const std::vector<Interval> truth{{0, 1, 100, 200}};
    QCOMPARE(verdicts({{0, 1, 110, 210}}, truth), std::vector{V::correct});
    QCOMPARE(verdicts({{0, 2, 110, 210}}, truth), std::vector{V::wrong_class});
    QCOMPARE(verdicts({{0, 2, 110, 130}}, truth), std::vector{V::wrong_class});
    QCOMPARE(verdicts({{0, 1, 40, 140}}, truth), std::vector{V::early});
    QCOMPARE(verdicts({{0, 1, 160, 260}}, truth), std::vector{V::late});
    QCOMPARE(verdicts({{0, 1, 100, 130}, {0, 1, 150, 180}}, truth), (std::vector{V::split, V::split}));
    QCOMPARE(verdicts({{0, 1, 110, 210, 0.5f}, {0, 1, 100, 200, 0.4f}}, truth),
             (std::vector{V::correct, V::doubled}));
    QCOMPARE(verdicts({{0, 1, 300, 400}}, truth), (std::vector{V::background, V::missed}));
    QCOMPARE(verdicts({{1, 1, 100, 200}}, truth), (std::vector{V::background, V::missed}));
    QCOMPARE(verdicts({{0, 1, 196, 260}}, truth), (std::vector{V::background, V::missed}));
    QCOMPARE(verdicts({}, truth), std::vector{V::missed});
    QCOMPARE(verdicts({{0, 1, 5, 9}}, {}), std::vector{V::background});
    const std::vector<Interval> two{{0, 1, 100, 150}, {0, 1, 160, 210}};
    QCOMPARE(verdicts({{0, 1, 95, 215}}, two)[0], V::merged);
    // Mostly another class's: its own class only grazes it.
    QCOMPARE(verdicts({{0, 1, 150, 250}}, {{0, 1, 100, 165}, {0, 2, 160, 250}})[0], V::wrong_class);
    const auto findings = detection_findings({{0, 1, 40, 140}}, truth, 0.5);
    QCOMPARE(findings[0].prediction, 0);
    QCOMPARE(findings[0].truth, 0);
    QCOMPARE(findings[0].overlap, 40.0 / 160);
}

void DetectionErrorsTest::names() {
    std::set<std::string_view> names;
    for (int verdict = 0; verdict < detection_verdicts; ++verdict)
        names.insert(verdict_name(static_cast<V>(verdict)));
    QCOMPARE(names.size(), std::size_t(detection_verdicts));
    QVERIFY(names.contains("missed") && names.contains("double"));
}

void DetectionErrorsTest::everyIntervalIsAccountedFor() {
    CounterRandom random(5);
    for (int turn = 0; turn < 200; ++turn) {
        std::vector<Interval> truth, predictions;
        for (auto* list : {&truth, &predictions})
            for (int i = 0; i < 15; ++i) {
                const auto start = static_cast<std::int64_t>(random.below(300));
                list->push_back({static_cast<int>(random.below(2)), static_cast<int>(random.below(3)), start,
                                 start + 1 + static_cast<std::int64_t>(random.below(80)),
                                 static_cast<float>(random.uniform())});
            }
        const auto findings = detection_findings(predictions, truth, 0.5);
        std::set<int> correct, noticed;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const auto& finding = findings[i];
            QCOMPARE(finding.prediction, i < predictions.size() ? static_cast<int>(i) : -1);
            QCOMPARE(finding.truth >= 0, finding.verdict != V::background);
            if (finding.truth >= 0) noticed.insert(finding.truth);
            if (finding.verdict == V::correct) QVERIFY(correct.insert(finding.truth).second);
            if (finding.verdict == V::correct || finding.verdict == V::doubled) {
                QVERIFY(finding.overlap >= 0.5);
                QCOMPARE(predictions[i].label, truth[static_cast<std::size_t>(finding.truth)].label);
            }
        }
        QCOMPARE(noticed.size(), truth.size());
        std::int64_t all = 0;
        for (const auto& [verdict, count] : count_verdicts(findings)) all += count;
        QCOMPARE(all, static_cast<std::int64_t>(findings.size()));
    }
}

KINELENS_TEST(DetectionErrorsTest, nothing);

} // namespace detection_errors_test
#include "detection_errors_test.moc"
