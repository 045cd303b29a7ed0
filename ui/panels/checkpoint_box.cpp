#include "ui/panels/checkpoint_box.h"

#include "core/experiment/checkpoint_info.h"
#include "ui/jobs/run_scanner.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

std::vector<CheckpointChoice> checkpointsOf(const QStringList& runs) {
    std::vector<CheckpointChoice> choices;
    for (const QString& folder : runs) {
        const Path place = RunPaths{folder.toStdString()}.checkpoints();
        auto found = list_checkpoints(place);
        for (auto info = found.rbegin(); info != found.rend(); ++info)
            choices.push_back(
                {CheckpointBox::tr("%1, epoch %2").arg(QFileInfo(folder).fileName()).arg(info->epoch),
                 QString::fromStdString((place / info->file).string()), folder});
    }
    return choices;
}

} // namespace

CheckpointBox::CheckpointBox(RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , box_(new QComboBox(this)) {
    box_->setAccessibleName(tr("Checkpoint"));
    box_->setPlaceholderText(tr("none yet: pretrain first"));
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

// The folders are looked through again only when a run or a checkpoint was added.
void CheckpointBox::listLater() {
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

void CheckpointBox::list(const std::vector<CheckpointChoice>& choices) {
    const QString before = file();
    {
        const QSignalBlocker quiet(box_);
        choices_ = choices;
        box_->clear();
        for (const CheckpointChoice& choice : choices) {
            box_->addItem(choice.name, choice.file);
            box_->setItemData(box_->count() - 1, choice.file, Qt::ToolTipRole);
        }
        if (!before.isEmpty())
            setFile(before);
        else
            box_->setCurrentIndex(choices.empty() ? -1 : 0);
    }
    emit changed();
}

} // namespace kinelens::ui
