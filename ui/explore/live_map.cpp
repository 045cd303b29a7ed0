#include "ui/explore/live_map.h"

#include "ui/background/when_done.h"
#include "ui/explore/map_series.h"

#include <QDir>
#include <QtConcurrent>

namespace kinelens::ui {

void LiveMap::follow(const QString& folder) {
    if (folder == this->folder()) return;
    const QString before = map_ && !finished_ && !folder.isEmpty() ? this->folder() : QString();
    feed_.reset();
    map_.reset();
    mapFile_.clear();
    snapshotFile_.clear();
    readingMap_.forget();
    readingSnapshot_.forget();
    finished_ = false;
    if (folder.isEmpty()) return;
    feed_ = std::make_unique<RunFeed>(folder);
    connect(feed_.get(), &RunFeed::updated, this, &LiveMap::look);
    if (!before.isEmpty()) readEnd(before);
}

bool LiveMap::going() const {
    return feed_ && !feed_->gone() && is_going(feed_->state());
}

QString LiveMap::fileOf(const char* type) const {
    const ArtifactReady* found = feed_->history().artifact(type);
    return found ? QDir(feed_->folder()).filePath(QString::fromStdString(found->file)) : QString();
}

void LiveMap::look() {
    const QString points = fileOf(embedding_points_artifact), snapshot = fileOf(embedding_snapshot_artifact),
                  whole = fileOf(embedding_artifact);
    const QString wanted = whole.isEmpty() ? points : whole;
    if (!wanted.isEmpty() && wanted != mapFile_) readMap(wanted);
    if (map_ && whole.isEmpty() && !readingSnapshot_.waiting() && !snapshot.isEmpty() &&
        snapshot != snapshotFile_)
        readSnapshot(snapshot);
    emit updated();
}

// The next job of a series begins when the map before is done: that one stays in view as it came out, not as
// it was last seen on its way.
void LiveMap::readEnd(const QString& of) {
    whenDone(readFinishedMapLater(of), this, [this, now = folder()](const Result<ShownEmbeddingPtr>& read) {
        if (read && folder() == now && !map_) emit mapReady(*read);
    });
}

void LiveMap::readMap(const QString& file) {
    mapFile_ = file;
    readingMap_.ask(readShownEmbeddingLater(file), [this, file](const Result<ShownEmbeddingPtr>& read) {
        if (!read) return void(emit failed(read.error()));
        map_ = *read;
        finished_ = file == fileOf(embedding_artifact);
        emit mapReady(map_);
        look();
    });
}

void LiveMap::readSnapshot(const QString& file) {
    snapshotFile_ = file;
    readingSnapshot_.ask(QtConcurrent::run([file] { return read_embedding_snapshot(file.toStdString()); }),
                         [this](const Result<EmbeddingSnapshot>& read) {
                             // One that cannot be read was replaced by a newer one meanwhile. Where the
                             // finished map is there already, none is of interest.
                             if (read && !finished_)
                                 emit moved(mapPoints(read->coordinates), read->iteration, read->kl);
                             look();
                         });
}

} // namespace kinelens::ui
