#include "ui/train/training_panel.h"

#include "ui/state/chosen_runs.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace kinelens::ui {

TrainingPanel::TrainingPanel(const FormParts& parts, ChosenRuns& chosen, QWidget* parent)
    : QWidget(parent)
    , view_(new RunView(parts.runner, this))
    , form_(new JobForm(pretrainingKind(), parts, this)) {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(view_);
    splitter->addWidget(form_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({700, 340});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&chosen, &ChosenRuns::chosen, this, &TrainingPanel::showRuns);
    connect(view_, &RunView::coloursChanged, &chosen, &ChosenRuns::setColours);
    // One error is told in one place: by the run's own view, where that is shown.
    form_->setToldElsewhere([this](const QString& folder) { return view_->shownRuns().value(0) == folder; });
    connect(form_, &JobForm::started, this, [this, &chosen](const QString& folder) {
        view_->showRuns({folder});
        chosen.want(folder);
    });
}

} // namespace kinelens::ui
