// DetectionMenu: a button with the runs that detected something: those that are ticked stand side by side in
// the timeline. Also opens predictions of other programs.
#pragma once

#include <QStringList>
#include <QToolButton>

namespace kinelens::ui {

class Detections;
class RunScanner;

class DetectionMenu : public QToolButton {
    Q_OBJECT
public:
    DetectionMenu(Detections& detections, RunScanner& scanner, QWidget* parent = nullptr);

    // Runs of any verb: those that detected something are shown; if none did, nothing changes.
    void showRuns(const QStringList& folders);
    void showPlaces(const QStringList& places); // files of predictions, or folders with them
    void openFile();
    // Another dataset: what was shown goes, and the newest detection in it comes until somebody chooses.
    void setDataset(const QString& file);
    const QStringList& shown() const { return shown_; }

private:
    void fill();
    void show(const QStringList& places);
    void takeShown();
    void choose(const QStringList& places); // a person did
    void offer();
    void refresh();
    void tell(); // what is shown, or how what was chosen comes along
    bool tellWanted();

    Detections& detections_;
    RunScanner& scanner_;
    QString dataset_;
    bool chosen_ = false;
    QStringList shown_;
    QString offered_;    // by itself; not again if it cannot be read
    QStringList files_;  // that were opened from elsewhere
    QStringList wanted_; // runs that were chosen before they were complete
};

} // namespace kinelens::ui
