// EvaluationForm: which checkpoint is evaluated, and how: by a linear probe, by retrieval, or by fine-tuning.
#pragma once

#include "ui/panels/job_form.h"

class QStackedWidget;

namespace kinelens::ui {

class CheckpointBox;
class RunScanner;

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
    void refresh();

    CheckpointBox* checkpoint_;
    QComboBox* kind_;
    QStackedWidget* stack_;
    std::vector<JobForm*> forms_;
};

} // namespace kinelens::ui
