#include "tests/support/test_program.h"
#include "viz/view/scene_view.h"

#include "viz/palette/qt_theme.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTabWidget>
#include <cmath>

namespace scene_view_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

constexpr int left_elbow = 5, right_elbow = 9;

// A figure of kinect20 with its arms out, facing +z; a second one stands 1.8 m to its left. The left hand
// rises from frame to frame.
std::shared_ptr<const Motion> figures(int bodies) {
    constexpr float x[20] = {0,      0,      0,   0,    0.2f, 0.45f, 0.65f, 0.75f, -0.2f, -0.45f,
                             -0.65f, -0.75f, .1f, .12f, .13f, .13f,  -.1f,  -.12f, -.13f, -.13f};
    constexpr float y[20] = {.95f,  1.1f,  1.4f, 1.6f, 1.35f, 1.35f, 1.35f, 1.35f, 1.35f, 1.35f,
                             1.35f, 1.35f, 0.9f, 0.5f, 0.1f,  0.05f, 0.9f,  0.5f,  0.1f,  0.05f};
    auto motion = std::make_shared<Motion>(40, bodies, 20);
    for (std::int64_t frame = 0; frame < 40; ++frame)
        for (int body = 0; body < bodies; ++body) {
            motion->set_tracked(frame, body, true);
            for (int joint = 0; joint < 20; ++joint) {
                float* place = motion->joint(frame, body, joint);
                place[0] = x[joint] + 1.8f * static_cast<float>(body);
                place[1] = y[joint] + (joint == 7 ? 0.01f * static_cast<float>(frame) : 0);
                place[2] = 3;
            }
        }
    return motion;
}

void show(SceneView& view, int bodies, Viewpoint from = Viewpoint::front) {
    view.scene().set_motion(figures(bodies), *built_in_layout("kinect20"), "y");
    view.scene().look_from(from);
    view.refresh();
}

QPointF place_of(const SceneView& view, int body, int joint) {
    const double aspect = static_cast<double>(view.width()) / view.height();
    const auto place = view.scene().joint_on_view(body, joint, aspect).value();
    return {place.first * view.width(), place.second * view.height()};
}

QColor colour_at(SceneView& view, int body, int joint) {
    const QImage picture = view.picture();
    return picture.pixelColor((place_of(view, body, joint) * picture.devicePixelRatio()).toPoint());
}

int different_pixels(const QImage& one, const QImage& two) {
    if (one.size() != two.size()) return one.width() * one.height();
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) count += one.pixel(x, y) != two.pixel(x, y) ? 1 : 0;
    return count;
}

} // namespace

class SceneViewTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void sidesHaveTheirColours();
    void secondBodyIsLighter();
    void viewpointsLookFromWhereTheySay();
    void onePictureAChangeAndNoneWithout();
    void manyChangesOnePicture();
    void stillPictureGetsSmoothEdges();
    void dockFloatsAndComesBack();
    void tabsHideAndShow();
    void pictureHasTheScreensScale();
    void themeChangesThePicture();
    void trailsFollowTheHand();
    void mouseTurnsMovesAndZooms();
    void jointUnderTheMouseIsNamed();
    void emptyAndAbsentBodiesAreNothing();

private:
    std::unique_ptr<SceneView> view_;
};

void SceneViewTest::init() {
    view_ = std::make_unique<SceneView>();
    view_->setPalette(qt_palette(Theme::light));
    view_->resize(500, 400);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    show(*view_, 1);
    QTRY_VERIFY(view_->framesRendered() > 0);
}

void SceneViewTest::sidesHaveTheirColours() {
    const QColor left = colour_at(*view_, 0, left_elbow), right = colour_at(*view_, 0, right_elbow);
    QVERIFY2(left.blue() > left.red() + 40, qPrintable(left.name()));
    QVERIFY2(right.red() > right.blue() + 40, qPrintable(right.name()));
    const QColor corner = view_->picture().pixelColor(5, 5);
    QVERIFY2(corner.lightness() > 230, qPrintable(corner.name())); // the background, not an empty picture
}

void SceneViewTest::secondBodyIsLighter() {
    show(*view_, 2);
    for (const int joint : {left_elbow, right_elbow}) {
        const QColor first = colour_at(*view_, 0, joint), second = colour_at(*view_, 1, joint);
        QVERIFY2(second.lightness() > first.lightness() + 15,
                 qPrintable(first.name() + QLatin1Char(' ') + second.name()));
    }
}

