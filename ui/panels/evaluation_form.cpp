#include "ui/panels/evaluation_form.h"

#include "ui/jobs/run_scanner.h"
#include "ui/panels/checkpoint_box.h"

#include <QComboBox>
#include <QFormLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kinelens::ui {

EvaluationForm::EvaluationForm(JobRunner& runner, RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , checkpoint_(new CheckpointBox(scanner, this))
    , kind_(new QComboBox(this))
    , stack_(new QStackedWidget(this)) {
    for (const JobKind& kind : {probeKind(), retrievalKind(), finetuningKind()}) {
        kind_->addItem(kind.title);
        auto* form = new JobForm(kind, runner, scanner.runsFolder(), stack_);
        connect(form, &JobForm::started, this, &EvaluationForm::started);
        forms_.push_back(form);
        stack_->addWidget(form);
    }
    build();
    connect(kind_, &QComboBox::currentIndexChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(checkpoint_, &CheckpointBox::changed, this, &EvaluationForm::refresh);
    refresh();
}

void EvaluationForm::build() {
    kind_->setAccessibleName(tr("Evaluation"));
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    top->addRow(tr("Checkpoint"), checkpoint_);
    top->addRow(tr("Evaluation"), kind_);
    top->labelForField(kind_)->setMinimumWidth(JobForm::labelWidth(*this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(stack_, 1);
}

void EvaluationForm::setDataset(const QString& file, const QString& name, qint64 sequences) {
    for (JobForm* form : forms_) form->setDataset(file, name, sequences);
}

QString EvaluationForm::checkpoint() const {
    return checkpoint_->file();
}

void EvaluationForm::setCheckpoint(const QString& file) {
    checkpoint_->setFile(file);
}

void EvaluationForm::refresh() {
    for (JobForm* form : forms_) {
        form->setArguments(checkpoint().isEmpty()
                               ? QStringList()
                               : QStringList{QStringLiteral("--checkpoint"), checkpoint()});
        form->setMissing(checkpoint().isEmpty() ? tr("Choose a checkpoint first") : QString());
    }
}

} // namespace kinelens::ui
