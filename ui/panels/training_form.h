// TrainingForm: what a new pretraining is to be: dataset, preset, protocol and every option; the command it
// amounts to stands at the foot before anything is started.
#pragma once

#include "ui/jobs/job_runner.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kinelens::ui {

class MessageBar;
class OptionForm;

class TrainingForm : public QWidget {
    Q_OBJECT
public:
    TrainingForm(JobRunner& runner, QString runs_folder, QWidget* parent = nullptr);

    // The dataset a run will use; an empty file means none is open.
    void setDataset(const QString& file, const QString& name, qint64 sequences);
    void setPreset(const QString& name);
    void setOption(const std::string& key, const OptionValue& value);

    // Starts the run as the Start button does; the folder, or the reason why not.
    Result<QString> startRun();

signals:
    void started(const QString& folder);

private:
    void build();
    void loadPreset();
    void refresh();
    JobRequest request() const;

    JobRunner& runner_;
    QString runs_folder_;
    QString data_file_;
    QLabel* dataset_;
    QComboBox* preset_;
    QComboBox* protocol_;
    OptionForm* form_;
    MessageBar* message_;
    QPlainTextEdit* command_;
    QPushButton* start_;
};

} // namespace kinelens::ui
