// TrainingPanel: the run that is shown, and the form for the next one: beside each other, or where there is
// no room for that behind each other, with tabs.
#pragma once

#include "ui/forms/job_form.h"
#include "ui/train/run_view.h"

class QSplitter;
class QTabBar;

namespace kinelens::ui {

class ChosenRuns;

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(const FormParts& parts, ChosenRuns& chosen, QWidget* parent = nullptr);

    void showRuns(const QStringList& folders);
    RunView* view() const { return view_; }
    JobForm* form() const { return form_; }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    RunView* view_;
    JobForm* form_;
    QTabBar* tabs_;
    QSplitter* splitter_;
};

} // namespace kinelens::ui
