#include "ui/state/dataset_worker.h"

#include <QElapsedTimer>
#include <QTimer>

namespace kinelens::ui {

void DatasetWorker::open(int wish, const QString& file) {
    if (wish != newestWish) return;
    next_.reset();
    auto reader = DatasetReader::open(file.toStdString());
    if (!reader) {
        emit openFailed(wish, file, reader.error());
        return;
    }
    next_.emplace(std::move(*reader));
    nextWish_ = wish;
    emit opened(wish, makeOpenDataset(file, next_->info(), next_->sequences(), next_->intervals(),
                                      next_->hash_is_ours()));
}

void DatasetWorker::adopt(int wish) {
    if (wish != nextWish_ || !next_) return;
    reader_ = std::move(next_);
    next_.reset();
}

void DatasetWorker::close() {
    reader_.reset();
    next_.reset();
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
    const BodyPlan plan = body_plan(reader_->info().layout);
    QElapsedTimer timer;
    timer.start();
    int next = first;
    for (; next < count && timer.elapsed() < 40; ++next) {
        auto motion = reader_->read(static_cast<std::size_t>(next));
        qualities.push_back(motion ? measure_quality(*motion, reader_->info(), plan) : SequenceQuality());
    }
    emit scanned(generation, first, qualities);
    if (next >= count)
        emit scanFinished(generation);
    else // requests that wait go first
        QTimer::singleShot(5, this, [this, generation, next] { scan(generation, next); });
}

} // namespace kinelens::ui
