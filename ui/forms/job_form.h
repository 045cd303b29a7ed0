// JobForm: what a new run of a verb is to be: dataset, preset, protocol and every option, which scroll, with
// the command it amounts to. Below them stand Start and, as long as it cannot start, the reason.
#pragma once

#include "core/experiment/checkpoint_fit.h"
#include "core/options/option_info.h"
#include "core/preparation/protocol_fit.h"
#include "ui/forms/form_parts.h"
#include "ui/jobs/job_runner.h"
#include "ui/state/open_dataset.h"

#include <QJsonObject>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kinelens::ui {

class CommandBox;
class LabelledRows;
class MessageBar;
class OptionForm;
class PresetBox;
class ProtocolBox;
class RunScanner;
class StartedRun;

// Which verb a form is for, and what it knows of it: in words, what core/options/verb_descriptions.h says.
struct JobKind {
    QString verb;       // also the folder of its presets
    QString title;      // "Linear probe"
    QString start_text; // "Start pretraining"
    QString preset;     // chosen at first; empty: the defaults themselves
    QString protocol;   // at first; empty: the verb works without one
    const OptionTable& table;
    OptionValues defaults;
    std::function<Result<void>(const OptionValues&)> check{}; // rules that no field alone can tell
    bool splits = true;                                       // it takes a protocol
    QString output{}; // what it writes, below its run folder, where it must be told; ".": the folder itself
    LearnsFrom from = LearnsFrom::sequences; // what a protocol is to leave on both sides
    CheckpointUse use = CheckpointUse::encode;
    bool scratch = false; // works without a checkpoint as well
    // What these options ask of the dataset besides.
    std::function<Result<void>(const OptionValues&, const Division&, const OpenDataset&)> fits{};
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
    // Its runs use the dataset that is open.
    JobForm(JobKind kind, const FormParts& parts, QWidget* parent = nullptr);

    PresetBox& preset() { return *preset_; }
    void setOption(const std::string& key, const OptionValue& value);
    void setOptions(const OptionValues& values); // all of them, parallel to the kind's table
    void showError(const Error& error);

    // Words that every run of this form gets besides its options.
    void setArguments(const QStringList& arguments);
    // Whether the run reads the open dataset; without it none need be open.
    void setUsesData(bool on);
    // Why a run cannot be started yet; empty: it can.
    void setMissing(const QString& what);
    // A rule of whoever holds the form; asked whenever an option changes.
    void setRule(std::function<Result<void>(const OptionValues&)> rule);
    // Stands above the form and scrolls with it.
    void setHead(QWidget* head);
    // Why Start cannot be pressed; empty: it can.
    QString obstacle() const;

    // Preset, protocol and the options that differ from the preset.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

    // Where one request stands for several jobs, one after the other: what they are, and what starts them.
    using Expand = std::function<std::vector<JobRequest>(const JobRequest&)>;
    using Launch = std::function<Result<void>(const std::vector<JobRequest>&)>;
    void setJobs(Expand expand, Launch launch);
    OptionValue option(const std::string& key) const; // as it stands in the form

    // How wide the labels at the top are, so that rows above the form stand in line with them.
    static int labelWidth(const QWidget& widget);

    // What does not fit is scrolled to inside: no width asks for a height, neither of this nor of what holds
    // it. (A stack of pages asks for the height of all of them otherwise, of those behind as well.)
    bool hasHeightForWidth() const override { return false; }

    // Whether somebody beside the form says why that run did not start: one error is told in one place.
    void setToldElsewhere(std::function<bool(const QString& folder)> told);
    // How the run that was started last goes is told beside the button; for forms whose panel shows no runs.
    void lookAtRun(const RunScanner& scanner);

    // Starts the run as the Start button does; the folder, or the reason why not.
    Result<QString> startRun();

signals:
    void started(const QString& folder);
    void changed();    // what state() says
    void neverBegan(); // the process of the run that was started last ended before its run began

private:
    void build();
    QWidget* buildBody();
    QWidget* buildFoot();
    LabelledRows* buildTop();
    void loadPreset();
    void showDataset();
    void refresh();
    void tellNotStarted(const Error& error);
    QString protocolText() const;
    Result<void> checked() const;
    JobRequest request() const;
    std::vector<JobRequest> jobs() const;

    JobKind kind_;
    FormParts parts_;
    std::function<Result<void>(const OptionValues&)> rule_;
    QStringList arguments_;
    QString missing_;
    QString started_; // the folder of the latest run
    Expand expand_;
    Launch launch_;
    std::function<bool(const QString& folder)> toldElsewhere_;
    bool uses_data_ = true;
    QLabel* dataset_;
    PresetBox* preset_;
    ProtocolBox* protocol_; // null: the verb takes none
    OptionForm* form_;
    QVBoxLayout* body_ = nullptr;
    MessageBar* message_;
    CommandBox* command_;
    QLabel* reason_;
    StartedRun* run_;
    QPushButton* start_;
};

} // namespace kinelens::ui
