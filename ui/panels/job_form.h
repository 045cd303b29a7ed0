// JobForm: what a new run of a verb is to be: dataset, preset, protocol and every option; the command it
// amounts to stands at the foot before anything is started.
#pragma once

#include "core/options/option_table.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>
#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace kinelens::ui {

class MessageBar;
class OptionForm;

// Which verb a form is for, and what it knows of it.
struct JobKind {
    QString verb;       // also the folder of its presets
    QString title;      // "Linear probe"
    QString start_text; // "Start pretraining"
    QString preset;     // chosen at first; empty: the defaults themselves
    QString protocol;   // at first; empty: the verb works without one
    const OptionTable& table;
    OptionValues defaults;
    std::function<Result<void>(const OptionValues&)> check; // rules that no field alone can tell
    bool splits = true;                                     // it takes a protocol
    QString output{}; // what it writes, below its run folder, where it must be told; ".": the folder itself
    bool detector = false; // works with a detector's checkpoint, not with an encoder's
    bool scratch = false;  // works without a checkpoint as well
};

JobKind pretrainingKind();
JobKind probeKind();
JobKind retrievalKind();
JobKind finetuningKind();
JobKind detectionKind();
JobKind detectionTrainingKind();
JobKind embeddingKind();

class JobForm : public QWidget {
    Q_OBJECT
public:
    JobForm(JobKind kind, JobRunner& runner, QString runs_folder, QWidget* parent = nullptr);

    // The dataset a run will use; an empty file means none is open.
    void setDataset(const QString& file, const QString& name, qint64 sequences);
    void setPreset(const QString& name);
    void setProtocol(const QString& protocol);
    void setOption(const std::string& key, const OptionValue& value);
    void setOptions(const OptionValues& values); // all of them, parallel to the kind's table
    void showError(const Error& error);

    // Words that every run of this form gets besides its options.
    void setArguments(const QStringList& arguments);
    // Whether the run reads the open dataset; without it none need be open.
    void setUsesData(bool on);
    // Why a run cannot be started yet; empty: it can.
    void setMissing(const QString& what);

    // Where one request stands for several jobs, one after the other: what they are, and what starts them.
    using Expand = std::function<std::vector<JobRequest>(const JobRequest&)>;
    using Launch = std::function<Result<void>(const std::vector<JobRequest>&)>;
    void setJobs(Expand expand, Launch launch);
    OptionValue option(const std::string& key) const; // as it stands in the form

    // How wide the labels at the top are, so that rows above the form stand in line with them.
    static int labelWidth(const QWidget& widget);

    // Starts the run as the Start button does; the folder, or the reason why not.
    Result<QString> startRun();

signals:
    void started(const QString& folder);
    void neverBegan(); // the process of the run that was started last ended before its run began

private:
    void build();
    QFormLayout* buildTop();
    void listPresets();
    void loadPreset();
    void refresh();
    QString missing() const;
    QString presetName() const; // empty: the defaults
    QString protocolText() const;
    Result<void> checked() const;
    JobRequest request() const;
    std::vector<JobRequest> jobs() const;

    JobKind kind_;
    JobRunner& runner_;
    QString runs_folder_;
    QString data_file_;
    QStringList arguments_;
    QString missing_;
    QString started_; // the folder of the latest run
    Expand expand_;
    Launch launch_;
    bool uses_data_ = true;
    QLabel* dataset_;
    QComboBox* preset_;
    QComboBox* protocol_;
    OptionForm* form_;
    MessageBar* message_;
    QPlainTextEdit* command_;
    QPushButton* start_;
};

} // namespace kinelens::ui
