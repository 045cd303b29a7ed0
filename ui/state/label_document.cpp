#include "ui/state/label_document.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>
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

namespace {

// Many sequences at once: an import, a recovery.
class ManyLabels : public QUndoCommand {
public:
    using Set = std::function<void(const std::map<QString, IntervalList>&)>;
    ManyLabels(Set set, std::map<QString, IntervalList> before, std::map<QString, IntervalList> after,
               const QString& text)
        : QUndoCommand(text)
        , set_(std::move(set))
        , before_(std::move(before))
        , after_(std::move(after)) {}
    void undo() override { set_(before_); }
    void redo() override { set_(after_); }

private:
    Set set_;
    std::map<QString, IntervalList> before_;
    std::map<QString, IntervalList> after_;
};

QString placeOf(const OpenDataset& dataset, const QString& stateFolder) {
    const QFileInfo data(dataset.file);
    const QString name = data.completeBaseName() + QStringLiteral(".labels.json");
    if (QFileInfo(data.absolutePath()).isWritable()) return QDir(data.absolutePath()).filePath(name);
    QDir().mkpath(stateFolder + QStringLiteral("/labels"));
    const QString hash = QString::fromStdString(dataset.info.content_hash).right(12);
    return stateFolder + QStringLiteral("/labels/") + hash + QLatin1Char('-') + name;
}

struct Kept {
    std::optional<Result<kinelens::AnnotationDocument>> saved, unsaved;
};

Kept readBoth(const Path& file) {
    Kept kept;
    const auto read = [](const Path& place) -> std::optional<Result<kinelens::AnnotationDocument>> {
        std::error_code ignored;
        if (!std::filesystem::exists(place, ignored)) return std::nullopt;
        return load_annotations(place);
    };
    kept.saved = read(file);
    kept.unsaved = read(autosave_file(file));
    return kept;
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
    undo_.clear();
    setLocked(true);
    emit reset();
}

void LabelDocument::readKept() {
    const Path file = file_.toStdString();
    QtConcurrent::run(&writer_, [file] {
        return readBoth(file);
    }).then(this, [this, generation = generation_](const Kept& kept) {
        if (generation != generation_) return;
        for (const auto* read : {&kept.saved, &kept.unsaved})
            if (*read && !**read) emit failed((*read)->error());
        if (kept.saved && *kept.saved)
            if (const auto lists = listsOf((*kept.saved)->annotations)) {
                replace(*lists);
                emit reset();
            }
        if (!kept.unsaved || !*kept.unsaved) return;
        const auto lists = listsOf((*kept.unsaved)->annotations);
        if (!lists) return;
        undo_.push(new ManyLabels([this](const Lists& many) { replace(many); }, lists_, *lists,
                                  tr("Recover unsaved labels")));
        emit recovered();
    });
}

// All lists with those of `annotations` in their places; its classes come by their names.
Result<LabelDocument::Lists> LabelDocument::listsOf(const Annotations& annotations) {
    Lists lists = lists_;
    std::vector<int> labels;
    for (const std::string& name : annotations.class_names)
        labels.push_back(classIndex(QString::fromStdString(name)));
    int known = 0;
    for (const AnnotatedSequence& sequence : annotations.sequences) {
        const QString name = QString::fromStdString(sequence.name);
        const std::int64_t length = frames(name);
        if (length < 0) continue;
        ++known;
        IntervalList list = sequence.intervals;
        for (Interval& interval : list) {
            if (interval.end > length)
                return fail(ErrorCode::invalid_argument, sequence.name,
                            "an interval ends at frame " + std::to_string(interval.end) +
                                ", the recording at " + std::to_string(length));
            interval.label = labels[static_cast<std::size_t>(interval.label)];
            interval.sequence = 0;
        }
        sort_intervals(list);
        lists[name] = std::move(list);
    }
    if (known == 0)
        return fail(ErrorCode::not_found, "sequence", "the dataset holds none of those that are named");
    return lists;
}

void LabelDocument::replace(const Lists& lists) {
    lists_ = lists;
    if (dataset_) autosaveTimer_.start();
    emit changed({});
}

void LabelDocument::set(const QString& sequence, IntervalList list) {
    lists_[sequence] = std::move(list);
    autosaveTimer_.start();
    emit changed(sequence);
}

QString LabelDocument::className(int label) const {
    const auto index = static_cast<std::size_t>(label);
    return label >= 0 && index < classNames_.size() ? QString::fromStdString(classNames_[index])
                                                    : QStringLiteral("–");
}

int LabelDocument::classIndex(const QString& name) {
    const auto found = std::find(classNames_.begin(), classNames_.end(), name.toStdString());
    if (found != classNames_.end()) return static_cast<int>(found - classNames_.begin());
    classNames_.push_back(name.toStdString());
    emit classesChanged();
    return static_cast<int>(classNames_.size()) - 1;
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

Result<void> LabelDocument::edit(const QString& sequence, Result<IntervalEdit> edit, const QString& text) {
    if (locked_) return fail(ErrorCode::invalid_argument, "labels", "they are locked; unlock them first");
    if (!edit) return fail(edit.error());
    if (!edit->changes_nothing()) undo_.push(new LabelEdit(*this, sequence, std::move(*edit), text));
    return {};
}

Result<int> LabelDocument::take(const Annotations& annotations, const QString& text) {
    if (locked_) return fail(ErrorCode::invalid_argument, "labels", "they are locked; unlock them first");
    KINELENS_TRY(lists, listsOf(annotations));
    undo_.push(new ManyLabels([this](const Lists& many) { replace(many); }, lists_, lists, text));
    return static_cast<int>(std::count_if(
        annotations.sequences.begin(), annotations.sequences.end(),
        [this](const AnnotatedSequence& one) { return frames(QString::fromStdString(one.name)) >= 0; }));
}

kinelens::AnnotationDocument LabelDocument::document() const {
    return {annotations(), {dataset_->file.toStdString(), dataset_->info.content_hash}};
}

QFuture<Result<void>> LabelDocument::write(const Path& place) {
    return QtConcurrent::run(&writer_, [place, what = document()] { return save_annotations(place, what); });
}

// Failing to keep a copy is no reason to disturb: saving itself will say why it cannot.
void LabelDocument::autosave() {
    if (dataset_ && modified()) write(autosave_file(file_.toStdString()));
}

void LabelDocument::save() {
    if (!dataset_) return;
    autosaveTimer_.stop();
    const Path file = file_.toStdString();
    write(file).then(this, [this, file, at = undo_.index(), generation = generation_](Result<void> written) {
        if (!written) return void(emit failed(written.error()));
        if (generation != generation_) return;
        if (undo_.index() != at) return void(autosaveTimer_.start());
        QFile::remove(QString::fromStdString(autosave_file(file).string()));
        undo_.setClean();
        emit savedChanged();
    });
}

} // namespace kinelens::ui
