#include "ui/forms/checkpoint_box.h"

#include "ui/background/when_done.h"
#include "ui/forms/choice_box.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/error_sentences.h"
#include "ui/state/checkpoint_title.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QToolButton>
#include <QtConcurrent>
#include <algorithm>

namespace kinelens::ui {
namespace {

// Newest run first, newest checkpoint first.
std::vector<CheckpointChoice> checkpointsOf(const QStringList& runs) {
    std::vector<CheckpointChoice> choices;
    for (const QString& folder : runs) {
        const Path place = RunPaths{folder.toStdString()}.checkpoints();
        const QString run = QFileInfo(folder).fileName();
        auto found = list_checkpoints(place);
        for (auto info = found.rbegin(); info != found.rend(); ++info) {
            const QString name = QFileInfo(QString::fromStdString(info->file)).completeBaseName();
            choices.push_back({info->verb == "detect-train"
                                   ? QStringLiteral("%1, %2").arg(run, checkpointTitle(name))
                                   : CheckpointBox::tr("%1, epoch %2").arg(run).arg(info->epoch),
                               QString::fromStdString((place / info->file).string()), folder, *info});
        }
    }
    return choices;
}

const char* nameOf(CheckpointUse use) {
    if (use == CheckpointUse::detect) return "detect";
    return use == CheckpointUse::encode ? "encode" : "begin";
}

constexpr CheckpointUse uses[]{CheckpointUse::encode, CheckpointUse::begin_detector, CheckpointUse::detect};

} // namespace

CheckpointBox::CheckpointBox(RunScanner& scanner, const CurrentDataset& dataset, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , dataset_(dataset)
    , box_(new ChoiceBox(this)) {
    box_->setAccessibleName(tr("Checkpoint"));
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
    connect(box_, &QComboBox::activated, this, &CheckpointBox::remember);
    connect(&scanner_, &RunScanner::changed, this, &CheckpointBox::listLater);
    connect(&dataset_, &CurrentDataset::changed, this, &CheckpointBox::list);
    list();
    listLater();
}

QString CheckpointBox::file() const {
    return box_->currentData().toString();
}

QString CheckpointBox::reason() const {
    return file().isEmpty() ? QString() : box_->reason();
}

std::optional<CheckpointInfo> CheckpointBox::info() const {
    for (const auto* list : {&choices_, &own_})
        if (const auto found = std::ranges::find(*list, file(), &CheckpointChoice::file);
            found != list->end() && found->info)
            return *found->info;
    return std::nullopt;
}

// A file of one's own is listed with the runs'; its sidecar is read on another thread.
void CheckpointBox::setFile(const QString& file) {
    kept_[static_cast<int>(use_)] = file.isEmpty() ? QStringLiteral("") : file;
    const auto isIt = [&](const CheckpointChoice& choice) { return choice.file == file; };
    if (file.isEmpty() || std::ranges::any_of(choices_, isIt) || std::ranges::any_of(own_, isIt))
        return list();
    own_.push_back({QFileInfo(file).fileName(), file, {}, CheckpointInfo{}});
    list();
    whenDone(QtConcurrent::run([file] { return read_checkpoint_info(file.toStdString()); }), this,
             [this, file](const Result<CheckpointInfo>& info) {
                 std::ranges::find(own_, file, &CheckpointChoice::file)->info = info;
                 list();
             });
}

void CheckpointBox::remember() {
    kept_[static_cast<int>(use_)] = file().isEmpty() ? QStringLiteral("") : file();
    emit changed();
}

QJsonObject CheckpointBox::state() const {
    QJsonObject state;
    for (const CheckpointUse use : uses)
        if (const QString& kept = kept_[static_cast<int>(use)]; !kept.isNull())
            state[QLatin1String(nameOf(use))] = kept;
    return state;
}

void CheckpointBox::restore(const QJsonObject& state) {
    const CheckpointUse shown = use_;
    for (const CheckpointUse use : uses) {
        const QJsonValue kept = state[QLatin1String(nameOf(use))];
        if (!kept.isString()) continue;
        use_ = use;
        setFile(kept.toString());
    }
    use_ = shown;
    list();
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

void CheckpointBox::offer(CheckpointUse use, bool scratch) {
    const bool other = use != use_;
    use_ = use;
    scratch_ = scratch;
    if (other) box_->forget();
    list();
}

// The folders are looked through again only when a run or a checkpoint was added.
void CheckpointBox::listLater() {
    QStringList runs;
    QString made;
    for (const RunEntry& run : scanner_.runs()) {
        if (run.overview.checkpoints == 0) continue;
        runs << run.folder;
        made += QStringLiteral("%1:%2;").arg(run.folder).arg(run.overview.checkpoints);
    }
    if (made == listed_) return;
    listed_ = made;
    listing_.ask(QtConcurrent::run([runs] { return checkpointsOf(runs); }),
                 [this](const std::vector<CheckpointChoice>& choices) {
                     choices_ = choices;
                     list();
                 });
}

QString CheckpointBox::reasonOf(const CheckpointChoice& choice) const {
    if (!choice.info) return errorSentence(choice.info.error());
    const OpenDatasetPtr open = dataset_.dataset();
    if (!open || choice.info->layout.joint_count() == 0) return {}; // not known yet
    const auto fits = check_checkpoint(*choice.info, open->info, open->info.name, use_);
    return fits ? QString() : errorSentence(fits.error());
}

// Not, or no longer, among those of the runs.
Choice CheckpointBox::ownChoice(const QString& file) const {
    const auto own = std::ranges::find(own_, file, &CheckpointChoice::file);
    if (own != own_.end()) return {own->name, file, file, reasonOf(*own)};
    const QString name = QFileInfo(file).fileName();
    return {name, file, file, tr("%1 is not there any more.").arg(name)};
}

// Nobody chose: of the checkpoints that can be used, the first in the list.
void CheckpointBox::proposeNewest() {
    for (int i = 0; i < box_->count(); ++i)
        if (!box_->itemData(i).toString().isEmpty() && box_->reasonOf(i).isEmpty())
            return box_->setCurrentIndex(i);
}

void CheckpointBox::list() {
    box_->setPlaceholderText(detectors() ? tr("none yet: train a detector first")
                                         : tr("none yet: pretrain first"));
    const QString& kept = kept_[static_cast<int>(use_)];
    std::vector<Choice> choices;
    if (scratch_) choices.push_back({tr("From scratch"), QString()});
    bool listed = kept.isEmpty();
    for (const CheckpointChoice& choice : choices_)
        if (choice.detector() == detectors() || choice.file == kept) {
            listed = listed || choice.file == kept;
            choices.push_back({choice.name, choice.file, choice.file, reasonOf(choice)});
        }
    if (!listed) choices.push_back(ownChoice(kept));
    {
        const QSignalBlocker quiet(box_);
        box_->setChoices(choices);
        if (kept.isNull() && !file().isEmpty()) proposeNewest();
        if (!kept.isNull()) box_->choose(kept.isEmpty() ? QVariant(QString()) : QVariant(kept));
    }
    emit changed();
}

} // namespace kinelens::ui
