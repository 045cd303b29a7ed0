// WindowSession: how the window stood when it was left, put back at the next start and kept while it is open.
#pragma once

#include "ui/state/session.h"
#include "ui/windows/session_keeper.h"

#include <QObject>
#include <QTimer>

class QMainWindow;

namespace kinelens::ui {

struct Desktop;
struct WindowPanels;
class ModeArrangements;

class WindowSession : public QObject {
    Q_OBJECT
public:
    WindowSession(QMainWindow& window, Desktop& desktop, WindowPanels& panels, ModeArrangements& modes);

    // As the session file says it was left; nothing where it says nothing.
    void restore();
    bool save(); // false: the disk did not take it
    // What it was left with is being opened; until then it is not saved by itself.
    bool opening() const { return !session_.dataset.isEmpty(); }

private:
    void keepPlayhead();
    void keepForms();
    void takeOpened(const QString& file);

    QMainWindow& window_;
    Desktop& desktop_;
    WindowPanels& panels_;
    ModeArrangements& modes_;
    Session session_;
    SessionKeeper keeper_;
    QTimer keepTimer_;
};

} // namespace kinelens::ui
