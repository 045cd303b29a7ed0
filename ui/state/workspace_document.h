// WorkspaceDocument: the workspace that is open, with undo, saving, autosave and recovery. What a session
// left unsaved comes back as it was, not as an edit: Undo has nothing to do with it. A workspace that has a
// file can be put back to what the file holds, which is an edit.
#pragma once

#include "core/dataset/workspace.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>
#include <optional>

namespace kinelens::ui {

class WorkspaceDocument : public QObject {
    Q_OBJECT
public:
    // `autosaveFolder`: where a workspace that was never saved is kept from being lost.
    explicit WorkspaceDocument(QString autosaveFolder, QObject* parent = nullptr);
    ~WorkspaceDocument() override;

    QString file() const { return file_; } // empty: never saved
    QString title() const;
    QStringList datasets() const;
    QUndoStack& undoStack() { return undo_; }
    bool modified() const { return !undo_.isClean(); }

    void addDataset(const QString& file); // does nothing if it is in it already
    void removeDataset(const QString& file);

    // Another that was read from its file takes the place of what is open.
    void open(const QString& file, Workspace workspace);
    Result<void> saveAs(const QString& file);
    Result<void> save() { return saveAs(file_); }

    // Unsaved changes of an earlier session: true if there were any; they are then open and modified.
    bool recover();
    bool recovered() const {
        return saved_.has_value();
    }                       // unsaved changes of a workspace with a file are back
    void dropRecovered();   // to what the file holds, as an edit
    void discardRecovery(); // they are not to come back

signals:
    void changed();     // datasets
    void fileChanged(); // name or whether it is saved
    void recoveryChanged();

private:
    friend class DatasetListEdit;
    void edit(Workspace after, const QString& text);
    void set(Workspace workspace);
    void setSaved(std::optional<Workspace> saved);
    QString autosaveFile() const;
    void autosave();

    QString autosaveFolder_;
    QString file_;
    Workspace workspace_;
    std::optional<Workspace> saved_; // what the file holds, while recovered changes stand in its place
    QUndoStack undo_;
    QTimer autosaveTimer_;
};

} // namespace kinelens::ui