void SceneViewTest::viewpointsLookFromWhereTheySay() {
    constexpr int hip = 0, head = 3, left_hand = 7, right_hand = 11;
    // From the front the left hand is on the right of the picture, and the head above the hip.
    QVERIFY(place_of(*view_, 0, left_hand).x() > place_of(*view_, 0, right_hand).x() + 100);
    QVERIFY(place_of(*view_, 0, head).y() < place_of(*view_, 0, hip).y() - 60);
    view_->scene().look_from(Viewpoint::side); // the hands are one behind the other
    QVERIFY(std::abs(place_of(*view_, 0, left_hand).x() - place_of(*view_, 0, right_hand).x()) < 15);
    view_->scene().look_from(Viewpoint::top); // head and hip are one above the other
    QVERIFY((place_of(*view_, 0, head) - place_of(*view_, 0, hip)).manhattanLength() < 15);
    for (const Viewpoint from : {Viewpoint::home, Viewpoint::front, Viewpoint::side, Viewpoint::top}) {
        view_->scene().look_from(from);
        for (int joint = 0; joint < 20; ++joint)
            QVERIFY(view_->rect().contains(place_of(*view_, 0, joint).toPoint()));
    }
}

void SceneViewTest::onePictureAChangeAndNoneWithout() {
    view_->picture(); // smooth already: nothing is left to do
    const qint64 before = view_->framesRendered();
    view_->scene().set_frame(0);
    view_->refresh();
    view_->update(); // as when another window passes over it
    QTest::qWait(300);
    QCOMPARE(view_->framesRendered(), before);
    view_->scene().set_frame(6);
    view_->refresh();
    QTRY_COMPARE(view_->framesRendered(), before + 1);
    QVERIFY(view_->lastRenderSeconds() > 0);
}

void SceneViewTest::manyChangesOnePicture() {
    const qint64 before = view_->framesRendered();
    for (int frame = 1; frame < 10; ++frame) {
        view_->scene().set_frame(frame);
        view_->refresh();
    }
    QTRY_VERIFY(view_->framesRendered() > before);
    QCOMPARE(view_->framesRendered(), before + 1);
}

void SceneViewTest::stillPictureGetsSmoothEdges() {
    view_->scene().set_frame(3);
    view_->refresh();
    const qint64 before = view_->framesRendered();
    QTRY_COMPARE(view_->framesRendered(), before + 2);
    QTest::qWait(300);
    QCOMPARE(view_->framesRendered(), before + 2);
}

void SceneViewTest::dockFloatsAndComesBack() {
    QMainWindow window;
    window.resize(700, 500);
    auto* dock = new QDockWidget(&window);
    auto* view = new SceneView(dock);
    dock->setWidget(view);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    window.setCentralWidget(new QWidget);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    show(*view, 2);
    QTest::qWait(50);
    const QImage docked = view->picture();
    dock->setFloating(true);
    QVERIFY(QTest::qWaitForWindowExposed(dock));
    view->scene().set_frame(9);
    view->refresh();
    QTest::qWait(50);
    QVERIFY(!view->picture().isNull());
    dock->setFloating(false);
    view->scene().set_frame(0);
    view->refresh();
    QTRY_COMPARE(view->picture().size(), docked.size());
    QCOMPARE(different_pixels(docked, view->picture()), 0);
    // It is on the screen, not only in memory.
    const QImage screen = window.grab(QRect(view->mapTo(&window, QPoint()), view->size())).toImage();
    QVERIFY(different_pixels(docked, screen.convertToFormat(docked.format())) < 50);
}

void SceneViewTest::tabsHideAndShow() {
    QTabWidget tabs;
    auto* view = new SceneView;
    tabs.addTab(view, QStringLiteral("one"));
    tabs.addTab(new QWidget, QStringLiteral("two"));
    tabs.resize(400, 300);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    show(*view, 1);
    QTest::qWait(50);
    const QImage before = view->picture();
    tabs.setCurrentIndex(1);
    QTest::qWait(50);
    const qint64 hidden = view->framesRendered();
    view->scene().set_frame(12);
    view->refresh();
    QTest::qWait(250);
    QCOMPARE(view->framesRendered(), hidden); // nobody looks
    tabs.setCurrentIndex(0);
    QTRY_VERIFY(view->framesRendered() > hidden);
    QVERIFY(different_pixels(before, view->picture()) > 20); // the hand has risen
}

