// CheckpointBox: chooses a checkpoint among those of the runs, newest first, or any file: encoders, or
// detectors. Those that do not fit the open dataset are grey and say why.
#pragma once

#include "core/experiment/checkpoint_fit.h"
#include "ui/background/latest.h"
#include "ui/state/current_dataset.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace kinelens::ui {

class ChoiceBox;
struct Choice;
class RunScanner;

struct CheckpointChoice {
    QString name; // "pretrain-0003, epoch 30", "detect-train-0001, fold-2"
    QString file;
    QString run; // its folder; empty: a file of one's own
    Result<CheckpointInfo> info;
    bool detector() const { return info && info->verb == "detect-train"; }
};

class CheckpointBox : public QWidget {
    Q_OBJECT
public:
    // Those that do not fit the dataset that is open say so; while none is, any do.
    CheckpointBox(RunScanner& scanner, const CurrentDataset& dataset, QWidget* parent = nullptr);

    // What it is for, which says which of them are listed, and whether none at all ("From scratch") is a
    // choice too. At first: encoders. What was chosen for another use comes back with that.
    void offer(CheckpointUse use, bool scratch);

    QString file() const; // empty: none is chosen
    void setFile(const QString& file);
    QString reason() const; // why the chosen one cannot be used; empty: it can, or none is chosen
    std::optional<CheckpointInfo> info() const; // of the chosen one; nothing where it is not known yet
    // Every checkpoint of the chosen one's run, oldest first.
    QStringList filesOfRun() const;

    // The person's own choices, for each kind of list.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

signals:
    void changed();

private:
    void listLater();
    void list();
    void proposeNewest();
    void chooseFile();
    void remember();
    Choice ownChoice(const QString& file) const;
    QString reasonOf(const CheckpointChoice& choice) const;
    bool detectors() const { return use_ == CheckpointUse::detect; }

    RunScanner& scanner_;
    QString listed_;                        // what the list was made of
    std::vector<CheckpointChoice> choices_; // of the runs
    std::vector<CheckpointChoice> own_;     // files of one's own
    const CurrentDataset& dataset_;
    Latest listing_{*this};
    CheckpointUse use_ = CheckpointUse::encode;
    bool scratch_ = false;
    QString kept_[3]; // by use; null: nobody chose
    ChoiceBox* box_;
};

} // namespace kinelens::ui
