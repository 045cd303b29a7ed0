#include "ui/detect/detections.h"

#include "ui/background/when_done.h"
#include "ui/state/dataset_service.h"
#include "ui/state/label_document.h"
#include "ui/state/selection.h"

#include <QtConcurrent>
#include <algorithm>

namespace kinelens::ui {
namespace {
constexpr int wholeDelayMilliseconds = 250; // a slider that moves is waited for
}

Detections::Detections(DatasetService& datasets, Selection& selection, LabelDocument& labels, QObject* parent)
    : QObject(parent)
    , datasets_(datasets)
    , labels_(labels) {
    wholeLater_.setSingleShot(true);
    wholeLater_.setInterval(wholeDelayMilliseconds);
    connect(&wholeLater_, &QTimer::timeout, this, &Detections::scanWhole);
    connect(&selection, &Selection::currentChanged, this, &Detections::choose);
    connect(&labels_, &LabelDocument::reset, this, [this, &selection] {
        learnClasses();
        choose(selection.current());
    });
    connect(&labels_, &LabelDocument::changed, this, &Detections::scan);
    connect(&labels_, &LabelDocument::classesMoved, this, &Detections::renumber);
}

Detections::~Detections() {
    wholeStop_.request_stop();
}

void Detections::show(const QStringList& places) {
    reading_.forget();
    if (places.isEmpty()) return take({});
    reading_.ask(readDetectionRunsLater(places), [this](const std::vector<Result<DetectionRunPtr>>& read) {
        std::vector<DetectionRunPtr> runs;
        for (const auto& run : read)
            if (run)
                runs.push_back(*run);
            else
                emit failed(run.error());
        if (runs.empty()) return void(emit runsChanged()); // none could be read: as it was
        take(std::move(runs));
    });
    emit runsChanged(); // they are being read
}

void Detections::take(std::vector<DetectionRunPtr> runs) {
    runs_ = std::move(runs);
    tuned_ = false;
    if (!runs_.empty()) options_ = runs_.front()->predictions.segmentation;
    learnClasses();
    lanes_.clear();
    whole_.reset();
    emit runsChanged();
    readScores();
    scan();
}

QStringList Detections::places() const {
    QStringList places;
    for (const DetectionRunPtr& run : runs_) places << run->place;
    return places;
}

bool Detections::predicts(const QString& sequence) const {
    return first() && first()->find(sequence);
}

QString Detections::nextPredicted() const {
    const OpenDatasetPtr dataset = datasets_.dataset();
    const auto count = dataset ? static_cast<int>(dataset->sequences.size()) : 0;
    const int here = dataset ? dataset->rowOf.value(sequence_, -1) : -1;
    for (int step = 1; step <= count; ++step) {
        const auto row = static_cast<std::size_t>((here + step) % count);
        const QString name = QString::fromStdString(dataset->sequences[row].name);
        if (name != sequence_ && predicts(name)) return name;
    }
    return {};
}

void Detections::lookAt(int run) {
    if (run <= 0 || run >= static_cast<int>(runs_.size())) return;
    const auto chosen = runs_.begin() + run;
    std::rotate(runs_.begin(), chosen, chosen + 1);
    lanes_.clear();
    whole_.reset();
    tuned_ = false;
    options_ = runs_.front()->predictions.segmentation;
    emit runsChanged();
    readScores();
    scan();
}

// A dataset without labels learns the names of classes from what is predicted.
void Detections::learnClasses() {
    if (!datasets_.dataset()) return;
    for (const DetectionRunPtr& run : runs_) {
        labelsOf(run->predictions.class_names);
        if (run->shards) labelsOf(run->shards->class_names());
    }
}

// What was computed names classes by places that they no longer have.
void Detections::renumber() {
    learnClasses();
    lanes_.clear();
    whole_.reset();
    renumbered_ = scanning_;
    readScores();
    scan();
}

std::vector<int> Detections::labelsOf(const std::vector<std::string>& classes) const {
    std::vector<int> labels;
    for (const std::string& name : classes)
        labels.push_back(labels_.classIndex(QString::fromStdString(name)));
    return labels;
}

void Detections::choose(const QString& sequence) {
    const QString known = labels_.frames(sequence) < 0 ? QString() : sequence;
    if (known != sequence_) {
        sequence_ = known;
        lanes_.clear();
        emit sequenceChanged();
    }
    readScores();
    scan();
}

void Detections::setSegmentation(const SegmentationOptions& options) {
    options_ = options;
    tuned_ = true;
    scan();
}

void Detections::untune() {
    tuned_ = false;
    if (first()) options_ = first()->predictions.segmentation;
    scan();
}

void Detections::setOverlap(double overlap) {
    overlap_ = overlap;
    scan();
}

void Detections::readScores() {
    readingScores_.forget();
    scores_.reset();
    emit scoresChanged();
    const DetectionRunPtr run = first();
    const int row = run && run->shards ? run->scoreRowOf.value(sequence_, -1) : -1;
    if (row < 0) return;
    readingScores_.ask(
        QtConcurrent::run([run, row, sequence = sequence_, labels = labelsOf(run->shards->class_names())] {
            return readSequenceScores(*run, row, sequence, labels);
        }),
        [this](const Result<SequenceScoresPtr>& scores) {
            if (!scores) return void(emit failed(scores.error()));
            scores_ = *scores;
            emit scoresChanged();
            if (tuned_) scan();
        });
}

LaneTask Detections::task(const DetectionRunPtr& run) const {
    const bool anew = tuned_ && run == first();
    return {run, labelsOf(run->predictions.class_names),
            run->shards ? labelsOf(run->shards->class_names()) : std::vector<int>(), anew ? scores_ : nullptr,
            options_};
}

// One scan at a time; what changes meanwhile is looked at once, when it ends.
void Detections::scan() {
    wholeStop_.request_stop();
    if (scanning_) {
        again_ = true;
        return;
    }
    std::vector<LaneTask> tasks;
    for (const DetectionRunPtr& run : runs_) tasks.push_back(task(run));
    scanning_ = true;
    const int classes = static_cast<int>(labels_.classNames().size());
    whenDone(QtConcurrent::run([tasks, sequence = sequence_, truth = labels_.intervals(sequence_), classes,
                                overlap = overlap_] {
                 std::vector<DetectionLane> lanes;
                 for (const LaneTask& task : tasks)
                     lanes.push_back(scanLane(task, sequence, truth, classes, overlap));
                 return lanes;
             }),
             this, [this, sequence = sequence_](std::vector<DetectionLane> lanes) {
                 scanning_ = false;
                 const bool stale = std::exchange(again_, false);
                 const bool fits = !std::exchange(renumbered_, false) && sequence == sequence_ &&
                                   lanes.size() == runs_.size() &&
                                   std::equal(lanes.begin(), lanes.end(), runs_.begin(),
                                              [](const DetectionLane& lane, const DetectionRunPtr& run) {
                                                  return lane.run == run;
                                              });
                 if (fits) {
                     lanes_ = std::move(lanes);
                     emit scanned();
                 }
                 if (stale) return scan();
                 wholeLater_.start();
             });
}

void Detections::scanWhole() {
    wholeStop_ = std::stop_source();
    const DetectionRunPtr run = first();
    if (!run || !datasets_.dataset()) {
        whole_.reset();
        emit wholeScanned();
        return;
    }
    std::map<QString, std::vector<Interval>> truth;
    for (AnnotatedSequence& sequence : labels_.annotations().sequences)
        truth[QString::fromStdString(sequence.name)] = std::move(sequence.intervals);
    whenDone(QtConcurrent::run([task = task(run), anew = tuned_, truth = std::move(truth),
                                classes = static_cast<int>(labels_.classNames().size()), overlap = overlap_,
                                stop = wholeStop_.get_token()] {
                 return scanRun(task, anew, truth, classes, overlap, stop);
             }),
             this, [this, run, stop = wholeStop_.get_token()](Result<RunScan> scan) {
                 if (stop.stop_requested() || run != first()) return;
                 if (!scan) return void(emit failed(scan.error()));
                 whole_ = std::make_shared<const RunScan>(std::move(*scan));
                 emit wholeScanned();
             });
}

} // namespace kinelens::ui