void SceneViewTest::pictureHasTheScreensScale() {
    const double scale = view_->devicePixelRatioF();
    const QImage picture = view_->picture();
    QCOMPARE(picture.size(), QSize(qRound(500 * scale), qRound(400 * scale)));
    QCOMPARE(picture.devicePixelRatio(), scale);
    sidesHaveTheirColours();
}

void SceneViewTest::themeChangesThePicture() {
    QVERIFY(view_->picture().pixelColor(5, 5).lightness() > 180);
    view_->setPalette(qt_palette(Theme::dark));
    QVERIFY(view_->picture().pixelColor(5, 5).lightness() < 80);
}

void SceneViewTest::trailsFollowTheHand() {
    view_->scene().set_frame(30);
    const QImage without = view_->picture();
    SceneOptions options;
    options.trails = true;
    view_->scene().set_options(options);
    const int changed = different_pixels(without, view_->picture());
    QVERIFY2(changed > 20 && changed < 4000, qPrintable(QString::number(changed)));
}

void SceneViewTest::mouseTurnsMovesAndZooms() {
    constexpr int left_hand = 7, right_hand = 11;
    const auto spread = [&] {
        return std::abs(place_of(*view_, 0, left_hand).x() - place_of(*view_, 0, right_hand).x());
    };
    QSignalSpy moved(view_.get(), &SceneView::cameraMoved);
    const double front = spread();
    const auto drag = [&](Qt::MouseButton button, QPoint by) {
        const QPoint from(250, 200);
        QTest::mousePress(view_.get(), button, {}, from);
        QMouseEvent event(QEvent::MouseMove, from + by, view_->mapToGlobal(from + by), button, button, {});
        QCoreApplication::sendEvent(view_.get(), &event);
        QTest::mouseRelease(view_.get(), button, {}, from + by);
    };
    drag(Qt::LeftButton, {150, 0}); // 60 degrees round
    QVERIFY2(spread() < 0.65 * front, qPrintable(QString::number(spread() / front)));
    drag(Qt::LeftButton, {-150, 0});
    QVERIFY(std::abs(spread() - front) < 1);
    const QPointF before = place_of(*view_, 0, left_hand);
    drag(Qt::MiddleButton, {40, 30});
    const QPointF after = place_of(*view_, 0, left_hand);
    QVERIFY((after - before - QPointF(40, 30)).manhattanLength() < 6);
    drag(Qt::RightButton, {0, -40});
    QVERIFY(spread() > 1.2 * front);
    QCOMPARE(moved.count(), 4);
}

void SceneViewTest::jointUnderTheMouseIsNamed() {
    QSignalSpy named(view_.get(), &SceneView::jointHovered);
    const QPoint elbow = place_of(*view_, 0, left_elbow).toPoint();
    QMouseEvent over(QEvent::MouseMove, elbow, view_->mapToGlobal(elbow), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(view_.get(), &over);
    QCOMPARE(named.count(), 1);
    const SkeletonLayout layout = *built_in_layout("kinect20");
    QCOMPARE(named[0][0].toString(), QString::fromStdString(layout.joint_names[left_elbow]));
    const QPoint corner(3, 3);
    QMouseEvent away(QEvent::MouseMove, corner, view_->mapToGlobal(corner), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(view_.get(), &away);
    QCOMPARE(named.count(), 2);
    QVERIFY(named[1][0].toString().isEmpty());
}

void SceneViewTest::emptyAndAbsentBodiesAreNothing() {
    view_->scene().set_motion(nullptr, *built_in_layout("kinect20"), "y");
    view_->scene().look_from(Viewpoint::front);
    const QImage nobody = view_->picture();
    QVERIFY(!view_->scene().joint_on_view(0, 0, 1).has_value());
    auto absent = std::make_shared<Motion>(5, 2, 20); // never tracked
    view_->scene().set_motion(absent, *built_in_layout("kinect20"), "y");
    view_->scene().look_from(Viewpoint::front);
    view_->scene().set_frame(99); // beyond the end
    QCOMPARE(different_pixels(nobody, view_->picture()), 0);
    view_->scene().set_motion(std::make_shared<Motion>(), *built_in_layout("kinect20"), "y"); // no frame
    QVERIFY(!view_->picture().isNull());
}

KINELENS_TEST(SceneViewTest, widgets);

} // namespace scene_view_test
#include "scene_view_test.moc"
