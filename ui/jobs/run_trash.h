// RunTrash: runs go to the desktop's trash, and come back from it with Undo. Each is one rename on the run's
// own file system; nothing is ever copied or deleted.
#pragma once

#include "core/foundation/result.h"

#include <QSet>
#include <QUndoStack>

namespace kinelens::ui {

class RunScanner;
struct RunEntry;

class RunTrash : public QObject {
    Q_OBJECT
public:
    explicit RunTrash(RunScanner& scanner, QObject* parent = nullptr);

    void move(const RunEntry& run); // failed() tells where it could not be
    bool holds(const QString& folder) const { return held_.contains(folder); } // moved there by this window
    QUndoStack& undoStack() { return undo_; }

signals:
    void taken(const QString& folder); // it lies in the trash now
    void restored(const QString& folder);
    // One sentence; `details` may be empty.
    void failed(const QString& sentence, const QString& details);

private:
    friend class TrashStep;
    bool take(const QString& folder, QString& place);
    bool bringBack(const QString& folder, const QString& place);

    RunScanner& scanner_;
    QSet<QString> held_;
    QUndoStack undo_;
};

// Moves a run's folder to the trash; where it lies there. Error: locked while its process lives, not_found,
// file_unwritable (there is no trash for it).
Result<QString> moveRunToTrash(const RunEntry& run);

// Brings what QFile::moveToTrash() put at `place` back to `path`, and removes the trash's note about it.
// Errors: file_not_found (it is no longer in the trash), already_exists (`path` is taken), file_unwritable.
Result<void> restoreFromTrash(const QString& place, const QString& path);

} // namespace kinelens::ui
