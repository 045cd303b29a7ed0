#include "ui/panels/checkpoint_form.h"

#include "ui/jobs/run_scanner.h"
#include "ui/panels/checkpoint_box.h"

#include <QComboBox>
#include <QFormLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kinelens::ui {

CheckpointForm::CheckpointForm(const std::vector<JobKind>& kinds, const QString& title, JobRunner& runner,
                               RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , kinds_(kinds)
    , checkpoint_(new CheckpointBox(scanner, this))
    , kind_(new QComboBox(this))
    , stack_(new QStackedWidget(this)) {
    for (const JobKind& kind : kinds_) {
        kind_->addItem(kind.title);
        auto* form = new JobForm(kind, runner, scanner.runsFolder(), stack_);
        connect(form, &JobForm::started, this, &CheckpointForm::started);
        forms_.push_back(form);
        stack_->addWidget(form);
    }
    build(title);
    connect(kind_, &QComboBox::currentIndexChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(kind_, &QComboBox::currentIndexChanged, this, &CheckpointForm::chooseKind);
    connect(checkpoint_, &CheckpointBox::changed, this, &CheckpointForm::refresh);
    chooseKind();
}

void CheckpointForm::setKind(int kind) {
    kind_->setCurrentIndex(kind);
}

// The checkpoints that the kind can begin with.
void CheckpointForm::chooseKind() {
    const JobKind& kind = kinds_[static_cast<std::size_t>(kind_->currentIndex())];
    checkpoint_->offer(kind.detector, kind.scratch);
    refresh();
}

void CheckpointForm::build(const QString& title) {
    kind_->setAccessibleName(title);
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    top->addRow(tr("Checkpoint"), checkpoint_);
    top->addRow(title, kind_);
    top->labelForField(kind_)->setMinimumWidth(JobForm::labelWidth(*this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(stack_, 1);
}

void CheckpointForm::setDataset(const QString& file, const QString& name, qint64 sequences) {
    for (JobForm* form : forms_) form->setDataset(file, name, sequences);
}

QString CheckpointForm::checkpoint() const {
    return checkpoint_->file();
}

void CheckpointForm::setCheckpoint(const QString& file) {
    checkpoint_->setFile(file);
}

void CheckpointForm::refresh() {
    const QString file = checkpoint();
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        forms_[i]->setArguments(file.isEmpty() ? QStringList()
                                               : QStringList{QStringLiteral("--checkpoint"), file});
        forms_[i]->setMissing(file.isEmpty() && !kinds_[i].scratch ? tr("Choose a checkpoint first")
                                                                   : QString());
    }
}

} // namespace kinelens::ui
