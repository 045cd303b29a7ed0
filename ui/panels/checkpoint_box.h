// CheckpointBox: chooses a checkpoint among those of the runs, newest first, or any file.
#pragma once

#include <QWidget>
#include <vector>

class QComboBox;

namespace kinelens::ui {

class RunScanner;

struct CheckpointChoice {
    QString name; // "pretrain-0003, epoch 30"
    QString file;
    QString run; // its folder
    bool operator==(const CheckpointChoice&) const = default;
};

class CheckpointBox : public QWidget {
    Q_OBJECT
public:
    explicit CheckpointBox(RunScanner& scanner, QWidget* parent = nullptr);

    QString file() const; // empty: none is chosen
    void setFile(const QString& file);
    // Every checkpoint of the chosen one's run, oldest first.
    QStringList filesOfRun() const;

signals:
    void changed();

private:
    void listLater();
    void list(const std::vector<CheckpointChoice>& choices);
    void chooseFile();

    RunScanner& scanner_;
    QString listed_; // what the list was made of
    std::vector<CheckpointChoice> choices_;
    QComboBox* box_;
};

} // namespace kinelens::ui
