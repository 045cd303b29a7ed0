// whenDone: what a worker found, in the thread of whoever asked, unless that is gone by then.
//
//     whenDone(QtConcurrent::run(read, file), this, [this](const Result<Recipe>& read) { … });
//
// QFuture::then() with a context does not do for this: it looks whether the context lives in the worker's
// thread, and posts to it though it may be deleted meanwhile (seen with Qt 6.4 as crashes when windows
// close).
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <utility>

namespace kinelens::ui {

// `owner` lives in the calling thread. Nothing is called where the future was cancelled or its function
// threw.
template <class Found, class Act>
void whenDone(const QFuture<Found>& future, QObject* owner, Act act) {
    auto* watcher =
        new QFutureWatcher<Found>(owner); // ends with its owner; both ends of that are guarded by a lock
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, act = std::move(act)]() mutable {
                         watcher->deleteLater();
                         QFuture<Found> done = watcher->future();
                         if (done.isCanceled() || done.resultCount() == 0) return;
                         act(done.takeResult());
                     });
    watcher->setFuture(future);
}

} // namespace kinelens::ui
