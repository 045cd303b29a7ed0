// The half of DatasetService that lives on the I/O thread.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/dataset/sequence_quality.h"
#include "ui/state/open_dataset.h"

#include <QObject>
#include <atomic>
#include <optional>

namespace kinelens::ui {

class DatasetWorker : public QObject {
    Q_OBJECT
public:
    // Later requests make earlier ones worthless: read by this thread, raised by the window's.
    std::atomic<int> newestWish{0};
    std::atomic<int> newestGeneration{0};
    std::atomic<int> wantedSequence{-1};
    std::atomic<int> peekedSequence{-1};

    // Reads another dataset; the one that is open stays until it is adopted.
    void open(int wish, const QString& file);
    void adopt(int wish);
    void close();
    void read(int generation, int sequence, bool prefetch);
    void scan(int generation, int first);

signals:
    void opened(int wish, const kinelens::ui::OpenDatasetPtr& dataset);
    void openFailed(int wish, const QString& file, const kinelens::Error& error);
    void motionRead(int generation, int sequence, const kinelens::ui::MotionPtr& motion);
    void motionFailed(int generation, int sequence, const kinelens::Error& error);
    void scanned(int generation, int first, const std::vector<kinelens::SequenceQuality>& qualities);
    void scanFinished(int generation);

private:
    std::optional<DatasetReader> reader_;
    std::optional<DatasetReader> next_; // read, but not adopted yet
    int nextWish_ = 0;
};

} // namespace kinelens::ui
