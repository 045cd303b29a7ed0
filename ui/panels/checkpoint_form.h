// EvaluationForm: which checkpoint is evaluated, and how: by a linear probe, by retrieval, or by fine-tuning.
#pragma once

#include "ui/panels/job_form.h"

#include <QPair>

class QStackedWidget;

namespace kinelens::ui {

class RunScanner;

struct CheckpointChoice {
    QString name; // "pretrain-0003, epoch 30"
    QString file;
    bool operator==(const CheckpointChoice&) const = default;
};

class EvaluationForm : public QWidget {
    Q_OBJECT
public:
    EvaluationForm(JobRunner& runner, RunScanner& scanner, QWidget* parent = nullptr);

    void setDataset(const QString& file, const QString& name, qint64 sequences);
    void setCheckpoint(const QString& file);
    QString checkpoint() const;
    JobForm& form(int kind) { return *forms_[static_cast<std::size_t>(kind)]; }

signals:
    void started(const QString& folder);

private:
    void build();
    void listLater();
    void list(const std::vector<CheckpointChoice>& choices);
    void chooseFile();
    void refresh();

    RunScanner& scanner_;
    QString listed_; // what the list was made of
    QComboBox* checkpoint_;
    QComboBox* kind_;
    QStackedWidget* stack_;
    std::vector<JobForm*> forms_;
};

} // namespace kinelens::ui
