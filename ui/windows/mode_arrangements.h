// ModeArrangements: a mode is a named arrangement of the same docks. Each remembers the person's changes;
// "Reset mode" goes back to the person's own default, a second step to the factory's.
//
// Every dock has a place in every mode, shown or hidden: a saved state then speaks of all of them, and
// entering a mode cannot leave a dock of another where it was. A mode that never showed a dock has its place
// as a tab beside the mode's main panel.
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

    QList<QDockWidget*>
    shownIn(const QString& mode) const; // by the factory's arrangement; its main panel first

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
    QByteArray state() const { return window_.saveState(arrangementVersion); }
    void remember();
    void arrange(const QString& mode); // the factory's
    void placeFactory(const QString& mode);
    void placeHidden(const QString& mode);
    bool restore(const QString& mode, const QByteArray& state);
    bool restoreOld(const QString& mode, const QByteArray& state);
    void arrangeBrowse();
    void arrangeTrain();
    void arrangeEvaluate();
    void arrangeDetect();
    void arrangeExplore();
    QList<QDockWidget*> all() const;

    static constexpr int arrangementVersion = 4; // raise when docks come or go

    QMainWindow& window_;
    PanelDocks docks_;
    QString mode_;
    QMap<QString, QByteArray> arrangements_;
    QMap<QString, QByteArray> defaults_;
    QByteArray afterReset_; // unchanged since: the next reset is the second step
};

} // namespace kinelens::ui
