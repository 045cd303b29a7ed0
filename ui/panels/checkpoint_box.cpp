#include "ui/panels/checkpoint_box.h"

#include "core/experiment/checkpoint_info.h"
#include "ui/jobs/run_scanner.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QtConcurrent>
#include <algorithm>

namespace kinelens::ui {
namespace {

// Newest run first, newest checkpoint first.
std::vector<CheckpointChoice> checkpointsOf(const std::vector<std::pair<QString, bool>>& runs) {
    std::vector<CheckpointChoice> choices;
    for (const auto& [folder, detector] : runs) {
        const Path place = RunPaths{folder.toStdString()}.checkpoints();
        const QString run = QFileInfo(folder).fileName();
        auto found = list_checkpoints(place);
        for (auto info = found.rbegin(); info != found.rend(); ++info) {
            const QString file = QString::fromStdString(info->file);
            choices.push_back({detector
                                   ? QStringLiteral("%1, %2").arg(run, QFileInfo(file).completeBaseName())
                                   : CheckpointBox::tr("%1, epoch %2").arg(run).arg(info->epoch),
                               QString::fromStdString((place / info->file).string()), folder, detector});
        }
    }
    return choices;
}

} // namespace

CheckpointBox::CheckpointBox(RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , box_(new QComboBox(this)) {
    box_->setAccessibleName(tr("Checkpoint"));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(16);
    setFocusProxy(box_);
    auto* other = new QToolButton(this);
    other->setText(QStringLiteral("…"));
    other->setToolTip(tr("Choose a checkpoint file, such as an imported one"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box_, 1);
    layout->addWidget(other);
    connect(other, &QToolButton::clicked, this, &CheckpointBox::chooseFile);
    connect(box_, &QComboBox::currentIndexChanged, this, &CheckpointBox::changed);
    connect(&scanner_, &RunScanner::changed, this, &CheckpointBox::listLater);
    list();
    listLater();
}

QString CheckpointBox::file() const {
    return box_->currentData().toString();
}

void CheckpointBox::setFile(const QString& file) {
    int place = box_->findData(file);
    if (place < 0) {
        box_->insertItem(0, QFileInfo(file).fileName(), file);
        place = 0;
    }
    box_->setCurrentIndex(place);
}

QStringList CheckpointBox::filesOfRun() const {
    const auto chosen = std::ranges::find(choices_, file(), &CheckpointChoice::file);
    QStringList files;
    if (chosen == choices_.end()) return files;
    for (const CheckpointChoice& choice : choices_)
        if (choice.run == chosen->run) files.prepend(choice.file);
    return files;
}

void CheckpointBox::chooseFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Choose a checkpoint"), {}, tr("Checkpoints (*.pt)"));
    if (!file.isEmpty()) setFile(file);
}

void CheckpointBox::offer(bool detectors, bool scratch) {
    detectors_ = detectors;
    scratch_ = scratch;
    list();
}

// The folders are looked through again only when a run or a checkpoint was added.
void CheckpointBox::listLater() {
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

// One that was chosen stays, unless it is of the other sort.
void CheckpointBox::list() {
    const QString before = file();
    const auto known = std::ranges::find(choices_, before, &CheckpointChoice::file);
    const bool stays = !before.isEmpty() && (known == choices_.end() || known->detector == detectors_);
    {
        const QSignalBlocker quiet(box_);
        box_->clear();
        box_->setPlaceholderText(detectors_ ? tr("none yet: train a detector first")
                                            : tr("none yet: pretrain first"));
        if (scratch_) box_->addItem(tr("From scratch"), QString());
        for (const CheckpointChoice& choice : choices_) {
            if (choice.detector != detectors_) continue;
            box_->addItem(choice.name, choice.file);
            box_->setItemData(box_->count() - 1, choice.file, Qt::ToolTipRole);
        }
        const int newest = scratch_ && box_->count() > 1 ? 1 : 0;
        box_->setCurrentIndex(box_->count() == 0 ? -1 : newest);
        if (stays) setFile(before);
    }
    emit changed();
}

} // namespace kinelens::ui
