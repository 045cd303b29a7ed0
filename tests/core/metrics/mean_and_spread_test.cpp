#include "core/metrics/mean_and_spread.h"
#include "tests/support/test_program.h"

namespace mean_and_spread_test {

using namespace kinelens;

class MeanAndSpreadTest : public QObject {
    Q_OBJECT
private slots:
    void theSpreadIsThatOfASample() {
        const MeanAndSpread found = mean_and_spread({2, 4, 4, 4, 5, 5, 7, 9});
        QCOMPARE(found.mean, 5.0);
        QCOMPARE(found.spread, std::sqrt(32.0 / 7.0)); // n - 1, not n
    }
    void oneValueHasNone() {
        QCOMPARE(mean_and_spread({3}).mean, 3.0);
        QCOMPARE(mean_and_spread({3}).spread, 0.0);
    }
    void noValueIsNoFault() { QCOMPARE(mean_and_spread({}).mean, 0.0); }
    // A naive sum of squares loses all digits here.
    void aLargeOffsetCostsNoDigits() { QCOMPARE(mean_and_spread({1e9 + 1, 1e9 + 2, 1e9 + 3}).spread, 1.0); }
};

KINELENS_TEST(MeanAndSpreadTest, nothing);

} // namespace mean_and_spread_test

#include "mean_and_spread_test.moc"
