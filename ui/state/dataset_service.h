// DatasetService: all reading of datasets, on one thread of its own, so that the window never waits for a
// disk. What is open stays open, and is read from, until another has been read whole: one that cannot be read
// changes nothing.
#pragma once

#include "core/dataset/sequence_quality.h"
#include "core/foundation/error.h"
#include "ui/state/current_dataset.h"

#include <QObject>
#include <QThread>
#include <list>

namespace kinelens::ui {

class DatasetWorker;

class DatasetService : public QObject {
    Q_OBJECT
public:
    explicit DatasetService(QObject* parent = nullptr);
    ~DatasetService() override;

    OpenDatasetPtr dataset() const { return current_.dataset(); } // null: none is open
    const CurrentDataset& current() const { return current_; }    // for whoever only follows which it is

    void open(const QString& file); // the latest wish wins; opened() or openFailed() tells
    void close();

    // The frames of one sequence come with motionReady(); the latest request wins, neighbours follow unasked.
    void requestMotion(int sequence);

    // One sequence's frames beside those that are shown: they come with motionRead().
    void readMotion(int sequence);
    // The same for a glance beside what is shown: comes with motionPeeked(), the latest wins.
    void peekMotion(int sequence);

    // Measures every sequence once, in the background; results come in batches.
    void startScan();

signals:
    void opening(const QString& file);
    void opened(const kinelens::ui::OpenDatasetPtr& dataset);
    void openFailed(const QString& file, const kinelens::Error& error);
    void closed(); // also right before another is opened in its place
    void motionReady(int sequence, const kinelens::ui::MotionPtr& motion);
    void motionRead(int sequence, const kinelens::ui::MotionPtr& motion);
    void motionFailed(int sequence, const kinelens::Error& error);
    void motionPeeked(int sequence, const kinelens::ui::MotionPtr& motion);
    void scanned(int first, const std::vector<kinelens::SequenceQuality>& qualities);
    void scanFinished();

private:
    void adopt(int wish, const OpenDatasetPtr& dataset);
    void forget();
    bool holds(int sequence) const;
    void keep(int sequence, const MotionPtr& motion);
    MotionPtr kept(int sequence);
    void take(int generation, int sequence, const MotionPtr& motion);
    void post(std::function<void(DatasetWorker&)> task);

    QThread thread_;
    DatasetWorker* worker_;
    CurrentDataset current_;
    std::list<std::pair<int, MotionPtr>> recent_; // newest first
    int wish_ = 0;       // the number of the latest open(); close() makes those before it void
    int generation_ = 0; // the wish that the open dataset came of
    int wanted_ = -1;
    int peeked_ = -1;
};

} // namespace kinelens::ui
