#include "ui/state/label_document.h"

#include <QFileInfo>
#include <algorithm>

namespace kinelens::ui {
namespace {

class LabelStep : public QUndoCommand {
public:
    using Act = std::function<void()>;
    LabelStep(const QString& text, Act undo, Act redo)
        : QUndoCommand(text)
        , undo_(std::move(undo))
        , redo_(std::move(redo)) {}
    void undo() override { undo_(); }
    void redo() override { redo_(); }

private:
    Act undo_, redo_;
};

} // namespace

LabelDocument::LabelDocument(DatasetService& datasets, QString stateFolder, QObject* parent)
    : QObject(parent)
    , datasets_(datasets)
    , store_(std::move(stateFolder)) {
    autosaveTimer_.setSingleShot(true);
    autosaveTimer_.setInterval(2000);
    connect(&autosaveTimer_, &QTimer::timeout, this, &LabelDocument::autosave);
    connect(&undo_, &QUndoStack::cleanChanged, this, &LabelDocument::savedChanged);
    connect(&store_, &LabelStore::found, this, &LabelDocument::takeKept);
    connect(&store_, &LabelStore::failed, this, &LabelDocument::failed);
    connect(&datasets_, &DatasetService::opened, this, &LabelDocument::open);
    connect(&datasets_, &DatasetService::closed, this, &LabelDocument::close);
}

LabelDocument::~LabelDocument() {
    if (autosaveTimer_.isActive()) autosave();
}

void LabelDocument::open() {
    dataset_ = datasets_.dataset();
    classNames_ = dataset_->info.class_names;
    for (const Interval& interval : dataset_->intervals) {
        if (interval.source == "prediction") continue;
        const auto& name = dataset_->sequences[static_cast<std::size_t>(interval.sequence)].name;
        IntervalList& list = lists_[QString::fromStdString(name)];
        list.push_back(interval);
        list.back().sequence = 0;
    }
    for (auto& [name, list] : lists_) sort_intervals(list);
    reading_ = true;
    emit reset();
    store_.open(*dataset_);
}

void LabelDocument::close() {
    if (autosaveTimer_.isActive()) autosave();
    autosaveTimer_.stop();
    store_.close();
    dataset_.reset();
    classNames_.clear();
    lists_.clear();
    unknown_ = {};
    passing_.clear();
    endRecovery();
    reading_ = false;
    undo_.clear();
    setLocked(true);
    emit reset();
}

// As one step: the classes that are not known yet, and the lists of these sequences.
void LabelDocument::pushMany(const LabelLists& coming, const std::vector<std::string>& classNames,
                             const QString& text) {
    LabelLists after = lists_;
    for (const auto& [name, list] : coming) after[name] = list;
    const auto known = static_cast<std::ptrdiff_t>(classNames_.size());
    undo_.beginMacro(text);
    if (std::ssize(classNames) > known) pushClasses({classNames.begin() + known, classNames.end()}, text);
    undo_.push(new LabelStep(
        {}, [this, before = lists_] { replace(before); },
        [this, after = std::move(after)] { replace(after); }));
    undo_.endMacro();
}

// Edits before it know no class behind their place, so whatever came there since moves.
void LabelDocument::pushClasses(const std::vector<std::string>& names, const QString& text) {
    const std::size_t place = classNames_.size();
    undo_.push(new LabelStep(
        text, [this, place, count = names.size()] { removeClasses(place, count); },
        [this, place, names] { insertClasses(place, names); }));
}

void LabelDocument::replace(const LabelLists& lists) {
    lists_ = lists;
    touch();
    emit changed({});
}

void LabelDocument::touch() {
    ++revision_;
    if (dataset_) autosaveTimer_.start();
}

void LabelDocument::set(const QString& sequence, IntervalList list) {
    lists_[sequence] = std::move(list);
    touch();
    emit changed(sequence);
}

// One of these names that came meanwhile, behind the place, becomes the one that is put back.
void LabelDocument::insertClasses(std::size_t place, const std::vector<std::string>& names) {
    const bool atEnd = place == classNames_.size();
    for (const std::string& name : names) std::erase(classNames_, name);
    place = std::min(place, classNames_.size());
    classNames_.insert(classNames_.begin() + static_cast<std::ptrdiff_t>(place), names.begin(), names.end());
    touch();
    emit classesChanged();
    if (!atEnd) emit classesMoved();
}

void LabelDocument::removeClasses(std::size_t place, std::size_t count) {
    const auto first = classNames_.begin() + static_cast<std::ptrdiff_t>(place);
    classNames_.erase(first, first + static_cast<std::ptrdiff_t>(count));
    touch();
    emit classesChanged();
    emit classesMoved();
}

QString LabelDocument::className(int label) const {
    const auto index = static_cast<std::size_t>(label);
    return label >= 0 && index < classNames_.size() ? QString::fromStdString(classNames_[index])
                                                    : QStringLiteral("–");
}

int LabelDocument::findClass(const QString& name) const {
    const auto found = std::find(classNames_.begin(), classNames_.end(), name.toStdString());
    return found == classNames_.end() ? -1 : static_cast<int>(found - classNames_.begin());
}

int LabelDocument::classIndex(const QString& name) {
    if (const int label = findClass(name); label >= 0) return label;
    classNames_.push_back(name.toStdString());
    passing_.insert(name.toStdString());
    emit classesChanged();
    return static_cast<int>(classNames_.size()) - 1;
}

int LabelDocument::addClass(const QString& name) {
    passing_.insert(name.toStdString());
    pushClasses({name.toStdString()}, tr("Add the class %1").arg(name));
    return findClass(name);
}

const IntervalList& LabelDocument::intervals(const QString& sequence) const {
    static const IntervalList none;
    const auto found = lists_.find(sequence);
    return found == lists_.end() ? none : found->second;
}

std::int64_t LabelDocument::frames(const QString& sequence) const {
    const int row = dataset_ ? dataset_->rowOf.value(sequence, -1) : -1;
    return row < 0 ? -1 : dataset_->sequences[static_cast<std::size_t>(row)].length;
}

bool LabelDocument::empty() const {
    return std::all_of(lists_.begin(), lists_.end(), [](const auto& entry) { return entry.second.empty(); });
}

Annotations LabelDocument::annotations() const {
    Annotations all{classNames_, {}};
    for (const auto& [name, list] : lists_)
        all.sequences.push_back({name.toStdString(), frames(name), dataset_->info.frame_rate, list});
    return all;
}

void LabelDocument::setLocked(bool locked) {
    if (locked == locked_) return;
    locked_ = locked;
    emit lockedChanged(locked_);
}

Result<void> LabelDocument::mayEdit() const {
    if (locked_) return fail(ErrorCode::invalid_argument, "labels", "they are locked; unlock them first");
    if (!ready()) return fail(ErrorCode::invalid_argument, "labels", "they are being read");
    return {};
}

Result<void> LabelDocument::edit(const QString& sequence, Result<IntervalEdit> edit, const QString& text) {
    KINELENS_CHECK(mayEdit());
    if (!edit) return fail(edit.error());
    if (edit->changes_nothing()) return {};
    const auto apply = [this, sequence](const IntervalEdit& one) {
        set(sequence, applied(intervals(sequence), one));
    };
    undo_.push(new LabelStep(
        text, [apply, back = inverse(*edit)] { apply(back); }, [apply, there = *edit] { apply(there); }));
    return {};
}

Result<int> LabelDocument::take(const Annotations& annotations, const QString& text) {
    KINELENS_CHECK(mayEdit());
    std::vector<std::string> classNames = classNames_;
    const FittedLabels labels = fitted({annotations, {}}, classNames);
    if (labels.left.beyond > 0)
        return fail(ErrorCode::invalid_argument, labels.left.firstBeyond.toStdString(),
                    "an interval ends behind its " + std::to_string(frames(labels.left.firstBeyond)) +
                        " frames");
    if (labels.lists.empty())
        return fail(ErrorCode::not_found, "sequence", "the dataset holds none of those that are named");
    pushMany(labels.lists, classNames, text);
    return static_cast<int>(labels.lists.size());
}

void LabelDocument::takeKept(const KeptLabels& kept) {
    reading_ = false;
    if (kept.saved) takeSaved(*kept.saved);
    if (kept.unsaved) takeUnsaved(*kept.unsaved);
}

void LabelDocument::takeSaved(const Result<AnnotationDocument>& saved) {
    store_.preserveSaved(true);
    if (!saved) return void(emit failed(saved.error()));
    const FittedLabels labels = fitted(*saved, classNames_);
    store_.preserveSaved(labels.left.beyond > 0);
    addSequences(unknown_, labels.unknown);
    for (const auto& [name, list] : labels.lists) lists_[name] = list;
    for (const std::string& name : saved->annotations.class_names) passing_.erase(name);
    emit classesChanged();
    emit changed({});
    emit reset();
    if (!labels.left.nothing()) emit leftOut(labels.left);
}

void LabelDocument::takeUnsaved(const Result<AnnotationDocument>& unsaved) {
    store_.preserveUnsaved(true);
    if (!unsaved) return void(emit failed(unsaved.error()));
    std::vector<std::string> classNames = classNames_;
    const FittedLabels labels = fitted(*unsaved, classNames);
    store_.preserveUnsaved(labels.left.beyond > 0);
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
    labels.left.file = QFileInfo(store_.file()).fileName();
    labels.left.otherData =
        !kept.origin.data_hash.empty() && kept.origin.data_hash != dataset_->info.content_hash;
    return labels;
}

AnnotationDocument LabelDocument::document() const {
    Annotations all = annotations();
    addSequences(all, unknown_);
    dropUnused(all, passing_);
    return {std::move(all), {dataset_->file.toStdString(), dataset_->info.content_hash}};
}

// What was undone must not come back as something to recover.
void LabelDocument::autosave() {
    if (!ready()) return;
    store_.keep(modified() ? std::optional(document()) : std::nullopt);
}

void LabelDocument::save() {
    if (!ready()) return;
    autosaveTimer_.stop();
    undo_.resetClean(); // the file holds another state from now on
    store_.save(document(), [this, at = revision_](bool written) {
        if (!written || revision_ != at) return autosaveTimer_.start();
        undo_.setClean();
        endRecovery();
        emit savedChanged();
    });
}

} // namespace kinelens::ui
