// WorkspaceDocument: the workspace that is open, with undo, saving, autosave and recovery.
#pragma once

#include "core/dataset/workspace.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

namespace kinelens::ui {

class WorkspaceDocument : public QObject {
    Q_OBJECT
public:
    // `autosaveFolder`: where a workspace that was never saved is kept from being lost.
    explicit WorkspaceDocument(QString autosaveFolder, QObject* parent = nullptr);

    QString file() const { return file_; } // empty: never saved
    QString title() const;
    QStringList datasets() const;
    QUndoStack& undoStack() { return undo_; }
    bool modified() const { return !undo_.isClean(); }

    void addDataset(const QString& file); // does nothing if it is in it already
    void removeDataset(const QString& file);

    void newWorkspace();
    Result<void> open(const QString& file);
    Result<void> saveAs(const QString& file);
    Result<void> save() { return saveAs(file_); }

    // Unsaved changes of a session that ended badly: true if there were any; they are then open and modified.
    bool recover();
    void discardRecovery();

signals:
    void changed();     // datasets
    void fileChanged(); // name or whether it is saved

private:
    friend class DatasetListEdit;
    void set(Workspace workspace);
    QString autosaveFile() const;
    void autosave();

    QString autosaveFolder_;
    QString file_;
    Workspace workspace_;
    QUndoStack undo_;
    QTimer autosaveTimer_;
};

} // namespace kinelens::ui
