#include "ui/state/dataset_service.h"

#include "ui/state/dataset_worker.h"

namespace kinelens::ui {
namespace {
constexpr std::size_t keptMotions = 12;
}

DatasetService::DatasetService(QObject* parent)
    : QObject(parent)
    , worker_(new DatasetWorker) {
    qRegisterMetaType<OpenDatasetPtr>("kinelens::ui::OpenDatasetPtr");
    qRegisterMetaType<MotionPtr>("kinelens::ui::MotionPtr");
    qRegisterMetaType<Error>("kinelens::Error");
    qRegisterMetaType<std::vector<SequenceQuality>>("std::vector<kinelens::SequenceQuality>");
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &DatasetWorker::opened, this, &DatasetService::adopt);
    connect(worker_, &DatasetWorker::openFailed, this,
            [this](int wish, const QString& file, const Error& error) {
                if (wish == wish_) emit openFailed(file, error);
            });
    connect(worker_, &DatasetWorker::motionRead, this, &DatasetService::take);
    connect(worker_, &DatasetWorker::motionFailed, this,
            [this](int generation, int sequence, const Error& error) {
                if (generation == generation_ && sequence == wanted_) emit motionFailed(sequence, error);
            });
    connect(worker_, &DatasetWorker::scanned, this,
            [this](int generation, int first, const std::vector<SequenceQuality>& qualities) {
                if (generation == generation_) emit scanned(first, qualities);
            });
    connect(worker_, &DatasetWorker::scanFinished, this, [this](int generation) {
        if (generation == generation_) emit scanFinished();
    });
    thread_.setObjectName(QStringLiteral("dataset I/O"));
    thread_.start(QThread::LowPriority);
}

DatasetService::~DatasetService() {
    worker_->newestWish = wish_ + 1;
    worker_->newestGeneration = -1;
    thread_.quit();
    thread_.wait();
}

void DatasetService::post(std::function<void(DatasetWorker&)> task) {
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, task = std::move(task)] { task(*worker); }, Qt::QueuedConnection);
}

void DatasetService::open(const QString& file) {
    worker_->newestWish = ++wish_;
    emit opening(file);
    post([wish = wish_, file](DatasetWorker& worker) { worker.open(wish, file); });
}

// The worker takes the new file for the old before anything of the new one is asked for.
void DatasetService::adopt(int wish, const OpenDatasetPtr& dataset) {
    if (wish != wish_) return;
    forget();
    worker_->newestGeneration = generation_ = wish;
    post([wish](DatasetWorker& worker) { worker.adopt(wish); });
    current_.set(dataset);
    emit opened(dataset);
}

void DatasetService::close() {
    worker_->newestWish = ++wish_;
    worker_->newestGeneration = generation_ = wish_;
    post([](DatasetWorker& worker) { worker.close(); });
    forget();
}

void DatasetService::forget() {
    wanted_ = peeked_ = -1;
    recent_.clear();
    if (!dataset()) return;
    current_.set(nullptr);
    emit closed();
}

bool DatasetService::holds(int sequence) const {
    return dataset() && sequence >= 0 && sequence < static_cast<int>(dataset()->sequences.size());
}

void DatasetService::requestMotion(int sequence) {
    if (!holds(sequence)) return;
    wanted_ = sequence;
    worker_->wantedSequence = sequence;
    if (const MotionPtr motion = kept(sequence))
        emit motionReady(sequence, motion);
    else
        post([generation = generation_, sequence](DatasetWorker& worker) {
            worker.read(generation, sequence, false);
        });
    for (const int neighbour : {sequence + 1, sequence - 1})
        if (holds(neighbour) && !kept(neighbour))
            post([generation = generation_, neighbour, sequence](DatasetWorker& worker) {
                if (worker.wantedSequence == sequence) worker.read(generation, neighbour, true);
            });
}

void DatasetService::readMotion(int sequence) {
    if (!holds(sequence)) return;
    if (const MotionPtr motion = kept(sequence))
        emit motionRead(sequence, motion);
    else
        post([generation = generation_, sequence](DatasetWorker& worker) {
            worker.read(generation, sequence, true);
        });
}

void DatasetService::peekMotion(int sequence) {
    if (!holds(sequence)) return;
    peeked_ = sequence;
    worker_->peekedSequence = sequence;
    if (const MotionPtr motion = kept(sequence)) {
        emit motionPeeked(sequence, motion);
        return;
    }
    post([generation = generation_, sequence](DatasetWorker& worker) {
        if (worker.peekedSequence == sequence) worker.read(generation, sequence, true);
    });
}

void DatasetService::startScan() {
    post([generation = generation_](DatasetWorker& worker) { worker.scan(generation, 0); });
}

void DatasetService::take(int generation, int sequence, const MotionPtr& motion) {
    if (generation != generation_) return;
    keep(sequence, motion);
    if (sequence == wanted_) emit motionReady(sequence, motion);
    emit motionRead(sequence, motion);
    if (sequence == peeked_) emit motionPeeked(sequence, motion);
}

void DatasetService::keep(int sequence, const MotionPtr& motion) {
    recent_.remove_if([sequence](const auto& entry) { return entry.first == sequence; });
    recent_.emplace_front(sequence, motion);
    if (recent_.size() > keptMotions) recent_.pop_back();
}

MotionPtr DatasetService::kept(int sequence) {
    for (const auto& [index, motion] : recent_)
        if (index == sequence) return motion;
    return nullptr;
}

} // namespace kinelens::ui
