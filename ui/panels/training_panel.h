// TrainingPanel: the run that is shown, and the form for the next one.
#pragma once

#include "ui/panels/run_view.h"
#include "ui/panels/training_form.h"

class QSplitter;

namespace kinelens::ui {

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(JobRunner& runner, const QString& runs_folder, QWidget* parent = nullptr);

    void setDataset(const QString& file, const QString& name, qint64 sequences);
    void showRuns(const QStringList& folders) { view_->showRuns(folders); }
    RunView* view() const { return view_; }
    TrainingForm* form() const { return form_; }

signals:
    void runStarted(const QString& folder);

private:
    RunView* view_;
    TrainingForm* form_;
};

} // namespace kinelens::ui
