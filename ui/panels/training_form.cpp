#include "ui/panels/training_form.h"

#include "core/foundation/resources.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/messages/figures.h"
#include "ui/messages/message_bar.h"

#include <QClipboard>
#include <QComboBox>
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
    if (name == "compact") return TrainingForm::tr("The method at a size for two processor cores");
    if (name == "released") return TrainingForm::tr("What the published code executes");
    if (name == "paper") return TrainingForm::tr("The paper's text");
    if (name == "contrastive") return TrainingForm::tr("The baseline with negatives");
    if (name == "compact-contrastive")
        return TrainingForm::tr("The baseline with negatives, at a size for two processor cores");
    if (name == "ntu60") return TrainingForm::tr("The published recipe for NTU RGB+D 60");
    if (name == "ntu120") return TrainingForm::tr("The published recipe for NTU RGB+D 120");
    if (name == "pku2") return TrainingForm::tr("The published recipe for PKU-MMD II");
    return {};
}

} // namespace

TrainingForm::TrainingForm(JobRunner& runner, QString runs_folder, QWidget* parent)
    : QWidget(parent)
    , runner_(runner)
    , runs_folder_(std::move(runs_folder))
    , dataset_(new QLabel(this))
    , preset_(new QComboBox(this))
    , protocol_(new QComboBox(this))
    , form_(new OptionForm(option_table<PretrainOptions>(), this))
    , message_(new MessageBar(this))
    , command_(new QPlainTextEdit(this))
    , start_(new QPushButton(tr("Start pretraining"), this)) {
    build();
    for (const std::string& name : resource_names("presets/pretrain")) {
        preset_->addItem(QString::fromStdString(name));
        preset_->setItemData(preset_->count() - 1, presetHelp(preset_->itemText(preset_->count() - 1)),
                             Qt::ToolTipRole);
    }
    preset_->setCurrentText(QStringLiteral("compact"));
    connect(preset_, &QComboBox::currentIndexChanged, this, &TrainingForm::loadPreset);
    connect(protocol_, &QComboBox::currentTextChanged, this, &TrainingForm::refresh);
    connect(form_, &OptionForm::edited, this, &TrainingForm::refresh);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (const auto folder = startRun(); !folder) message_->showError(folder.error());
    });
    loadPreset();
}

void TrainingForm::build() {
    auto* top = new QFormLayout;
    top->setContentsMargins(8, 8, 8, 0);
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(6);
    dataset_->setTextFormat(Qt::PlainText);
    dataset_->setWordWrap(true);
    preset_->setAccessibleName(tr("Preset"));
    protocol_->setEditable(true);
    protocol_->setAccessibleName(tr("Protocol"));
    protocol_->addItems({QString(), "ntu60-xsub", "ntu60-xview", "ntu120-xsub", "ntu120-xset", "pku-xsub",
                         "pku-xview", "folds:subject/4#0", "leave-subject-out#1", "random:0.8"});
    protocol_->setToolTip(
        tr("Names the training side; empty takes all sequences. Also subjects:1,3,5, cameras:1,2 "
           "and file:LIST."));
    protocol_->lineEdit()->setPlaceholderText(tr("all sequences"));
    top->addRow(tr("Dataset"), dataset_);
    top->addRow(tr("Preset"), preset_);
    top->addRow(tr("Protocol"), protocol_);
    command_->setReadOnly(true);
    command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
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
    layout->addLayout(top);
    layout->addWidget(form_, 1);
    layout->addWidget(message_);
    auto* command_box = new QVBoxLayout;
    command_box->setContentsMargins(8, 0, 8, 0);
    command_box->addWidget(command_);
    layout->addLayout(command_box);
    layout->addLayout(foot);
}

void TrainingForm::setDataset(const QString& file, const QString& name, qint64 sequences) {
    data_file_ = file;
    dataset_->setText(file.isEmpty() ? tr("none is open")
                                     : tr("%1 (%2 sequences)").arg(name, countText(sequences)));
    dataset_->setToolTip(file);
    refresh();
}

void TrainingForm::setPreset(const QString& name) {
    preset_->setCurrentText(name);
}

void TrainingForm::setOption(const std::string& key, const OptionValue& value) {
    if (OptionRow* row = form_->row(key)) row->setValue(value);
}

void TrainingForm::loadPreset() {
    const auto& table = option_table<PretrainOptions>();
    const auto values = preset_values(table, option_values(PretrainOptions{}), "pretrain",
                                      preset_->currentText().toStdString());
    if (!values)
        message_->showError(values.error());
    else
        form_->setBaseline(*values);
    refresh();
}

JobRequest TrainingForm::request() const {
    QStringList arguments{QStringLiteral("--data"), data_file_, QStringLiteral("--preset"),
                          preset_->currentText()};
    if (!protocol_->currentText().trimmed().isEmpty())
        arguments << QStringLiteral("--protocol") << protocol_->currentText().trimmed();
    for (const std::string& key : form_->changedKeys()) {
        const auto value = form_->row(key)->value();
        if (!value) continue;
        const QString flag = QString::fromStdString(option_flag(key));
        if (const auto* on = std::get_if<bool>(&*value))
            arguments << (*on ? QStringLiteral("--") : QStringLiteral("--no-")) + flag;
        else
            arguments << QStringLiteral("--") + flag << QString::fromStdString(option_text(*value));
    }
    return {QStringLiteral("pretrain"), arguments,
            JobRunner::freeFolder(runs_folder_, QStringLiteral("pretrain"))};
}

void TrainingForm::refresh() {
    const auto values = form_->values();
    const auto fit = values ? validate(options_from_values<PretrainOptions>(*values)) : Result<void>();
    start_->setEnabled(!data_file_.isEmpty() && values && fit);
    start_->setToolTip(data_file_.isEmpty() ? tr("Open a dataset first") : QString());
    command_->setPlainText(data_file_.isEmpty() ? QString() : runner_.commandLine(request()));
    if (!fit)
        message_->showError(fit.error());
    else if (!message_->isHidden())
        message_->dismiss();
}

Result<QString> TrainingForm::startRun() {
    KINELENS_TRY(values, form_->values());
    KINELENS_CHECK(validate(options_from_values<PretrainOptions>(values)));
    const JobRequest job = request();
    KINELENS_CHECK(runner_.start(job));
    emit started(job.folder);
    refresh();
    return job.folder;
}

} // namespace kinelens::ui
