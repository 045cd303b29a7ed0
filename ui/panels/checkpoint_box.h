// CheckpointBox: chooses a checkpoint among those of the runs, newest first, or any file: encoders, or
// detectors.
#pragma once

#include <QWidget>
#include <vector>

class QComboBox;

namespace kinelens::ui {

class RunScanner;

struct CheckpointChoice {
    QString name; // "pretrain-0003, epoch 30", "detect-train-0001, fold-2"
    QString file;
    QString run; // its folder
    bool detector = false;
    bool operator==(const CheckpointChoice&) const = default;
};

class CheckpointBox : public QWidget {
    Q_OBJECT
public:
    explicit CheckpointBox(RunScanner& scanner, QWidget* parent = nullptr);

    // Which of them are listed, and whether none at all ("From scratch") is a choice too. At first: encoders.
    void offer(bool detectors, bool scratch);

    QString file() const; // empty: none is chosen
    void setFile(const QString& file);
    // Every checkpoint of the chosen one's run, oldest first.
    QStringList filesOfRun() const;

signals:
    void changed();

private:
    void listLater();
    void list();
    void chooseFile();

    RunScanner& scanner_;
    QString listed_; // what the list was made of
    std::vector<CheckpointChoice> choices_;
    bool detectors_ = false, scratch_ = false;
    QComboBox* box_;
};

} // namespace kinelens::ui
