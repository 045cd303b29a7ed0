// Walker: somebody who uses the window for a while in no sensible order, always the same for one seed: modes,
// docks, sizes, files, keys, buttons, undo, restarts. After each step the window must hold together.
#pragma once

#include "ui/windows/desktop.h"
#include "ui/windows/main_window.h"
#include "ui/windows/theme_keeper.h"

#include <QRandomGenerator>
#include <QTimer>
#include <memory>

namespace kinelens::walk {

struct Places {
    QString program;   // kinelens-cli
    QString folder;    // for settings, runs, datasets
    QString pictures;  // of what is wrong
    QStringList files; // to open and import now and then
};

class Walker : public QObject {
    Q_OBJECT
public:
    Walker(Places places, quint32 seed, ui::ThemeChoice theme);
    ~Walker() override;

    bool begin(); // the demo with a training; false: it did not start
    void step();
    void end(); // stops the training

    const QStringList& faults() const { return faults_; }
    int steps() const { return steps_; }

private:
    using Step = void (Walker::*)();
    void open();
    void settle(int milliseconds = 60);
    void check();
    void tell(const QString& fault);
    void answerDialogs();

    void enterMode();
    void useDock();
    void moveDock();
    void resetMode();
    void resizeWindow();
    void pressKey();
    void clickControl();
    void openFiles();
    void undoOrRedo();
    void chooseSequence();
    void changeTheme();
    void restart();
    void visitStartPage();

    int any(int count) { return random_.bounded(count); }
    QSet<QString> shown() const;
    QDockWidget* anyDock();
    void note(); // how the mode is left
    QWidget* anyControl();

    Places places_;
    QRandomGenerator random_;
    ui::ThemeChoice theme_;
    std::unique_ptr<ui::Desktop> desktop_;
    std::unique_ptr<ui::ThemeKeeper> keeper_;
    std::unique_ptr<ui::MainWindow> window_;
    QTimer dialogs_;
    QMap<QString, QSet<QString>> left_; // mode -> the docks it showed
    QStringList lately_;                // the last steps in words
    QStringList faults_;
    QSize size_;
    int steps_ = 0;
};

} // namespace kinelens::walk
