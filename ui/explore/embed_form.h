// EmbedForm: what the next map is made of, and how: of a checkpoint's features on the open dataset, or of a
// features file; for one checkpoint, or for every one of its run, each map starting from the one before.
#pragma once

#include "ui/forms/job_form.h"
#include "ui/jobs/job_chain.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kinelens::ui {

class CheckpointBox;
class LabelledRows;

class EmbedForm : public QWidget {
    Q_OBJECT
public:
    explicit EmbedForm(const FormParts& parts, QWidget* parent = nullptr);

    void setCheckpoint(const QString& file);
    void setFeatures(const QString& file); // empty: of a checkpoint
    // What a map was made with, its features too, once more from where its points are: all of it is read from
    // the file, on another thread. When that run has started, the next one starts as usual again.
    void continueFrom(const QString& embedding, bool asIfNeverStopped);
    QJsonObject state() const;
    void restore(const QJsonObject& state);
    JobForm& job() { return *job_; }
    JobChain& chain() { return *chain_; }

signals:
    void started(const QString& folder);
    void changed(); // what state() says

private:
    void build();
    void refresh();
    void startAsUsual();
    void goOnAgain(); // the run that was to go on never began
    bool ofFile() const;
    QString missing() const;
    Result<void> checkPoints(const OptionValues& values) const;
    std::vector<JobRequest> jobsOf(const JobRequest& map) const;
    JobRequest featuresJob(const QString& checkpoint, const QString& folder) const;
    void chooseFile();

    FormParts parts_;
    QWidget* head_; // stands above the form
    QComboBox* source_;
    CheckpointBox* checkpoint_;
    QWidget* fileRow_;
    QLineEdit* file_;
    QCheckBox* every_;
    LabelledRows* top_ = nullptr;
    JobForm* job_;
    QString continued_;             // the embedding that the next run goes on from; empty: none
    QString goneOn_;                // the one that the latest run was to go on from
    OptionValue start_, startFrom_; // what the latest run was to start with
    JobChain* chain_;
};

} // namespace kinelens::ui
