#include "ui/state/dataset_worker.h"

#include <QElapsedTimer>
#include <QTimer>

namespace kinelens::ui {

void DatasetWorker::open(int generation, const QString& file) {
    if (generation != newestGeneration) return;
    reader_.reset(); // the old file is let go even if the new one cannot be opened
    auto reader = DatasetReader::open(file.toStdString());
    if (!reader) {
        emit openFailed(generation, file, reader.error());
        return;
    }
    reader_.emplace(std::move(*reader));
    emit opened(generation, makeOpenDataset(file, reader_->info(), reader_->sequences(), reader_->intervals(),
                                            reader_->hash_is_ours()));
}

void DatasetWorker::close() {
    reader_.reset();
}

void DatasetWorker::read(int generation, int sequence, bool prefetch) {
    if (generation != newestGeneration || !reader_) return;
    if (!prefetch && sequence != wantedSequence) return; // somebody scrolls on
    auto motion = reader_->read(static_cast<std::size_t>(sequence));
    if (motion)
        emit motionRead(generation, sequence, std::make_shared<const Motion>(std::move(*motion)));
    else if (!prefetch)
        emit motionFailed(generation, sequence, motion.error());
}

void DatasetWorker::scan(int generation, int first) {
    if (generation != newestGeneration || !reader_) return;
    const int count = static_cast<int>(reader_->sequences().size());
    std::vector<SequenceQuality> qualities;
    QElapsedTimer timer;
    timer.start();
    int next = first;
    for (; next < count && timer.elapsed() < 40; ++next) {
        auto motion = reader_->read(static_cast<std::size_t>(next));
        qualities.push_back(motion ? measure_quality(*motion, reader_->info().frame_rate)
                                   : SequenceQuality());
    }
    emit scanned(generation, first, qualities);
    if (next >= count)
        emit scanFinished(generation);
    else // requests that wait go first
        QTimer::singleShot(5, this, [this, generation, next] { scan(generation, next); });
}

} // namespace kinelens::ui
