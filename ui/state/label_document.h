// LabelDocument: the labelled intervals of the open dataset as a person edits them. The dataset itself is
// never changed: edits are kept in a file of their own (LabelStore), and are there again when the dataset is
// opened. What is not saved yet is kept every two seconds and comes back after a crash: as a state, which no
// Undo leads back from, but which can be dropped. Every edit can be undone. A file that could not be taken
// over wholly is copied aside before it is written over.
#pragma once

#include "ui/state/dataset_service.h"
#include "ui/state/label_store.h"

#include <QTimer>
#include <QUndoStack>

namespace kinelens::ui {

class LabelDocument : public QObject {
    Q_OBJECT
public:
    LabelDocument(DatasetService& datasets, QString stateFolder, QObject* parent = nullptr);
    ~LabelDocument() override;

    const std::vector<std::string>& classNames() const { return classNames_; }
    QString className(int label) const;       // "–" where unknown
    int findClass(const QString& name) const; // -1: there is none
    // For those who only need its place, such as runs: added if it is new, without an edit. Like one that a
    // person adds, it is not saved before an interval is of it.
    int classIndex(const QString& name);
    int addClass(const QString& name); // as an edit. Preconditions: it is new, ready(), not locked()
    const IntervalList& intervals(const QString& sequence) const;
    std::int64_t frames(const QString& sequence) const;
    Annotations annotations() const; // of the sequences that hold intervals or were edited
    bool empty() const;              // no sequence holds an interval

    bool ready() const { return dataset_ && !reading_; } // what was kept is read: edits may begin
    bool locked() const { return locked_; }
    void setLocked(bool locked);
    QUndoStack& undoStack() { return undo_; }

    // Errors: those of making the edit; invalid_argument while locked or not ready.
    Result<void> edit(const QString& sequence, Result<IntervalEdit> edit, const QString& text);
    // Replaces the intervals of every sequence in it that the dataset holds; how many those are. Errors:
    // invalid_argument (locked; an interval reaches beyond its sequence), not_found (it holds none).
    Result<int> take(const Annotations& annotations, const QString& text);

    bool modified() const { return !undo_.isClean(); }
    void save(); // savedChanged() or failed() tells how it went

    // Edits of a session that ended badly are back, neither saved nor dropped yet.
    bool recovered() const { return beforeRecovery_.has_value(); }
    // The recordings they changed get their saved labels again: an edit, also of labels that are locked.
    void dropRecovered();

signals:
    void reset();                          // another dataset, or its labels were read
    void changed(const QString& sequence); // empty: many
    void classesChanged();
    void classesMoved(); // some went or have other places: labels that others hold are no longer theirs
    void lockedChanged(bool locked);
    void savedChanged(); // whether all is saved
    void recoveryChanged();
    void leftOut(const kinelens::ui::LabelsLeft& left); // of a kept file
    void failed(const kinelens::Error& error);

private:
    void open();
    void close();
    void takeKept(const KeptLabels& kept);
    void takeSaved(const Result<AnnotationDocument>& saved);
    void takeUnsaved(const Result<AnnotationDocument>& unsaved);
    void recover(const LabelLists& lists, const std::vector<std::string>& classNames);
    void endRecovery();
    FittedLabels fitted(const AnnotationDocument& kept, std::vector<std::string>& classNames) const;
    Result<void> mayEdit() const;
    void pushMany(const LabelLists& coming, const std::vector<std::string>& classNames, const QString& text);
    void pushClasses(const std::vector<std::string>& names, const QString& text);
    void replace(const LabelLists& lists);
    void set(const QString& sequence, IntervalList list);
    void insertClasses(std::size_t place, const std::vector<std::string>& names);
    void removeClasses(std::size_t place, std::size_t count);
    void touch(); // something is another than it was
    void autosave();
    AnnotationDocument document() const;

    DatasetService& datasets_;
    LabelStore store_;
    OpenDatasetPtr dataset_;
    std::vector<std::string> classNames_;
    LabelLists lists_;
    Annotations unknown_;                      // of recordings that the dataset lacks: saved with the others
    std::set<std::string> passing_;            // classes that are saved only if something is of them
    std::optional<LabelLists> beforeRecovery_; // what the recordings held that recovered edits changed
    bool locked_ = true;
    bool reading_ = false;
    qint64 revision_ = 0; // never the same again, unlike the place in the undo stack
    QUndoStack undo_;
    QTimer autosaveTimer_;
};

} // namespace kinelens::ui
