// ProtocolBox: how a run divides the open dataset. Those that cannot divide it are grey and say why; what is
// typed may be any. Asked on another thread, as there may be 100,000 sequences and lists in files.
#pragma once

#include "core/preparation/protocol_fit.h"
#include "ui/state/open_dataset.h"

#include <QWidget>

class QLabel;

namespace kinelens::ui {

class ChoiceBox;

class ProtocolBox : public QWidget {
    Q_OBJECT
public:
    // optional: none means all sequences.
    ProtocolBox(LearnsFrom from, bool optional, QWidget* parent = nullptr);

    void setDataset(const OpenDatasetPtr& dataset); // null: none is open
    QString text() const;
    void setText(const QString& protocol);

    QString reason() const; // why it cannot be used; empty: it can, or that is not known yet
    const Division& division() const { return offered_.division; } // no splits: not known yet

signals:
    void changed(); // the text
    void looked();  // what speaks against it is known, or no longer known

private:
    void list();
    void look();

    LearnsFrom from_;
    bool optional_;
    OpenDatasetPtr dataset_;
    OfferedProtocol offered_;
    ChoiceBox* box_;
    QLabel* note_;
};

} // namespace kinelens::ui
