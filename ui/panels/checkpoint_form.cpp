#include "ui/panels/checkpoint_form.h"

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
std::vector<CheckpointChoice> checkpointsOf(const std::vector<std::pair<QString, bool>>& runs) {
    std::vector<CheckpointChoice> choices;
    for (const auto& [folder, detector] : runs) {
        const Path place = RunPaths{folder.toStdString()}.checkpoints();
        const QString run = QFileInfo(folder).fileName();
        auto found = list_checkpoints(place);
        for (auto info = found.rbegin(); info != found.rend(); ++info)
            choices.push_back(
                {detector ? QStringLiteral("%1, %2").arg(
                                run, QFileInfo(QString::fromStdString(info->file)).completeBaseName())
                          : CheckpointForm::tr("%1, epoch %2").arg(run).arg(info->epoch),
                 QString::fromStdString((place / info->file).string()), detector});
    }
    return choices;
}

} // namespace

CheckpointForm::CheckpointForm(const std::vector<JobKind>& kinds, const QString& title, JobRunner& runner,
                               RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , kinds_(kinds)
    , checkpoint_(new QComboBox(this))
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
    connect(kind_, &QComboBox::currentIndexChanged, this, &CheckpointForm::list);
    connect(checkpoint_, &QComboBox::currentIndexChanged, this, &CheckpointForm::refresh);
    connect(&scanner_, &RunScanner::changed, this, &CheckpointForm::listLater);
    listLater();
    list();
}

void CheckpointForm::setKind(int kind) {
    kind_->setCurrentIndex(kind);
}

void CheckpointForm::build(const QString& title) {
    checkpoint_->setAccessibleName(tr("Checkpoint"));
    checkpoint_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    checkpoint_->setMinimumContentsLength(16);
    kind_->setAccessibleName(title);
    auto* other = new QToolButton(this);
    other->setText(QStringLiteral("…"));
    other->setToolTip(tr("Choose a checkpoint file, such as an imported one"));
    connect(other, &QToolButton::clicked, this, &CheckpointForm::chooseFile);
    auto* row = new QHBoxLayout;
    row->addWidget(checkpoint_, 1);
    row->addWidget(other);
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    top->addRow(tr("Checkpoint"), row);
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
    return checkpoint_->currentData().toString();
}

void CheckpointForm::setCheckpoint(const QString& file) {
    int place = checkpoint_->findData(file);
    if (place < 0) {
        checkpoint_->insertItem(0, QFileInfo(file).fileName(), file);
        place = 0;
    }
    checkpoint_->setCurrentIndex(place);
}

void CheckpointForm::chooseFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Choose a checkpoint"), {}, tr("Checkpoints (*.pt)"));
    if (!file.isEmpty()) setCheckpoint(file);
}

// The folders are looked through again only when a run or a checkpoint was added.
void CheckpointForm::listLater() {
    std::vector<std::pair<QString, bool>> runs;
    QString made;
    for (const RunEntry& run : scanner_.runs()) {
        if (run.overview.checkpoints == 0) continue;
        runs.emplace_back(run.folder, run.experiment.verb == "detect-train");
        made += QStringLiteral("%1:%2;").arg(run.folder).arg(run.overview.checkpoints);
    }
    if (made == listed_) return;
    listed_ = made;
    QtConcurrent::run([runs] {
        return checkpointsOf(runs);
    }).then(this, [this](const std::vector<CheckpointChoice>& choices) {
        choices_ = choices;
        list();
    });
}

// Those that the kind can begin with; one that was chosen stays.
void CheckpointForm::list() {
    const JobKind& kind = kinds_[static_cast<std::size_t>(kind_->currentIndex())];
    const QString before = checkpoint();
    const bool listedBefore =
        std::any_of(choices_.begin(), choices_.end(), [&](const auto& one) { return one.file == before; });
    const QSignalBlocker quiet(checkpoint_);
    checkpoint_->clear();
    checkpoint_->setPlaceholderText(kind.detector ? tr("none yet: train a detector first")
                                                  : tr("none yet: pretrain first"));
    if (kind.scratch) checkpoint_->addItem(tr("From scratch"), QString());
    for (const CheckpointChoice& choice : choices_) {
        if (choice.detector != kind.detector) continue;
        checkpoint_->addItem(choice.name, choice.file);
        checkpoint_->setItemData(checkpoint_->count() - 1, choice.file, Qt::ToolTipRole);
    }
    const int place = checkpoint_->findData(before);
    const int newest = kind.scratch && checkpoint_->count() > 1 ? 1 : 0;
    checkpoint_->setCurrentIndex(checkpoint_->count() == 0 ? -1 : newest);
    if (!before.isEmpty() && (place >= 0 || !listedBefore)) setCheckpoint(before);
    refresh();
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
