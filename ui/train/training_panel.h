// TrainingPanel: the run that is shown, and the form for the next one.
#pragma once

#include "ui/forms/job_form.h"
#include "ui/train/run_view.h"

class QSplitter;

namespace kinelens::ui {

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(JobRunner& runner, const QString& runs_folder, QWidget* parent = nullptr);

    void setDataset(const OpenDatasetPtr& dataset);
    void showRuns(const QStringList& folders) { view_->showRuns(folders); }
    RunView* view() const { return view_; }
    JobForm* form() const { return form_; }

signals:
    void runStarted(const QString& folder);

private:
    RunView* view_;
    JobForm* form_;
};

} // namespace kinelens::ui
