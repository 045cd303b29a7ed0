// Ranks as threads of one process, over a real store.
#include "core/learning/distributed/peer_watch.h"
#include "tests/support/test_program.h"

#include <unistd.h>

namespace peer_watch_test {

using namespace kinelens::learning;

namespace {

constexpr WatchPace quick{std::chrono::milliseconds(20), std::chrono::milliseconds(400)};

std::vector<std::shared_ptr<MeetingPoint>> meeting(int size) {
    static int port = 43000 + static_cast<int>(::getpid() % 10000);
    std::vector<std::shared_ptr<MeetingPoint>> points(static_cast<std::size_t>(size));
    std::vector<std::jthread> openers;
    ++port;
    for (int rank = 0; rank < size; ++rank)
        openers.emplace_back([&, rank] {
            LaunchPlace place;
            place.rank = rank;
            place.size = size;
            place.host = "127.0.0.1";
            place.port = static_cast<std::uint16_t>(port);
            points[static_cast<std::size_t>(rank)] = MeetingPoint::open(place).value();
        });
    return openers.clear(), points;
}

} // namespace

class PeerWatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_reach_every_rank() {
        const auto points = meeting(3);
        for (const std::string text : {"options", "", "stop"}) {
            QCOMPARE(points[0]->share(text), text);
            QCOMPARE(points[1]->share({}), text);
            QCOMPARE(points[2]->share({}), text);
        }
    }

    void the_living_are_left_alone() {
        const auto points = meeting(2);
        std::atomic<int> lost = 0;
        const auto count = [&] { ++lost; };
        {
            const PeerWatch first(*points[0], count, quick);
            {
                const PeerWatch second(*points[1], count, quick);
                QTest::qWait(600);
            } // done: not lost
            QTest::qWait(600);
        }
        QCOMPARE(lost.load(), 0);
    }

    void the_silent_are_missed() {
        const auto points = meeting(2);
        std::atomic<int> lost = 0;
        const PeerWatch first(
            *points[0], [&] { ++lost; }, quick);
        QTRY_COMPARE_WITH_TIMEOUT(lost.load(), 1, 5000); // the second never gave a sign
    }

    void the_store_is_missed() {
        auto points = meeting(2);
        std::atomic<int> lost = 0;
        auto first = std::make_unique<PeerWatch>(
            *points[0], [] {}, quick);
        const PeerWatch second(
            *points[1], [&] { ++lost; }, WatchPace{quick.beat, std::chrono::minutes(1)});
        QTest::qWait(100);
        QCOMPARE(lost.load(), 0);
        first.reset();
        points[0].reset(); // and its store with it
        QTRY_COMPARE_WITH_TIMEOUT(lost.load(), 1, 5000);
    }
};

KINELENS_TEST(PeerWatchTest, event_loop);

} // namespace peer_watch_test
#include "peer_watch_test.moc"
