// What a worker found reaches who asked, and nobody who is gone.
#include "tests/support/test_program.h"
#include "ui/background/when_done.h"

#include <QtConcurrent>
#include <atomic>
#include <memory>

namespace when_done_test {

using namespace kinelens;
using namespace kinelens::ui;

class WhenDoneTest : public QObject {
    Q_OBJECT
private slots:
    void itComesInTheOwnersThread() {
        QThread* where = nullptr;
        std::unique_ptr<int> found; // may be handed over only
        whenDone(QtConcurrent::run([] { return std::make_unique<int>(7); }), this,
                 [&](std::unique_ptr<int> value) {
                     where = QThread::currentThread();
                     found = std::move(value);
                 });
        QVERIFY(!where); // not before this function goes on
        QTRY_VERIFY(found);
        QCOMPARE(*found, 7);
        QCOMPARE(where, thread());
    }

    void whatWasCancelledDoesNotCome() {
        QPromise<int> promise;
        bool came = false;
        promise.start();
        whenDone(promise.future(), this, [&came](int) { came = true; });
        promise.future().cancel();
        promise.finish();
        QTest::qWait(20);
        QVERIFY(!came);
    }

    // Owners that end just when their worker does: with QFuture::then() this program falls sooner or later.
    void ownersMayGoAtAnyMoment() {
        int late = 0;
        std::vector<char> gone(60'000);
        for (std::size_t i = 0; i < gone.size(); ++i) {
            auto owner = std::make_unique<QObject>();
            whenDone(QtConcurrent::run([] { return 1; }), owner.get(),
                     [&late, &gone, i](int) { late += gone[i]; });
            for (std::atomic<std::size_t> spin = 0; spin < i % 400;) ++spin;
            owner.reset();
            gone[i] = 1;
            if (i % 16 == 0) QCoreApplication::processEvents();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(late, 0);
    }
};

KINELENS_TEST(WhenDoneTest, event_loop);

} // namespace when_done_test

#include "when_done_test.moc"
