#include "ui/panels/embed_form.h"

#include "ui/jobs/run_scanner.h"
#include "ui/panels/checkpoint_box.h"
#include "ui/state/shown_embedding.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
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

EmbedForm::EmbedForm(JobRunner& runner, RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , source_(new QComboBox(this))
    , checkpoint_(new CheckpointBox(scanner, this))
    , fileRow_(new QWidget(this))
    , file_(new QLineEdit(fileRow_))
    , every_(new QCheckBox(tr("Every checkpoint of its run"), this))
    , job_(new JobForm(embeddingKind(), runner, scanner.runsFolder(), this))
    , folder_(scanner.runsFolder())
    , chain_(new JobChain(runner, scanner, this)) {
    build();
    job_->setJobs([this](const JobRequest& map) { return jobsOf(map); },
                  [this](const std::vector<JobRequest>& jobs) { return chain_->start(jobs); });
    connect(every_, &QCheckBox::toggled, this, &EmbedForm::refresh);
    connect(source_, &QComboBox::currentIndexChanged, this, &EmbedForm::refresh);
    connect(checkpoint_, &CheckpointBox::changed, this, &EmbedForm::refresh);
    connect(file_, &QLineEdit::textChanged, this, &EmbedForm::refresh);
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
    top_ = new QFormLayout;
    top_->setContentsMargins(8, 8, 8, 0);
    top_->setHorizontalSpacing(12);
    top_->setVerticalSpacing(6);
    top_->addRow(tr("Made of"), source_);
    top_->addRow(tr("Checkpoint"), checkpoint_);
    top_->addRow({}, every_);
    top_->addRow(tr("Features"), fileRow_);
    top_->labelForField(source_)->setMinimumWidth(JobForm::labelWidth(*this));
    every_->setToolTip(tr("One map a checkpoint, each starting where the one before ended, so that points "
                          "drift instead of jumping; one after the other, while this window is open"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top_);
    layout->addWidget(job_, 1);
}

bool EmbedForm::ofFile() const {
    return source_->currentIndex() == 1;
}

void EmbedForm::setDataset(const QString& file, const QString& name, qint64 sequences) {
    data_ = file;
    job_->setDataset(file, name, sequences);
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
    readShownEmbeddingLater(embedding).then(
        this, [this, embedding, asIfNeverStopped](const Result<ShownEmbeddingPtr>& read) {
            if (embedding != continued_) return; // another was asked for meanwhile
            if (!read) return job_->showError(read.error());
            EmbedOptions options = (*read)->options.value_or(EmbedOptions{});
            options.start = asIfNeverStopped ? "resume" : "map";
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
    job_->setOption("start", EmbedOptions{}.start);
    job_->setOption("start_from", EmbedOptions{}.start_from);
}

void EmbedForm::goOnAgain() {
    if (goneOn_.isEmpty()) return;
    continued_ = std::exchange(goneOn_, {});
    job_->setOption("start", start_);
    job_->setOption("start_from", startFrom_);
}

JobRequest EmbedForm::featuresJob(const QString& checkpoint, const QString& folder) const {
    QStringList words{QStringLiteral("--checkpoint"), checkpoint,
                      QStringLiteral("--data"),       data_,
                      QStringLiteral("--output"),     QDir(folder).filePath(QStringLiteral("features.h5"))};
    const std::string domain = std::get<std::string>(job_->option("domain"));
    if (domain == "frames") words << QStringLiteral("--dense");
    if (domain == "projection") words << QStringLiteral("--projection");
    return {QStringLiteral("features"), words, folder};
}

// A checkpoint's features come first. Of a run's checkpoints the later maps start from the earlier ones.
std::vector<JobRequest> EmbedForm::jobsOf(const JobRequest& map) const {
    if (ofFile() || checkpoint_->file().isEmpty()) return {map};
    const bool every = every_->isEnabled() && every_->isChecked();
    const QStringList checkpoints = every ? checkpoint_->filesOfRun() : QStringList{checkpoint_->file()};
    const QString features = JobRunner::freeFolder(folder_, QStringLiteral("features"));
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
    const QString what = ofFile() ? file_->text().trimmed() : checkpoint_->file();
    QString missing;
    if (what.isEmpty())
        missing = ofFile() ? tr("Choose a features file first") : tr("Choose a checkpoint first");
    else if (ofFile() && !QFile::exists(what))
        missing = tr("There is no file %1").arg(what);
    job_->setUsesData(!ofFile());
    job_->setArguments(ofFile() && !what.isEmpty() ? QStringList{QStringLiteral("--features"), what}
                                                   : QStringList());
    job_->setMissing(missing);
}

} // namespace kinelens::ui
