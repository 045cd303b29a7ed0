#include "ui/explore/embed_form.h"

#include "ui/background/when_done.h"
#include "ui/forms/checkpoint_box.h"
#include "ui/forms/labelled_rows.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/current_dataset.h"
#include "ui/state/shown_embedding.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace kinelens::ui {
namespace {

// The flag with that value, once, whatever it was before.
void setFlag(QStringList& words, const QString& flag, const QString& value) {
    const auto place = words.indexOf(flag);
    if (place < 0)
        words << flag << value;
    else
        words[place + 1] = value;
}

} // namespace

EmbedForm::EmbedForm(const FormParts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , head_(new QWidget(this))
    , source_(new QComboBox(head_))
    , checkpoint_(new CheckpointBox(parts.scanner, parts.dataset, head_))
    , fileRow_(new QWidget(head_))
    , file_(new QLineEdit(fileRow_))
    , every_(new QCheckBox(tr("Every checkpoint of its run"), head_))
    , job_(new JobForm(embeddingKind(), parts, this))
    , chain_(new JobChain(parts.runner, parts.scanner, this)) {
    build();
    job_->setJobs([this](const JobRequest& map) { return jobsOf(map); },
                  [this](const std::vector<JobRequest>& jobs) { return chain_->start(jobs); });
    connect(every_, &QCheckBox::toggled, this, &EmbedForm::refresh);
    connect(source_, &QComboBox::currentIndexChanged, this, &EmbedForm::refresh);
    connect(checkpoint_, &CheckpointBox::changed, this, &EmbedForm::refresh);
    connect(file_, &QLineEdit::textChanged, this, &EmbedForm::refresh);
    job_->setRule([this](const OptionValues& values) { return checkPoints(values); });
    connect(every_, &QCheckBox::toggled, this, &EmbedForm::changed);
    connect(source_, &QComboBox::currentIndexChanged, this, &EmbedForm::changed);
    connect(checkpoint_, &CheckpointBox::changed, this, &EmbedForm::changed);
    connect(file_, &QLineEdit::textChanged, this, &EmbedForm::changed);
    connect(job_, &JobForm::changed, this, &EmbedForm::changed);
    connect(job_, &JobForm::started, this, &EmbedForm::startAsUsual);
    connect(job_, &JobForm::started, this, &EmbedForm::started);
    connect(job_, &JobForm::neverBegan, this, &EmbedForm::goOnAgain);
    refresh();
}

void EmbedForm::build() {
    source_->addItems({tr("A checkpoint's features"), tr("A features file")});
    source_->setAccessibleName(tr("What the map is made of"));
    file_->setAccessibleName(tr("Features file"));
    file_->setPlaceholderText(tr(".h5 or .npy, of any program"));
    auto* choose = new QToolButton(fileRow_);
    choose->setText(QStringLiteral("…"));
    choose->setToolTip(tr("Choose a features file"));
    connect(choose, &QToolButton::clicked, this, &EmbedForm::chooseFile);
    auto* row = new QHBoxLayout(fileRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(file_, 1);
    row->addWidget(choose);
    top_ = new LabelledRows(head_);
    top_->setContentsMargins(8, 8, 8, 0);
    top_->addRow(tr("Made of"), source_);
    top_->addRow(tr("Checkpoint"), checkpoint_);
    top_->addRow(QString(), every_);
    top_->addRow(tr("Features"), fileRow_);
    top_->setLeastLabelWidth(JobForm::labelWidth(*this));
    every_->setToolTip(tr("One map a checkpoint, each starting where the one before ended, so that points "
                          "drift instead of jumping; one after the other, while this window is open"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    job_->setHead(head_);
    layout->addWidget(job_);
}

bool EmbedForm::ofFile() const {
    return source_->currentIndex() == 1;
}

QJsonObject EmbedForm::state() const {
    return {{QStringLiteral("of_file"), ofFile()},
            {QStringLiteral("checkpoints"), checkpoint_->state()},
            {QStringLiteral("features"), file_->text()},
            {QStringLiteral("every_checkpoint"), every_->isChecked()},
            {QStringLiteral("form"), job_->state()}};
}

void EmbedForm::restore(const QJsonObject& state) {
    checkpoint_->restore(state[QLatin1String("checkpoints")].toObject());
    file_->setText(state[QLatin1String("features")].toString());
    every_->setChecked(state[QLatin1String("every_checkpoint")].toBool());
    source_->setCurrentIndex(state[QLatin1String("of_file")].toBool() ? 1 : 0);
    job_->restore(state[QLatin1String("form")].toObject());
}

// A map of a checkpoint's features has a point for each sequence, or for each frame of its clip.
Result<void> EmbedForm::checkPoints(const OptionValues& values) const {
    const OpenDatasetPtr open = parts_.dataset.dataset();
    if (ofFile() || !open) return {};
    const auto options = options_from_values<EmbedOptions>(values);
    auto points = static_cast<std::int64_t>(open->sequences.size());
    if (options.domain == FeatureDomain::frames) {
        const auto info = checkpoint_->info();
        const QJsonObject trained =
            QJsonDocument::fromJson(QByteArray::fromStdString(info ? info->options : std::string())).object();
        if (!trained.contains(QLatin1String("frames"))) return {}; // not known yet
        points *= trained[QLatin1String("frames")].toInt();
    }
    return check_points(options, points);
}

void EmbedForm::setCheckpoint(const QString& file) {
    source_->setCurrentIndex(0);
    checkpoint_->setFile(file);
}

void EmbedForm::setFeatures(const QString& file) {
    source_->setCurrentIndex(file.isEmpty() ? 0 : 1);
    file_->setText(file);
}

void EmbedForm::continueFrom(const QString& embedding, bool asIfNeverStopped) {
    continued_ = embedding;
    whenDone(readShownEmbeddingLater(embedding), this,
             [this, embedding, asIfNeverStopped](const Result<ShownEmbeddingPtr>& read) {
                 if (embedding != continued_) return; // another was asked for meanwhile
                 if (!read) return job_->showError(read.error());
                 EmbedOptions options = (*read)->options.value_or(EmbedOptions{});
                 options.start = asIfNeverStopped ? MapStart::resume : MapStart::map;
                 options.start_from = embedding.toStdString();
                 setFeatures((*read)->stamp("features"));
                 job_->setOptions(option_values(options));
             });
}

void EmbedForm::startAsUsual() {
    goneOn_ = std::exchange(continued_, {});
    if (goneOn_.isEmpty()) return;
    start_ = job_->option("start");
    startFrom_ = job_->option("start_from");
    job_->setOption("start", name_of(EmbedOptions{}.start));
    job_->setOption("start_from", EmbedOptions{}.start_from);
}

void EmbedForm::goOnAgain() {
    if (goneOn_.isEmpty()) return;
    continued_ = std::exchange(goneOn_, {});
    job_->setOption("start", start_);
    job_->setOption("start_from", startFrom_);
}

JobRequest EmbedForm::featuresJob(const QString& checkpoint, const QString& folder) const {
    const OpenDatasetPtr open = parts_.dataset.dataset();
    QStringList words{QStringLiteral("--checkpoint"), checkpoint,
                      QStringLiteral("--data"),       open ? open->file : QString(),
                      QStringLiteral("--output"),     QDir(folder).filePath(QStringLiteral("features.h5"))};
    const auto domain = value_named<FeatureDomain>(std::get<std::string>(job_->option("domain")));
    if (domain == FeatureDomain::frames) words << QStringLiteral("--dense");
    if (domain == FeatureDomain::projection) words << QStringLiteral("--projection");
    return {QStringLiteral("features"), words, folder};
}

// A checkpoint's features come first. Of a run's checkpoints the later maps start from the earlier ones.
std::vector<JobRequest> EmbedForm::jobsOf(const JobRequest& map) const {
    if (ofFile() || checkpoint_->file().isEmpty()) return {map};
    const bool every = every_->isEnabled() && every_->isChecked();
    const QStringList checkpoints = every ? checkpoint_->filesOfRun() : QStringList{checkpoint_->file()};
    const QString features = JobRunner::freeFolder(parts_.scanner.runsFolder(), QStringLiteral("features"));
    std::vector<JobRequest> jobs;
    QString before;
    for (const QString& checkpoint : checkpoints) {
        const QString number = jobs.empty() ? QString() : QStringLiteral("-%1").arg(jobs.size() / 2 + 1);
        jobs.push_back(featuresJob(checkpoint, features + number));
        JobRequest job = map;
        job.folder = map.folder + number;
        const QString output = QDir(job.folder).filePath(QStringLiteral("embedding.h5"));
        setFlag(job.arguments, QStringLiteral("--output"), output);
        job.arguments.prepend(QDir(features + number).filePath(QStringLiteral("features.h5")));
        job.arguments.prepend(QStringLiteral("--features"));
        if (!before.isEmpty()) {
            setFlag(job.arguments, QStringLiteral("--start"), QStringLiteral("map"));
            setFlag(job.arguments, QStringLiteral("--start-from"), before);
        }
        before = output;
        jobs.push_back(job);
    }
    return jobs;
}

void EmbedForm::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a features file"), {},
                                                      tr("Features (*.h5 *.hdf5 *.npy)"));
    if (!file.isEmpty()) file_->setText(file);
}

void EmbedForm::refresh() {
    top_->setRowVisible(checkpoint_, !ofFile());
    top_->setRowVisible(fileRow_, ofFile());
    top_->setRowVisible(every_, !ofFile());
    const auto checkpoints = checkpoint_->filesOfRun().size();
    every_->setEnabled(checkpoints > 1);
    every_->setText(checkpoints > 1 ? tr("Every checkpoint of its run (%1)").arg(checkpoints)
                                    : tr("Every checkpoint of its run"));
    const QString file = file_->text().trimmed();
    job_->setUsesData(!ofFile());
    job_->setArguments(ofFile() && !file.isEmpty() ? QStringList{QStringLiteral("--features"), file}
                                                   : QStringList());
    job_->setMissing(missing());
}

QString EmbedForm::missing() const {
    const QString file = file_->text().trimmed();
    if (ofFile() && file.isEmpty()) return tr("Choose a features file first.");
    if (ofFile()) return QFile::exists(file) ? QString() : tr("There is no file %1.").arg(file);
    return checkpoint_->file().isEmpty() ? tr("Choose a checkpoint first.") : checkpoint_->reason();
}

} // namespace kinelens::ui
