// MainWindow: puts the panels, modes, bars and commands together; what they do is theirs.
#pragma once

#include "ui/windows/mode_arrangements.h"
#include "ui/windows/window_panels.h"

#include <QMainWindow>

namespace kinelens::ui {

class Opener;
class StartPage;
class StatusStrip;
class Toast;
class WindowSession;

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
    DatasetsPanel& datasets() { return *panels_.datasets; }
    PlayerPanel& player() { return *panels_.player; }
    TrainingPanel& training() { return *panels_.training; }
    RunsPanel& runs() { return *panels_.runs; }
    EvaluationPanel& evaluation() { return *panels_.evaluation; }
    DetectMode& detect() { return *panels_.detect; }
    EmbeddingPanel& embedding() { return *panels_.embedding; }
    ModeArrangements& modes() { return *modes_; }
    Toast& toast() { return *toast_; }
    Desktop& desktop() { return desktop_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    ModeArrangements* makeDocks();
    void makeBars();
    void connectStartPage();
    void connectDesktop();
    void connectPanels();
    void takeMode(const QString& mode);
    void attachToRunning();
    void updateTitle();
    void showRun(const QString& folder);

    Desktop& desktop_;
    WindowPanels panels_;
    StartPage* start_;
    ModeArrangements* modes_;
    StatusStrip* status_;
    Toast* toast_;
    WindowSession* session_;
    Opener* opener_;
    bool attached_ = false; // once: afterwards the person decides what is shown
};

} // namespace kinelens::ui
