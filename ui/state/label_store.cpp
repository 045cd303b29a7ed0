#include "ui/state/label_store.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>
#include <utility>

namespace kinelens::ui {
namespace {

QString placeOf(const OpenDataset& dataset, const QString& stateFolder) {
    const QFileInfo data(dataset.file);
    const QString name = data.completeBaseName() + QStringLiteral(".labels.json");
    if (QFileInfo(data.absolutePath()).isWritable()) return QDir(data.absolutePath()).filePath(name);
    QDir().mkpath(stateFolder + QStringLiteral("/labels"));
    const QString hash = QString::fromStdString(dataset.info.content_hash).right(12);
    return stateFolder + QStringLiteral("/labels/") + hash + QLatin1Char('-') + name;
}

bool removeUnsaved(const Path& file, bool preserve) {
    const Path place = autosave_file(file);
    if (preserve && !keep_beside(place)) return false;
    std::error_code failed;
    std::filesystem::remove(place, failed);
    return !failed;
}

bool writeUnsaved(const Path& file, bool preserve, const AnnotationDocument& unsaved) {
    const Path place = autosave_file(file);
    return (!preserve || keep_beside(place)) && save_annotations(place, unsaved);
}

Result<void> writeSaved(const Path& file, bool preserve, const AnnotationDocument& document) {
    if (preserve) KINELENS_CHECK(keep_beside(file));
    return save_annotations(file, document);
}

} // namespace

LabelStore::LabelStore(QString stateFolder, QObject* parent)
    : QObject(parent)
    , stateFolder_(std::move(stateFolder)) {
    writer_.setMaxThreadCount(1);
}

LabelStore::~LabelStore() {
    writer_.waitForDone();
}

void LabelStore::open(const OpenDataset& dataset) {
    close();
    file_ = placeOf(dataset, stateFolder_);
    reading_.ask(
        QtConcurrent::run(&writer_, [file = Path(file_.toStdString())] { return readKeptLabels(file); }),
        [this](const KeptLabels& kept) { emit found(kept); });
}

void LabelStore::close() {
    ++opened_;
    reading_.forget();
    file_.clear();
    preserveSaved_ = preserveUnsaved_ = false;
}

void LabelStore::keep(const std::optional<AnnotationDocument>& unsaved) {
    const bool preserve = std::exchange(preserveUnsaved_, false);
    whenDone(QtConcurrent::run(&writer_,
                               [file = Path(file_.toStdString()), preserve, unsaved] {
                                   return unsaved ? writeUnsaved(file, preserve, *unsaved)
                                                  : removeUnsaved(file, preserve);
                               }),
             this, [this, preserve, opened = opened_](bool done) {
                 if (!done && opened == opened_) preserveUnsaved_ = preserve;
             });
}

void LabelStore::save(const AnnotationDocument& document, std::function<void(bool written)> done) {
    const bool saved = std::exchange(preserveSaved_, false);
    const bool unsaved = std::exchange(preserveUnsaved_, false);
    whenDone(
        QtConcurrent::run(&writer_,
                          [file = Path(file_.toStdString()), saved, unsaved, document]() -> Result<void> {
                              KINELENS_CHECK(writeSaved(file, saved, document));
                              removeUnsaved(file, unsaved);
                              return {};
                          }),
        this, [this, saved, unsaved, done = std::move(done), opened = opened_](const Result<void>& written) {
            if (!written) emit failed(written.error());
            if (opened != opened_) return;
            if (!written) {
                preserveSaved_ = saved;
                preserveUnsaved_ = unsaved;
            }
            done(written.has_value());
        });
}

} // namespace kinelens::ui
