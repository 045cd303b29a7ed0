// TrainingPanel: the run that is shown, and the form for the next one.
#pragma once

#include "ui/forms/job_form.h"
#include "ui/train/run_view.h"

class QSplitter;

namespace kinelens::ui {

class ChosenRuns;

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(const FormParts& parts, ChosenRuns& chosen, QWidget* parent = nullptr);

    void showRuns(const QStringList& folders) { view_->showRuns(folders); }
    RunView* view() const { return view_; }
    JobForm* form() const { return form_; }

private:
    RunView* view_;
    JobForm* form_;
};

} // namespace kinelens::ui
