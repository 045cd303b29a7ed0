// LabelStore: the files of a dataset's labels: what is saved, "<dataset>.labels.json" beside it (with the
// program's state where that folder is read-only), and what is not saved yet. One thread reads and writes
// them, in the order that was asked for.
#pragma once

#include "ui/background/latest.h"
#include "ui/state/kept_labels.h"
#include "ui/state/open_dataset.h"

#include <QObject>
#include <QThreadPool>

namespace kinelens::ui {

class LabelStore : public QObject {
    Q_OBJECT
public:
    explicit LabelStore(QString stateFolder, QObject* parent = nullptr);
    ~LabelStore() override; // waits for what is being written

    void open(const OpenDataset& dataset); // found() tells what was kept of its labels
    void close();
    const QString& file() const { return file_; } // empty: no dataset is open

    // Not all of that file was taken over: a copy stays beside it when it is written over.
    void preserveSaved(bool on) { preserveSaved_ = on; }
    void preserveUnsaved(bool on) { preserveUnsaved_ = on; }

    // What is not saved yet; nothing: all is. Failing to keep it is no reason to disturb: saving itself will
    // say why it cannot.
    void keep(const std::optional<AnnotationDocument>& unsaved);
    // `done` is told whether it was written, unless another dataset is open by then; failed() tells why not.
    void save(const AnnotationDocument& document, std::function<void(bool written)> done);

signals:
    void found(const kinelens::ui::KeptLabels& kept);
    void failed(const kinelens::Error& error);

private:
    QString stateFolder_;
    QString file_;
    bool preserveSaved_ = false, preserveUnsaved_ = false;
    int opened_ = 0; // datasets so far: what is told of an earlier one changes nothing
    Latest reading_{*this};
    QThreadPool writer_; // one thread: what is written last is what stays
};

} // namespace kinelens::ui
