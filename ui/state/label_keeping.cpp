// How labels are kept between sessions: saved, kept from being lost, and taken over again.
#include "ui/state/label_document.h"

#include "ui/background/when_done.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

bool removeAutosaved(const Path& file, bool keepOld) {
    const Path place = autosave_file(file);
    if (keepOld && !keep_beside(place)) return false;
    std::error_code failed;
    std::filesystem::remove(place, failed);
    return !failed;
}

} // namespace

void LabelDocument::readKept() {
    const Path file = file_.toStdString();
    whenDone(QtConcurrent::run(&writer_, [file] { return readKeptLabels(file); }), this,
             [this, generation = generation_](const KeptLabels& kept) {
                 if (generation != generation_) return;
                 reading_ = false;
                 if (kept.saved) takeSaved(*kept.saved);
                 if (kept.unsaved) takeUnsaved(*kept.unsaved);
             });
}

void LabelDocument::takeSaved(const Result<AnnotationDocument>& saved) {
    keepSaved_ = true;
    if (!saved) return void(emit failed(saved.error()));
    const FittedLabels labels = fitted(*saved, classNames_);
    keepSaved_ = labels.left.beyond > 0;
    addSequences(unknown_, labels.unknown);
    for (const auto& [name, list] : labels.lists) lists_[name] = list;
    for (const std::string& name : saved->annotations.class_names) passing_.erase(name);
    emit classesChanged();
    emit changed({});
    emit reset();
    if (!labels.left.nothing()) emit leftOut(labels.left);
}

void LabelDocument::takeUnsaved(const Result<AnnotationDocument>& unsaved) {
    keepUnsaved_ = true;
    if (!unsaved) return void(emit failed(unsaved.error()));
    std::vector<std::string> classNames = classNames_;
    const FittedLabels labels = fitted(*unsaved, classNames);
    keepUnsaved_ = labels.left.beyond > 0;
    addSequences(unknown_, labels.unknown);
    recover(labels.lists, classNames);
    if (!labels.left.nothing()) emit leftOut(labels.left);
}

// Of what was kept only what differs from what is saved: nothing else was unsaved.
void LabelDocument::recover(const LabelLists& kept, const std::vector<std::string>& classNames) {
    LabelLists before;
    for (const auto& [name, list] : kept)
        if (list != intervals(name)) before[name] = intervals(name);
    if (before.empty()) return autosaveTimer_.start(); // it goes, as there is nothing unsaved
    if (classNames.size() > classNames_.size()) {
        passing_.insert(classNames.begin() + std::ssize(classNames_), classNames.end());
        classNames_ = classNames;
        emit classesChanged();
    }
    for (const auto& [name, list] : before) lists_[name] = kept.at(name);
    beforeRecovery_ = std::move(before);
    undo_.resetClean(); // no step leads to what is saved
    touch();
    emit changed({});
    emit recoveryChanged();
}

void LabelDocument::endRecovery() {
    if (!beforeRecovery_) return;
    beforeRecovery_.reset();
    emit recoveryChanged();
}

void LabelDocument::dropRecovered() {
    if (!beforeRecovery_ || !ready()) return;
    const bool untouched = !undo_.canUndo();
    pushMany(*beforeRecovery_, classNames_,
             tr("Dropped the recovered labels") + QLatin1Char('\n') + tr("Drop the recovered labels"));
    if (untouched) undo_.setClean(); // what the file holds
    endRecovery();
}

FittedLabels LabelDocument::fitted(const AnnotationDocument& kept,
                                   std::vector<std::string>& classNames) const {
    FittedLabels labels =
        fitLabels(kept, classNames, [this](const QString& sequence) { return frames(sequence); });
    labels.left.file = QFileInfo(file_).fileName();
    labels.left.otherData =
        !kept.origin.data_hash.empty() && kept.origin.data_hash != dataset_->info.content_hash;
    return labels;
}

kinelens::AnnotationDocument LabelDocument::document() const {
    Annotations all = annotations();
    addSequences(all, unknown_);
    dropUnused(all, passing_);
    return {std::move(all), {dataset_->file.toStdString(), dataset_->info.content_hash}};
}

// Failing to keep a copy is no reason to disturb: saving itself will say why it cannot. What was undone must
// not come back as something to recover.
void LabelDocument::autosave() {
    if (!ready()) return;
    const bool keepOld = std::exchange(keepUnsaved_, false);
    const auto what = modified() ? std::optional(document()) : std::nullopt;
    whenDone(QtConcurrent::run(&writer_,
                               [file = Path(file_.toStdString()), keepOld, what] {
                                   if (!what) return removeAutosaved(file, keepOld);
                                   const Path place = autosave_file(file);
                                   return (!keepOld || keep_beside(place)) && save_annotations(place, *what);
                               }),
             this, [this, keepOld, generation = generation_](bool done) {
                 if (!done && generation == generation_) keepUnsaved_ = keepOld;
             });
}

void LabelDocument::save() {
    if (!ready()) return;
    autosaveTimer_.stop();
    undo_.resetClean(); // the file holds another state from now on
    const bool keepSaved = std::exchange(keepSaved_, false);
    const bool keepUnsaved = std::exchange(keepUnsaved_, false);
    whenDone(QtConcurrent::run(&writer_,
                               [file = Path(file_.toStdString()), keepSaved, keepUnsaved,
                                what = document()]() -> Result<void> {
                                   if (keepSaved) KINELENS_CHECK(keep_beside(file));
                                   KINELENS_CHECK(save_annotations(file, what));
                                   removeAutosaved(file, keepUnsaved);
                                   return {};
                               }),
             this, [=, this, at = revision_, generation = generation_](const Result<void>& written) {
                 if (!written) emit failed(written.error());
                 if (generation != generation_) return;
                 if (!written) keepSaved_ = keepSaved;
                 if (!written) keepUnsaved_ = keepUnsaved;
                 if (!written || revision_ != at) return autosaveTimer_.start();
                 undo_.setClean();
                 endRecovery();
                 emit savedChanged();
             });
}

} // namespace kinelens::ui
