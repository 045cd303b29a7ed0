#include "ui/explore/live_map.h"

#include "ui/background/when_done.h"

#include <QDir>
#include <QtConcurrent>

namespace kinelens::ui {

void LiveMap::follow(const QString& folder) {
    if (folder == this->folder()) return;
    feed_.reset();
    map_.reset();
    mapFile_.clear();
    snapshotFile_.clear();
    reading_ = false;
    if (folder.isEmpty()) return;
    feed_ = std::make_unique<RunFeed>(folder);
    connect(feed_.get(), &RunFeed::updated, this, &LiveMap::look);
}

bool LiveMap::going() const {
    return feed_ && is_going(feed_->state());
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
    if (map_ && whole.isEmpty() && !reading_ && !snapshot.isEmpty() && snapshot != snapshotFile_)
        readSnapshot(snapshot);
    emit updated();
}

void LiveMap::readMap(const QString& file) {
    mapFile_ = file;
    whenDone(readShownEmbeddingLater(file), this, [this, file](const Result<ShownEmbeddingPtr>& read) {
        if (file != mapFile_) return;
        if (!read) {
            emit failed(read.error());
            return;
        }
        map_ = *read;
        emit mapReady(map_);
        look();
    });
}

void LiveMap::readSnapshot(const QString& file) {
    snapshotFile_ = file;
    reading_ = true;
    whenDone(QtConcurrent::run([file] { return read_embedding_snapshot(file.toStdString()); }), this,
             [this, file](const Result<EmbeddingSnapshot>& read) {
                 if (file != snapshotFile_) return; // of a run before
                 reading_ = false;
                 // One that cannot be read was replaced by a newer one meanwhile.
                 if (read) emit moved(mapPoints(read->coordinates), read->iteration, read->kl);
                 look();
             });
}

} // namespace kinelens::ui
