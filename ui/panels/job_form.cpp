#include "ui/panels/job_form.h"

#include "core/foundation/resources.h"
#include "core/options/option_json.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/messages/figures.h"
#include "ui/messages/message_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

QString presetHelp(const QString& name) {
    if (name == "compact") return JobForm::tr("The method at a size for two processor cores");
    if (name == "released") return JobForm::tr("What the published code executes");
    if (name == "paper") return JobForm::tr("The paper's text");
    if (name == "contrastive") return JobForm::tr("The baseline with negatives");
    if (name == "compact-contrastive")
        return JobForm::tr("The baseline with negatives, at a size for two processor cores");
    if (name == "ntu60") return JobForm::tr("The published recipe for NTU RGB+D 60");
    if (name == "ntu120") return JobForm::tr("The published recipe for NTU RGB+D 120");
    if (name == "pku2") return JobForm::tr("The published recipe for PKU-MMD II");
    if (name == "published") return JobForm::tr("As the published code does it");
    if (name == "small") return JobForm::tr("For some hundreds of sequences");
    if (name == "frozen") return JobForm::tr("The encoder stays; only the classifier of frames learns");
    if (name == "community") return JobForm::tr("The schedule that the field shares");
    return {};
}

} // namespace

JobForm::JobForm(JobKind kind, JobRunner& runner, QString runs_folder, QWidget* parent)
    : QWidget(parent)
    , kind_(std::move(kind))
    , runner_(runner)
    , runs_folder_(std::move(runs_folder))
    , dataset_(new QLabel(this))
    , preset_(new QComboBox(this))
    , protocol_(new QComboBox(this))
    , form_(new OptionForm(kind_.table, this))
    , message_(new MessageBar(this))
    , command_(new QPlainTextEdit(this))
    , start_(new QPushButton(kind_.start_text, this)) {
    listPresets();
    build();
    connect(preset_, &QComboBox::currentIndexChanged, this, &JobForm::loadPreset);
    connect(protocol_, &QComboBox::currentTextChanged, this, &JobForm::refresh);
    connect(form_, &OptionForm::edited, this, &JobForm::refresh);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (const auto folder = startRun(); !folder) message_->showError(folder.error());
    });
    loadPreset();
}

void JobForm::listPresets() {
    if (kind_.preset.isEmpty()) preset_->addItem(tr("none: the defaults"));
    for (const std::string& name : resource_names("presets/" + kind_.verb.toStdString())) {
        const QString text = QString::fromStdString(name);
        preset_->addItem(text, text);
        preset_->setItemData(preset_->count() - 1, presetHelp(text), Qt::ToolTipRole);
    }
    preset_->setCurrentText(kind_.preset);
}

QFormLayout* JobForm::buildTop() {
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    dataset_->setTextFormat(Qt::PlainText);
    dataset_->setWordWrap(true);
    preset_->setAccessibleName(tr("Preset"));
    protocol_->setEditable(true);
    protocol_->setAccessibleName(tr("Protocol"));
    const bool whole = kind_.protocol.isEmpty(); // also without a test side
    if (whole) protocol_->addItem({});
    protocol_->addItems({"folds:subject/4", "leave-subject-out", "random:0.8", "ntu60-xsub", "ntu60-xview",
                         "ntu120-xsub", "ntu120-xset", "pku-xsub", "pku-xview"});
    protocol_->setCurrentText(kind_.protocol);
    protocol_->setToolTip(whole ? tr("Names the training side; empty takes all sequences. Also "
                                     "subjects:1,3,5, cameras:1,2, one fold "
                                     "such as folds:subject/4#0, and file:LIST.")
                                : tr("Names the training side, the rest is tested. Also subjects:1,3,5, "
                                     "cameras:1,2, one fold such as "
                                     "folds:subject/4#0, and file:LIST."));
    protocol_->lineEdit()->setPlaceholderText(whole ? tr("all sequences") : tr("needed"));
    top->addRow(tr("Dataset"), dataset_);
    top->addRow(tr("Preset"), preset_);
    top->addRow(tr("Protocol"), protocol_);
    top->labelForField(dataset_)->setMinimumWidth(labelWidth(*this));
    top->setRowVisible(preset_, !resource_names("presets/" + kind_.verb.toStdString()).empty());
    top->setRowVisible(protocol_, kind_.splits);
    return top;
}

int JobForm::labelWidth(const QWidget& widget) {
    int widest = 0;
    for (const QString& text :
         {tr("Dataset"), tr("Preset"), tr("Protocol"), tr("Checkpoint"), tr("Evaluation"), tr("Detection")})
        widest = std::max(widest, widget.fontMetrics().horizontalAdvance(text));
    return widest;
}

void JobForm::build() {
    command_->setReadOnly(true);
    command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    command_->setMinimumHeight(40);
    command_->setMaximumHeight(72);
    command_->setTabChangesFocus(true);
    command_->setAccessibleName(tr("The command that Start runs"));
    auto* copy = new QPushButton(tr("Copy as command"), this);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command_->toPlainText()); });
    start_->setDefault(true);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 8);
    foot->addWidget(copy);
    foot->addStretch(1);
    foot->addWidget(start_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(buildTop());
    layout->addWidget(form_, 1);
    layout->addWidget(message_);
    auto* command_box = new QVBoxLayout;
    command_box->setContentsMargins(8, 0, 8, 0);
    command_box->addWidget(command_);
    layout->addLayout(command_box);
    layout->addLayout(foot);
}

