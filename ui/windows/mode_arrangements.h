// ModeArrangements: a mode is a named arrangement of the same docks. Each remembers the person's changes;
// "Reset mode" goes back to the person's own default, a second step to the factory's.
#pragma once

#include "ui/state/session.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QObject>

namespace kinelens::ui {

struct PanelDocks {
    QDockWidget* datasets;
    QDockWidget* player;
    QDockWidget* training;
    QDockWidget* runs;
    QDockWidget* evaluation;
    QDockWidget* timeline;
    QDockWidget* errors;
    QDockWidget* tuning;
    QDockWidget* detecting;
    QDockWidget* embedding;
    QDockWidget* neighbours;
};

class ModeArrangements : public QObject {
    Q_OBJECT
public:
    ModeArrangements(QMainWindow& window, const PanelDocks& docks);

    static QStringList modes(); // "browse", "train", "evaluate", "explore", "detect"
    static QString title(const QString& mode);
    static QString ofVerb(const std::string& verb); // where a run of that job is looked at
    static QString purpose(const QString& mode);    // one sentence

    QString mode() const { return mode_; } // empty: none yet (the start page)
    void enter(const QString& mode);
    void leave(); // hides every dock, remembering the arrangement
    void resetToDefault();
    void resetToFactory();
    void saveAsDefault();
    void raise(const QString& dock); // shows it, in front of those that share its place

    void readFrom(const Session& session);
    void writeTo(Session& session);

signals:
    void modeChanged(const QString& mode);

private:
    void remember();
    void keepSize();                   // of the window, once all docks have found their places
    void arrange(const QString& mode); // the factory's
    void arrangeBrowse();
    void arrangeTrain();
    void arrangeEvaluate();
    void arrangeDetect();
    void arrangeExplore();
    QList<QDockWidget*> all() const;

    QMainWindow& window_;
    PanelDocks docks_;
    QString mode_;
    QMap<QString, QByteArray> arrangements_;
    QMap<QString, QByteArray> defaults_;
    bool keepingSize_ = false;
    QByteArray afterReset_; // unchanged since: the next reset is the second step
};

} // namespace kinelens::ui
