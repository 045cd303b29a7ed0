// LiveMap: the map that an `embed` run makes: its points as soon as they are known, every snapshot while it
// runs, and the finished map. Files are read on another thread, the newest only.
#pragma once

#include "ui/background/latest.h"
#include "ui/jobs/run_feed.h"
#include "ui/state/shown_embedding.h"

#include <QObject>
#include <memory>

namespace kinelens::ui {

class LiveMap : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void follow(const QString& folder); // empty: none
    QString folder() const { return feed_ ? feed_->folder() : QString(); }
    const RunFeed* feed() const { return feed_.get(); }
    bool going() const; // a process works at it
    const ShownEmbeddingPtr& map() const { return map_; }

signals:
    void updated();                                            // state, figures
    void mapReady(const kinelens::ui::ShownEmbeddingPtr& map); // first or finished
    void moved(const std::vector<kinelens::viz::MapPoint>& points, qint64 iteration, double divergence);
    void failed(const kinelens::Error& error);

private:
    void look();
    void readEnd(const QString& of); // the finished map of the run that was followed before
    void readMap(const QString& file);
    void readSnapshot(const QString& file);
    QString fileOf(const char* type) const;

    std::unique_ptr<RunFeed> feed_;
    ShownEmbeddingPtr map_;
    QString mapFile_, snapshotFile_; // asked for
    bool finished_ = false;          // the map is the finished one
    Latest readingMap_{*this}, readingSnapshot_{*this};
};

} // namespace kinelens::ui
