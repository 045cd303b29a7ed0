// LabelDocument: the labelled intervals of the open dataset as a person edits them. The dataset itself is
// never changed: edits are kept in a file of their own, "<dataset>.labels.json" beside it (with the program's
// state where that folder is read-only), and are there again when the dataset is opened. What is not saved
// yet is kept every two seconds and comes back after a crash. Every edit can be undone.
#pragma once

#include "core/annotation/edits.h"
#include "core/annotation/json_format.h"
#include "ui/state/dataset_service.h"

#include <QFuture>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>
#include <map>

namespace kinelens::ui {

class LabelDocument : public QObject {
    Q_OBJECT
public:
    LabelDocument(DatasetService& datasets, QString stateFolder, QObject* parent = nullptr);
    ~LabelDocument() override;

    const std::vector<std::string>& classNames() const { return classNames_; }
    QString className(int label) const;  // "–" where unknown
    int classIndex(const QString& name); // added if it is new
    const IntervalList& intervals(const QString& sequence) const;
    std::int64_t frames(const QString& sequence) const;
    Annotations annotations() const; // of the sequences that hold intervals or were edited
    bool empty() const;              // no sequence holds an interval

    bool locked() const { return locked_; }
    void setLocked(bool locked);
    QUndoStack& undoStack() { return undo_; }

    // Errors: those of making the edit; invalid_argument while locked.
    Result<void> edit(const QString& sequence, Result<IntervalEdit> edit, const QString& text);
    // Replaces the intervals of every sequence in it that the dataset holds; how many those are. Errors:
    // invalid_argument (locked; an interval reaches beyond its sequence), not_found (it holds none).
    Result<int> take(const Annotations& annotations, const QString& text);

    QString file() const { return file_; }
    bool modified() const { return !undo_.isClean(); }
    void save(); // savedChanged() or failed() tells how it went

signals:
    void reset();                          // another dataset, or its labels were read
    void changed(const QString& sequence); // empty: many
    void classesChanged();
    void lockedChanged(bool locked);
    void savedChanged(); // whether all is saved
    void recovered();    // edits of a session that ended badly are back and can be undone
    void failed(const kinelens::Error& error);

private:
    friend class LabelEdit;
    using Lists = std::map<QString, IntervalList>;
    void open();
    void close();
    void readKept();
    Result<Lists> listsOf(const Annotations& annotations);
    void replace(const Lists& lists);
    void set(const QString& sequence, IntervalList list);
    void autosave();
    QFuture<Result<void>> write(const Path& place);
    AnnotationDocument document() const;

    DatasetService& datasets_;
    QString stateFolder_;
    OpenDatasetPtr dataset_;
    QString file_;
    std::vector<std::string> classNames_;
    Lists lists_;
    bool locked_ = true;
    int generation_ = 0;
    QUndoStack undo_;
    QTimer autosaveTimer_;
    QThreadPool writer_; // one thread: what is written last is what stays
};

} // namespace kinelens::ui
