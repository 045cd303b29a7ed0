// MainWindow: puts the panels together; what they do is theirs.
#pragma once

#include "core/foundation/error.h"
#include "ui/state/open_dataset.h"
#include "ui/state/session.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/session_keeper.h"

#include <QMainWindow>
#include <QTimer>

namespace kinelens::ui {

struct Desktop;
class DatasetsPanel;
class DetectMode;
class EmbeddingPanel;
class EvaluationPanel;
class NeighboursPanel;
class PlayerPanel;
class RunsPanel;
class StartPage;
class StatusStrip;
class TrainingPanel;
class ThemeKeeper;
class Toast;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Desktop& desktop);
    ~MainWindow() override;

    // Goes on where the session file says it was left; the start page if it says nothing.
    void restoreSession();
    void openPaths(const QStringList& paths);
    void enterMode(const QString& mode);
    void showStartPage();
    void startDemo(bool train); // the demo dataset and, with it, a compact pretraining

    bool startPageShown() const;
    bool inView(const QWidget& panel) const; // in a dock that is shown, before others of its place
    DatasetsPanel& datasets() { return *datasets_; }
    PlayerPanel& player() { return *player_; }
    TrainingPanel& training() { return *training_; }
    RunsPanel& runs() { return *runs_; }
    EvaluationPanel& evaluation() { return *evaluation_; }
    DetectMode& detect() { return *detect_; }
    EmbeddingPanel& embedding() { return *embedding_; }
    ModeArrangements& modes() { return *modes_; }
    Toast& toast() { return *toast_; }
    Desktop& desktop() { return desktop_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QDockWidget* dock(const QString& name, const QString& title, QWidget* panel);
    void makePanels();
    void makeDocks();
    void makeBars();
    void connectParts();
    void connectDatasets();
    void connectRuns();
    void connectMap();
    void offerDataset(const OpenDatasetPtr& dataset); // null: none
    void attachToRunning();
    void updateTitle();
    void keepParts();
    void keepForms();
    bool saveSession(); // false: the disk did not take it
    void showRun(const QString& folder);
    bool mayClose();
    bool openWorkspace(const QString& file);
    void tell(const Error& error, const QWidget& panel);

    Desktop& desktop_;
    Session session_;
    SessionKeeper keeper_;
    QTimer keepTimer_;
    StartPage* start_;
    DatasetsPanel* datasets_;
    PlayerPanel* player_;
    TrainingPanel* training_;
    RunsPanel* runs_;
    EvaluationPanel* evaluation_;
    DetectMode* detect_;
    EmbeddingPanel* embedding_;
    NeighboursPanel* neighbours_;
    StatusStrip* status_;
    Toast* toast_;
    ModeArrangements* modes_;
    QStringList detections_; // to show when the dataset that is being opened is there
    bool trainDemo_ = false;
    bool playDemo_ = false; // the demo begins to move by itself
    bool attached_ = false; // once: afterwards the person decides what is shown
};

} // namespace kinelens::ui
