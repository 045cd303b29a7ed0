// CheckpointForm: jobs that begin with a checkpoint, one form a kind: which checkpoint, and what is done with
// it.
#pragma once

#include "ui/panels/job_form.h"

class QStackedWidget;

namespace kinelens::ui {

class CheckpointBox;
class RunScanner;

class CheckpointForm : public QWidget {
    Q_OBJECT
public:
    // `title`: what the kinds are kinds of.
    CheckpointForm(const std::vector<JobKind>& kinds, const QString& title, JobRunner& runner,
                   RunScanner& scanner, QWidget* parent = nullptr);

    void setDataset(const QString& file, const QString& name, qint64 sequences);
    void setCheckpoint(const QString& file);
    QString checkpoint() const;
    void setKind(int kind);
    JobForm& form(int kind) { return *forms_[static_cast<std::size_t>(kind)]; }

signals:
    void started(const QString& folder);

private:
    void build(const QString& title);
    void chooseKind();
    void refresh();

    std::vector<JobKind> kinds_;
    CheckpointBox* checkpoint_;
    QComboBox* kind_;
    QStackedWidget* stack_;
    std::vector<JobForm*> forms_;
};

} // namespace kinelens::ui
