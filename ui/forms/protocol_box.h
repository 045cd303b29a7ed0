// ProtocolBox: how a run divides the open dataset. Those that cannot divide it are grey and say why; what is
// typed may be any. Asked on another thread, as there may be 100,000 sequences and lists in files.
#pragma once

#include "core/preparation/protocol_fit.h"
#include "ui/background/latest.h"
#include "ui/state/current_dataset.h"

#include <QWidget>

class QLabel;

namespace kinelens::ui {

class ChoiceBox;

class ProtocolBox : public QWidget {
    Q_OBJECT
public:
    // Of the dataset that is open. optional: none means all sequences.
    ProtocolBox(const CurrentDataset& dataset, LearnsFrom from, bool optional, QWidget* parent = nullptr);

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

    const CurrentDataset& dataset_;
    LearnsFrom from_;
    bool optional_;
    Latest listing_{*this}, looking_{*this};
    OfferedProtocol offered_;
    ChoiceBox* box_;
    QLabel* note_;
};

} // namespace kinelens::ui
