#include "ui/panels/evaluation_form.h"

#include "core/experiment/checkpoint_info.h"
#include "ui/jobs/run_scanner.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

// Newest run first, newest checkpoint first.
std::vector<CheckpointChoice> checkpointsOf(const QStringList& runs) {
    std::vector<CheckpointChoice> choices;
    for (const QString& folder : runs) {
        const Path place = RunPaths{folder.toStdString()}.checkpoints();
        auto found = list_checkpoints(place);
        for (auto info = found.rbegin(); info != found.rend(); ++info)
            choices.push_back(
                {EvaluationForm::tr("%1, epoch %2").arg(QFileInfo(folder).fileName()).arg(info->epoch),
                 QString::fromStdString((place / info->file).string())});
    }
    return choices;
}

} // namespace

EvaluationForm::EvaluationForm(JobRunner& runner, RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , checkpoint_(new QComboBox(this))
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
    connect(checkpoint_, &QComboBox::currentIndexChanged, this, &EvaluationForm::refresh);
    connect(&scanner_, &RunScanner::changed, this, &EvaluationForm::listLater);
    listLater();
    refresh();
}

void EvaluationForm::build() {
    checkpoint_->setAccessibleName(tr("Checkpoint"));
    checkpoint_->setPlaceholderText(tr("none yet: pretrain first"));
    checkpoint_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    checkpoint_->setMinimumContentsLength(16);
    kind_->setAccessibleName(tr("Evaluation"));
    auto* other = new QToolButton(this);
    other->setText(QStringLiteral("…"));
    other->setToolTip(tr("Choose a checkpoint file, such as an imported one"));
    connect(other, &QToolButton::clicked, this, &EvaluationForm::chooseFile);
    auto* row = new QHBoxLayout;
    row->addWidget(checkpoint_, 1);
    row->addWidget(other);
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    top->addRow(tr("Checkpoint"), row);
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
    return checkpoint_->currentData().toString();
}

void EvaluationForm::setCheckpoint(const QString& file) {
    int place = checkpoint_->findData(file);
    if (place < 0) {
        checkpoint_->insertItem(0, QFileInfo(file).fileName(), file);
        place = 0;
    }
    checkpoint_->setCurrentIndex(place);
}

void EvaluationForm::chooseFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Choose a checkpoint"), {}, tr("Checkpoints (*.pt)"));
    if (!file.isEmpty()) setCheckpoint(file);
}

// The folders are looked through again only when a run or a checkpoint was added.
void EvaluationForm::listLater() {
    QStringList folders;
    QString made;
    for (const RunEntry& run : scanner_.runs()) {
        if (run.overview.checkpoints == 0) continue;
        folders << run.folder;
        made += QStringLiteral("%1:%2;").arg(run.folder).arg(run.overview.checkpoints);
    }
    if (made == listed_) return;
    listed_ = made;
    QtConcurrent::run([folders] {
        return checkpointsOf(folders);
    }).then(this, [this](const std::vector<CheckpointChoice>& choices) { list(choices); });
}

void EvaluationForm::list(const std::vector<CheckpointChoice>& choices) {
    const QString before = checkpoint();
    const QSignalBlocker quiet(checkpoint_);
    checkpoint_->clear();
    for (const CheckpointChoice& choice : choices) {
        checkpoint_->addItem(choice.name, choice.file);
        checkpoint_->setItemData(checkpoint_->count() - 1, choice.file, Qt::ToolTipRole);
    }
    if (!before.isEmpty())
        setCheckpoint(before);
    else
        checkpoint_->setCurrentIndex(choices.empty() ? -1 : 0);
    refresh();
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
