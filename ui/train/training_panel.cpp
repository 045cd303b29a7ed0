#include "ui/train/training_panel.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace kinelens::ui {

TrainingPanel::TrainingPanel(JobRunner& runner, const QString& runs_folder, QWidget* parent)
    : QWidget(parent)
    , view_(new RunView(runner, this))
    , form_(new JobForm(pretrainingKind(), runner, runs_folder, this)) {
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
    connect(form_, &JobForm::started, this, [this](const QString& folder) {
        view_->showRuns({folder});
        emit runStarted(folder);
    });
}

void TrainingPanel::setDataset(const OpenDatasetPtr& dataset) {
    form_->setDataset(dataset);
}

} // namespace kinelens::ui