void JobForm::setDataset(const QString& file, const QString& name, qint64 sequences) {
    data_file_ = file;
    dataset_->setText(file.isEmpty() ? tr("none is open")
                                     : tr("%1 (%2)").arg(name, countedText(sequences, tr("1 sequence"),
                                                                           tr("%1 sequences"))));
    dataset_->setToolTip(file);
    refresh();
}

void JobForm::setPreset(const QString& name) {
    preset_->setCurrentText(name);
}

void JobForm::setOption(const std::string& key, const OptionValue& value) {
    if (OptionRow* row = form_->row(key)) row->setValue(value);
}

void JobForm::setOptions(const OptionValues& values) {
    {
        const QSignalBlocker once(form_);
        form_->setValues(values);
    }
    refresh();
}

void JobForm::showError(const Error& error) {
    message_->showError(error);
}

void JobForm::setProtocol(const QString& protocol) {
    protocol_->setCurrentText(protocol);
}

void JobForm::setArguments(const QStringList& arguments) {
    arguments_ = arguments;
    refresh();
}

void JobForm::setUsesData(bool on) {
    uses_data_ = on;
    refresh();
}

void JobForm::setMissing(const QString& what) {
    missing_ = what;
    refresh();
}

void JobForm::loadPreset() {
    if (presetName().isEmpty()) {
        form_->setBaseline(kind_.defaults);
        return refresh();
    }
    const auto values =
        preset_values(kind_.table, kind_.defaults, kind_.verb.toStdString(), presetName().toStdString());
    if (!values)
        message_->showError(values.error());
    else
        form_->setBaseline(*values);
    refresh();
}

QString JobForm::presetName() const {
    return preset_->currentData().toString();
}

QString JobForm::protocolText() const {
    return kind_.splits ? protocol_->currentText().trimmed() : QString();
}

QString JobForm::missing() const {
    if (uses_data_ && data_file_.isEmpty()) return tr("Open a dataset first");
    if (!kind_.protocol.isEmpty() && protocolText().isEmpty()) return tr("Choose a protocol first");
    return missing_;
}

JobRequest JobForm::request() const {
    const QString folder = JobRunner::freeFolder(runs_folder_, kind_.verb);
    QStringList words = arguments_;
    if (uses_data_) words << QStringLiteral("--data") << data_file_;
    if (!kind_.output.isEmpty())
        words << QStringLiteral("--output")
              << (kind_.output == QLatin1String(".") ? folder : QDir(folder).filePath(kind_.output));
    if (!presetName().isEmpty()) words << QStringLiteral("--preset") << presetName();
    if (!protocolText().isEmpty()) words << QStringLiteral("--protocol") << protocolText();
    for (const std::string& key : form_->changedKeys()) {
        const auto value = form_->row(key)->value();
        if (!value) continue;
        const QString flag = QString::fromStdString(option_flag(key));
        if (const auto* on = std::get_if<bool>(&*value))
            words << (*on ? QStringLiteral("--") : QStringLiteral("--no-")) + flag;
        else
            words << QStringLiteral("--") + flag << QString::fromStdString(option_text(*value));
    }
    return {kind_.verb, words, folder};
}

std::vector<JobRequest> JobForm::jobs() const {
    return expand_ ? expand_(request()) : std::vector{request()};
}

void JobForm::setJobs(Expand expand, Launch launch) {
    expand_ = std::move(expand);
    launch_ = std::move(launch);
    refresh();
}

OptionValue JobForm::option(const std::string& key) const {
    const auto place = option_index(kind_.table, key);
    const auto value =
        form_->row(key) ? form_->row(key)->value() : Result<OptionValue>(kind_.defaults[*place]);
    return value ? *value : kind_.defaults[*place];
}

Result<void> JobForm::checked() const {
    KINELENS_TRY(values, form_->values());
    return kind_.check(values);
}

void JobForm::refresh() {
    const auto fit = checked();
    start_->setEnabled(missing().isEmpty() && fit);
    start_->setToolTip(missing());
    QStringList lines;
    if (!uses_data_ || !data_file_.isEmpty())
        for (const JobRequest& job : jobs()) lines << runner_.commandLine(job);
    command_->setPlainText(lines.join(QStringLiteral(" &&\n")));
    if (!fit)
        message_->showError(fit.error());
    else if (!message_->isHidden())
        message_->dismiss();
}

Result<QString> JobForm::startRun() {
    KINELENS_CHECK(checked());
    const std::vector<JobRequest> all = jobs();
    KINELENS_CHECK(launch_ ? launch_(all) : runner_.start(all.front()));
    const QString folder = all.front().folder;
    emit started(folder);
    refresh();
    return folder;
}

} // namespace kinelens::ui
