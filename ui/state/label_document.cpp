#include "ui/state/label_document.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace kinelens::ui {

// One edit of one sequence, kept as what left and what came.
class LabelEdit : public QUndoCommand {
public:
    LabelEdit(LabelDocument& document, QString sequence, IntervalEdit edit, const QString& text)
        : QUndoCommand(text)
        , document_(document)
        , sequence_(std::move(sequence))
        , edit_(std::move(edit)) {}
    void undo() override { apply(inverse(edit_)); }
    void redo() override { apply(edit_); }

private:
    void apply(const IntervalEdit& edit) {
        document_.set(sequence_, applied(document_.intervals(sequence_), edit));
    }
    LabelDocument& document_;
    QString sequence_;
    IntervalEdit edit_;
};

// Classes that come with an edit. Edits before it know none behind `place`, so whatever came there since
// moves.
class NewClasses : public QUndoCommand {
public:
    NewClasses(LabelDocument& document, std::vector<std::string> names, const QString& text)
        : QUndoCommand(text)
        , document_(document)
        , place_(document.classNames().size())
        , names_(std::move(names)) {}
    void undo() override { document_.removeClasses(place_, names_.size()); }
    void redo() override { document_.insertClasses(place_, names_); }

private:
    LabelDocument& document_;
    std::size_t place_;
    std::vector<std::string> names_;
};

namespace {

// Many sequences at once: an import, a recovery.
class ManyLabels : public QUndoCommand {
public:
    using Set = std::function<void(const LabelLists&)>;
    ManyLabels(Set set, LabelLists before, LabelLists after)
        : set_(std::move(set))
        , before_(std::move(before))
        , after_(std::move(after)) {}
    void undo() override { set_(before_); }
    void redo() override { set_(after_); }

private:
    Set set_;
    LabelLists before_;
    LabelLists after_;
};

QString placeOf(const OpenDataset& dataset, const QString& stateFolder) {
    const QFileInfo data(dataset.file);
    const QString name = data.completeBaseName() + QStringLiteral(".labels.json");
    if (QFileInfo(data.absolutePath()).isWritable()) return QDir(data.absolutePath()).filePath(name);
    QDir().mkpath(stateFolder + QStringLiteral("/labels"));
    const QString hash = QString::fromStdString(dataset.info.content_hash).right(12);
    return stateFolder + QStringLiteral("/labels/") + hash + QLatin1Char('-') + name;
}

} // namespace

LabelDocument::LabelDocument(DatasetService& datasets, QString stateFolder, QObject* parent)
    : QObject(parent)
    , datasets_(datasets)
    , stateFolder_(std::move(stateFolder)) {
    writer_.setMaxThreadCount(1);
    autosaveTimer_.setSingleShot(true);
    autosaveTimer_.setInterval(2000);
    connect(&autosaveTimer_, &QTimer::timeout, this, &LabelDocument::autosave);
    connect(&undo_, &QUndoStack::cleanChanged, this, &LabelDocument::savedChanged);
    connect(&datasets_, &DatasetService::opened, this, &LabelDocument::open);
    connect(&datasets_, &DatasetService::closed, this, &LabelDocument::close);
}

LabelDocument::~LabelDocument() {
    if (autosaveTimer_.isActive()) autosave();
    writer_.waitForDone();
}

void LabelDocument::open() {
    dataset_ = datasets_.dataset();
    file_ = placeOf(*dataset_, stateFolder_);
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
    readKept();
}

void LabelDocument::close() {
    if (autosaveTimer_.isActive()) autosave();
    autosaveTimer_.stop();
    ++generation_;
    dataset_.reset();
    file_.clear();
    classNames_.clear();
    lists_.clear();
    unknown_ = {};
    passing_.clear();
    endRecovery();
    reading_ = keepSaved_ = keepUnsaved_ = false;
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
    if (std::ssize(classNames) > known)
        undo_.push(new NewClasses(*this, {classNames.begin() + known, classNames.end()}, text));
    undo_.push(new ManyLabels([this](const LabelLists& many) { replace(many); }, lists_, std::move(after)));
    undo_.endMacro();
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
    undo_.push(new NewClasses(*this, {name.toStdString()}, tr("Add the class %1").arg(name)));
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
    if (!edit->changes_nothing()) undo_.push(new LabelEdit(*this, sequence, std::move(*edit), text));
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

} // namespace kinelens::ui
