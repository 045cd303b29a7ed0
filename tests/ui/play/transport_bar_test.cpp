// The one clock's bar: dragging, the loop range, what it says, its icons.
#include "tests/support/test_program.h"
#include "ui/play/transport_bar.h"

#include "ui/commands/action_registry.h"
#include "ui/commands/icons.h"
#include "ui/play/player_commands.h"
#include "ui/play/scrub_slider.h"
#include "ui/state/playhead.h"

#include <QLabel>
#include <QMouseEvent>
#include <QTest>
#include <cmath>

namespace transport_bar_test {

using namespace kinelens::ui;

namespace {

void moveTo(QWidget& widget, QPoint place, Qt::KeyboardModifiers keys = {}) {
    QMouseEvent move(QEvent::MouseMove, place, widget.mapToGlobal(QPointF(place)), Qt::NoButton,
                     Qt::LeftButton, keys);
    QApplication::sendEvent(&widget, &move);
}

} // namespace

class TransportBarTest : public QObject {
    Q_OBJECT
    std::unique_ptr<Playhead> playhead_;
    std::unique_ptr<ActionRegistry> actions_;
    std::unique_ptr<TransportBar> bar_;
    ScrubSlider* slider_ = nullptr;

    QPoint place(double share) const { // of the sequence
        return {static_cast<int>(8 + share * (slider_->width() - 16)), slider_->height() / 2};
    }
    qint64 frameAt(QPoint at) const { return std::llround((at.x() - 8.0) / (slider_->width() - 16.0) * 102); }
    QString words() const {
        QStringList all;
        for (const QLabel* label : bar_->findChildren<QLabel*>()) all << label->text();
        return all.join('|');
    }

private slots:
    void init() {
        setIconTheme(false);
        playhead_ = std::make_unique<Playhead>();
        actions_ = std::make_unique<ActionRegistry>();
        addPlayerCommands(*actions_, *playhead_);
        bar_ = std::make_unique<TransportBar>(*playhead_, *actions_);
        slider_ = bar_->findChild<ScrubSlider*>();
        bar_->resize(1000, 40);
        bar_->show();
        playhead_->setSequence(103, 30);
        QVERIFY(QTest::qWaitForWindowExposed(bar_.get()));
        QCoreApplication::processEvents(); // the words have their room
    }
    void cleanup() {
        bar_.reset();
        actions_.reset();
        playhead_.reset();
    }

    void draggingHoldsPlayback() {
        playhead_->play();
        QTest::mousePress(slider_, Qt::LeftButton, {}, place(0.5));
        QCOMPARE(playhead_->frame(), frameAt(place(0.5)));
        QTest::qWait(150);
        QCOMPARE(playhead_->frame(), frameAt(place(0.5))); // it would have played on
        moveTo(*slider_, place(0.25));
        QTest::mouseRelease(slider_, Qt::LeftButton, {}, place(0.25));
        QVERIFY(playhead_->playing());
        QVERIFY(!playhead_->held());
        QTRY_VERIFY(playhead_->frame() > frameAt(place(0.25)));
        playhead_->pause();
        QTest::mouseClick(slider_, Qt::LeftButton, {}, place(0.5));
        QVERIFY(!playhead_->playing()); // what stood still stays so
    }
    void aBarThatDisappearsLetsGo() {
        playhead_->play();
        QTest::mousePress(slider_, Qt::LeftButton, {}, place(0.5));
        QVERIFY(playhead_->held());
        bar_->hide();
        QVERIFY(!playhead_->held());
    }
    void shiftDrawsTheLoopRange() {
        playhead_->setFrame(90);
        QTest::mousePress(slider_, Qt::LeftButton, Qt::ShiftModifier, place(0.6));
        QVERIFY(!playhead_->ranged());
        moveTo(*slider_, place(0.2), Qt::ShiftModifier);
        QCOMPARE(playhead_->loopIn(), frameAt(place(0.2)));
        QCOMPARE(playhead_->loopOut(), frameAt(place(0.6)) + 1);
        moveTo(*slider_, place(0.3), Qt::ShiftModifier);
        QTest::mouseRelease(slider_, Qt::LeftButton, Qt::ShiftModifier, place(0.3));
        QCOMPARE(playhead_->loopIn(), frameAt(place(0.3)));
        QVERIFY(playhead_->looping());
        QVERIFY(playhead_->frame() >= playhead_->loopIn() && playhead_->frame() < playhead_->loopOut());
        QTest::mouseClick(slider_, Qt::LeftButton, Qt::ShiftModifier, place(0.9));
        QCOMPARE(playhead_->loopIn(), frameAt(place(0.3))); // a click draws none
    }
    void saysWhichOfHowManyFrames() {
        playhead_->toLast();
        QVERIFY2(words().contains("frame 102 of 0–102"), qPrintable(words()));
        bool told = false;
        for (const QLabel* label : bar_->findChildren<QLabel*>())
            told = told || label->toolTip().contains("103 frames");
        QVERIFY(told);
    }
    void stepsHaveIconsOfTheirOwn() {
        for (const bool dark : {false, true}) {
            setIconTheme(dark);
            QList<QImage> pictures;
            for (const char* id :
                 {"player.back", "player.forward", "player.first", "player.last", "player.play"}) {
                const QImage picture = actions_->action(id)->icon().pixmap(22, 22).toImage();
                QVERIFY2(!picture.isNull(), id);
                QVERIFY2(!pictures.contains(picture), id);
                pictures << picture;
            }
            const QImage fast = icon("media-seek-forward").pixmap(22, 22).toImage();
            QVERIFY(!fast.isNull() && !pictures.contains(fast));
            QCOMPARE(qGray(pictures[1].pixel(14, 11)) > 128, dark); // readable on its ground
        }
    }
};

KINELENS_TEST(TransportBarTest, widgets);

} // namespace transport_bar_test
#include "transport_bar_test.moc"
