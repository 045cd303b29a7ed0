// Detections: what the Detect mode shows: the runs side by side, the first of them being looked at; their
// intervals in the recording that is chosen, what is wrong with them beside the labels, and how much they are
// worth. Everything is computed on other threads, the latest wish wins.
#pragma once

#include "ui/background/latest.h"
#include "ui/detect/detection_scan.h"

#include <QObject>
#include <QTimer>

namespace kinelens::ui {

class DatasetService;
class LabelDocument;
class Selection;

class Detections : public QObject {
    Q_OBJECT
public:
    Detections(DatasetService& datasets, Selection& selection, LabelDocument& labels,
               QObject* parent = nullptr);
    ~Detections() override;

    // Folders of runs or files of predictions, side by side; the first is looked at. Those that cannot be
    // read are left out; if none can, what is shown stays.
    void show(const QStringList& places);
    QStringList places() const; // of the runs
    void lookAt(int run);       // it becomes the first
    const std::vector<DetectionRunPtr>& runs() const { return runs_; }
    DetectionRunPtr first() const { return runs_.empty() ? nullptr : runs_.front(); }
    bool reading() const { return reading_.waiting(); }

    QString sequence() const { return sequence_; } // empty: none is shown
    // Whether the first run says anything of a recording, and the next one in the dataset of which it does,
    // from the one that is shown on and around the end; empty: there is none.
    bool predicts(const QString& sequence) const;
    QString nextPredicted() const;
    const std::vector<DetectionLane>& lanes() const {
        return lanes_;
    }                                                    // parallel to runs, when they are scanned
    SequenceScoresPtr scores() const { return scores_; } // of the first run in this recording; null: none
    const std::shared_ptr<const RunScan>& wholeRun() const {
        return whole_;
    } // of the first run; null: not yet

    // How intervals are made of the first run's scores. Until somebody sets it, they are as the run left
    // them.
    const SegmentationOptions& segmentation() const { return options_; }
    bool tuned() const { return tuned_; }
    void setSegmentation(const SegmentationOptions& options);
    void untune();

    // For those who want all that the first run says, as it is segmented now. Precondition: there is one.
    LaneTask firstTask() const { return task(first()); }

    double overlap() const { return overlap_; } // that makes a match
    void setOverlap(double overlap);

signals:
    void runsChanged();
    void sequenceChanged();
    void scanned(); // lanes
    void scoresChanged();
    void wholeScanned();
    void failed(const kinelens::Error& error);

private:
    void choose(const QString& sequence);
    void take(std::vector<DetectionRunPtr> runs);
    void readScores();
    void scan();
    void scanWhole();
    LaneTask task(const DetectionRunPtr& run) const;
    std::vector<int> labelsOf(const std::vector<std::string>& classes) const;
    void learnClasses();
    void renumber();

    DatasetService& datasets_;
    LabelDocument& labels_;
    QString sequence_;
    std::vector<DetectionRunPtr> runs_;
    std::vector<DetectionLane> lanes_;
    SequenceScoresPtr scores_;
    std::shared_ptr<const RunScan> whole_;
    SegmentationOptions options_;
    bool tuned_ = false;
    double overlap_ = 0.5;
    Latest reading_{*this}, readingScores_{*this};
    bool scanning_ = false;
    bool again_ = false;      // something changed while a scan went on
    bool renumbered_ = false; // the classes did: what it finds is of no use
    QTimer wholeLater_;
    std::stop_source wholeStop_;
};

} // namespace kinelens::ui
