#include "core/dataset/moments.h"
#include "tests/support/test_program.h"

namespace moments_test {

using namespace kinelens;

class MomentsTest : public QObject {
    Q_OBJECT
private slots:
    void aMomentLiesInTheMiddleOfItsShare() {
        QCOMPARE(frame_of_moment(0, 64, 6400), 50);
        QCOMPARE(frame_of_moment(63, 64, 6400), 6350);
        QCOMPARE(frame_of_moment(2, 5, 9), 4);
        QCOMPARE(frame_of_moment(63, 64, 1), 0); // shorter than its clip
        QCOMPARE(frame_of_moment(63, 64, 10), 9);
    }

    void theIntervalThatBeganLastCounts() {
        const std::vector<Interval> intervals{
            {0, 3, 10, 50, 1, "truth"}, {0, 5, 30, 40, 1, "truth"}, {0, 7, 60, 70, 1, "prediction"}};
        QCOMPARE(label_at(intervals, 9), -1);
        QCOMPARE(label_at(intervals, 10), 3);
        QCOMPARE(label_at(intervals, 30), 5);
        QCOMPARE(label_at(intervals, 40), 3);
        QCOMPARE(label_at(intervals, 50), -1);
        QCOMPARE(label_at(intervals, 65), -1); // what a program predicted is no truth
    }
};

KINELENS_TEST(MomentsTest, nothing);

} // namespace moments_test
#include "moments_test.moc"
