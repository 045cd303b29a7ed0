// Opener: opens what a person dropped, named or asked for: files and folders of every kind, a workspace, the
// demo; and does what was to be done as soon as the dataset of it is there.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace kinelens::ui {

struct Desktop;
struct WindowPanels;
class ModeArrangements;
class Toast;
class WindowSession;

class Opener : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Desktop& desktop;
        WindowPanels& panels;
        ModeArrangements& modes;
        WindowSession& session;
        Toast& toast;
    };
    Opener(const Parts& parts, QWidget& window);

    void openPaths(const QStringList& paths);
    void startDemo(bool train);              // the demo dataset and, with it, a compact pretraining
    void showOnly(const QStringList& names); // these sequences alone, in Browse
    void showDetections(const QStringList& places);

private:
    bool openWorkspace(const QString& file);
    void showRuns(const QStringList& folders);
    void goOn(); // with what waited for the dataset that is open now
    void giveUp();
    void playDemo();
    void tell(const QString& sentences);

    Parts parts_;
    QWidget& window_;
    QStringList detections_; // to show when the dataset that is being opened is there
    bool trainDemo_ = false;
    bool playDemo_ = false; // the demo begins to move by itself
};

} // namespace kinelens::ui
