#include "tests/support/test_program.h"
#include "ui/state/playhead.h"

#include <QSignalSpy>
#include <QTest>

namespace playhead_test {

using kinelens::ui::ClockHold;
using kinelens::ui::Playhead;

class PlayheadTest : public QObject {
    Q_OBJECT
private slots:
    void everyFrameSetIsTheFrameRead_data() {
        QTest::addColumn<double>("rate");
        for (const double rate : {1.0, 15.0, 29.97, 30.0, 59.94, 120.0})
            QTest::newRow(qPrintable(QString::number(rate))) << rate;
    }
    void everyFrameSetIsTheFrameRead() {
        QFETCH(double, rate);
        Playhead playhead;
        playhead.setSequence(2000, rate);
        for (qint64 frame = 0; frame < 2000; ++frame) {
            playhead.setFrame(frame);
            QCOMPARE(playhead.frame(), frame);
        }
    }
    void framesAreDroppedNotSlowed() {
        Playhead playhead;
        playhead.setSequence(300, 30);
        QSignalSpy moved(&playhead, &Playhead::frameChanged);
        playhead.advance(1.0); // one late tick of a whole second
        QCOMPARE(playhead.frame(), 30);
        QCOMPARE(moved.size(), 1);
        playhead.setSpeed(0.5);
        playhead.advance(1.0);
        QCOMPARE(playhead.frame(), 45);
    }
    void tickWithinAFrameIsSilent() {
        Playhead playhead;
        playhead.setSequence(300, 30);
        QSignalSpy moved(&playhead, &Playhead::frameChanged);
        for (int tick = 0; tick < 3; ++tick) playhead.advance(0.008);
        QCOMPARE(moved.size(), 0);
        playhead.advance(0.010);
        QCOMPARE(moved.size(), 1);
    }
    void loopKeepsItsPhase() {
        Playhead playhead;
        playhead.setSequence(30, 30);
        playhead.setFrame(29);
        playhead.advance(0.1); // three frames: 30 is 0, 31 is 1, 32 is 2
        QCOMPARE(playhead.frame(), 2);
    }
    void loopRange() {
        Playhead playhead;
        playhead.setSequence(100, 10);
        playhead.setFrame(20);
        playhead.setLoopIn();
        playhead.setFrame(39);
        playhead.setLoopOut();
        QCOMPARE(playhead.loopIn(), 20);
        QCOMPARE(playhead.loopOut(), 40);
        playhead.advance(0.2);
        QCOMPARE(playhead.frame(), 21);
        playhead.setFrame(60); // a person may leave the range; it then plays on to the end
        playhead.advance(0.5);
        QCOMPARE(playhead.frame(), 65);
        playhead.setFrame(10);
        playhead.setLoopOut(); // before the beginning: the range starts anew
        QCOMPARE(playhead.loopIn(), 0);
        QCOMPARE(playhead.loopOut(), 11);
    }
    void withoutLoopItStopsOnTheLastFrame() {
        Playhead playhead;
        playhead.setSequence(30, 30);
        playhead.setLooping(false);
        playhead.play();
        QVERIFY(playhead.playing());
        playhead.advance(5);
        QVERIFY(!playhead.playing());
        QCOMPARE(playhead.frame(), 29);
        playhead.play(); // from the end it starts over
        QCOMPARE(playhead.frame(), 0);
    }
    void speedsHaveNamesAndEnds() {
        Playhead playhead;
        playhead.faster();
        QCOMPARE(playhead.speed(), 1.5);
        playhead.slower();
        playhead.slower();
        QCOMPARE(playhead.speed(), 0.75);
        for (int i = 0; i < 20; ++i) playhead.slower();
        QCOMPARE(playhead.speed(), 0.1);
        for (int i = 0; i < 20; ++i) playhead.faster();
        QCOMPARE(playhead.speed(), 8.0);
    }
    void stepsStayInside() {
        Playhead playhead;
        playhead.setSequence(50, 25);
        playhead.stepSeconds(1);
        QCOMPARE(playhead.frame(), 25);
        playhead.stepFrames(-100);
        QCOMPARE(playhead.frame(), 0);
        playhead.stepSeconds(10);
        QCOMPARE(playhead.frame(), 49);
        playhead.setSeconds(-3);
        QCOMPARE(playhead.frame(), 0);
    }
    void emptySequenceDoesNotPlay() {
        Playhead playhead;
        playhead.setSequence(0, 30);
        playhead.play();
        QVERIFY(!playhead.playing());
        playhead.setFrame(5);
        QCOMPARE(playhead.frame(), 0);
    }
    void playbackWaitsWhileTheClockIsHeld() {
        Playhead playhead;
        playhead.setSequence(100000, 1000);
        playhead.play();
        {
            const ClockHold slider(playhead);
            const ClockHold timeline(playhead); // two hands
            playhead.setFrame(500);
            QTest::qWait(60);
            QCOMPARE(playhead.frame(), 500);
            QVERIFY(playhead.playing()); // it goes on when it is let go
        }
        QVERIFY(!playhead.held());
        QTRY_VERIFY(playhead.frame() > 500);
        {
            const ClockHold slider(playhead);
            playhead.pause(); // by key, meanwhile
        }
        const qint64 still = playhead.frame();
        QTest::qWait(40);
        QCOMPARE(playhead.frame(), still);
    }
    void aClockThatIsGoneIsLetGo() {
        auto playhead = std::make_unique<Playhead>();
        const ClockHold hold(*playhead);
        playhead.reset();
    }
    void aNewLoopRangeHoldsTheClock() {
        Playhead playhead;
        playhead.setSequence(100, 10);
        playhead.setFrame(70);
        playhead.setLoopRange(20, 40);
        QCOMPARE(playhead.frame(), 20); // it would play on to the end, outside
        playhead.setFrame(30);
        playhead.setLoopRange(10, 50);
        QCOMPARE(playhead.frame(), 30);
    }
    void theTimerRunsWithTheWallClock() {
        Playhead playhead;
        playhead.setSequence(100000, 1000);
        playhead.play();
        QElapsedTimer wall;
        wall.start();
        QTest::qWait(300);
        const double expected = static_cast<double>(wall.elapsed());
        QVERIFY2(std::abs(static_cast<double>(playhead.frame()) - expected) < 60,
                 qPrintable(QString("%1 frames in %2 ms").arg(playhead.frame()).arg(expected)));
    }
};

KINELENS_TEST(PlayheadTest, event_loop);

} // namespace playhead_test
#include "playhead_test.moc"
