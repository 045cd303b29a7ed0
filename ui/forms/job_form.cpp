#include "ui/forms/job_form.h"

#include "ui/forms/command_box.h"
#include "ui/forms/labelled_rows.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/forms/preset_box.h"
#include "ui/forms/protocol_box.h"
#include "ui/forms/started_run.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/state/current_dataset.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/scroll_panel.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kinelens::ui {

JobForm::JobForm(JobKind kind, const FormParts& parts, QWidget* parent)
    : QWidget(parent)
    , kind_(std::move(kind))
    , parts_(parts)
    , dataset_(new QLabel(this))
    , preset_(new PresetBox(kind_.verb, kind_.preset, this))
    , protocol_(kind_.splits ? new ProtocolBox(parts.dataset, kind_.from, kind_.protocol.isEmpty(), this)
                             : nullptr)
    , form_(new OptionForm(kind_.table, this))
    , message_(new MessageBar(this))
    , command_(new CommandBox(this))
    , reason_(new QLabel(this))
    , run_(new StartedRun(this))
    , start_(new QPushButton(kind_.start_text, this)) {
    build();
    connect(preset_, &QComboBox::currentIndexChanged, this, &JobForm::loadPreset);
    if (protocol_) {
        connect(protocol_, &ProtocolBox::changed, this, &JobForm::refresh);
        connect(protocol_, &ProtocolBox::looked, this, &JobForm::refresh);
        connect(protocol_, &ProtocolBox::changed, this, &JobForm::changed);
    }
    connect(form_, &OptionForm::edited, this, &JobForm::refresh);
    connect(form_, &OptionForm::edited, message_, &MessageBar::dismiss);
    connect(preset_, &QComboBox::currentIndexChanged, this, &JobForm::changed);
    connect(form_, &OptionForm::edited, this, &JobForm::changed);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (const auto folder = startRun(); !folder) tellNotStarted(folder.error());
    });
    connect(run_, &StartedRun::ended, this, [this](const QString& why) {
        if (toldElsewhere_ && toldElsewhere_(started_)) return;
        message_->show(MessageBar::Kind::error, why);
        message_->because(started_);
    });
    connect(&parts_.runner, &JobRunner::startFailed, this,
            [this](const QString& folder, const QString& words) {
                if (folder != started_) return;
                emit neverBegan(); // first: what is set then takes messages back
                if (toldElsewhere_ && toldElsewhere_(folder)) return;
                message_->show(MessageBar::Kind::error,
                               tr("%1 did not start.").arg(QFileInfo(folder).fileName()), words);
                message_->because(folder);
            });
    connect(&parts_.runner, &JobRunner::launched, message_,
            &MessageBar::end); // of the run that did not start before
    connect(&parts_.dataset, &CurrentDataset::changed, this, &JobForm::showDataset);
    loadPreset();
    showDataset();
}

LabelledRows* JobForm::buildTop() {
    auto* top = new LabelledRows;
    top->setContentsMargins(8, 8, 8, 0);
    dataset_->setTextFormat(Qt::PlainText);
    dataset_->setWordWrap(true);
    top->addRow(tr("Dataset"), dataset_);
    top->addRow(tr("Preset"), preset_);
    if (protocol_) {
        protocol_->setText(kind_.protocol);
        top->addRow(tr("Protocol"), protocol_);
    }
    top->setLeastLabelWidth(labelWidth(*this));
    top->setRowVisible(preset_, preset_->hasPresets());
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
    auto* layout = makeColumn(this);
    layout->addWidget(new ScrollPanel(buildBody(), this), 1);
    layout->addWidget(message_);
    layout->addWidget(buildFoot());
}

QWidget* JobForm::buildBody() {
    auto* body = new QWidget(this);
    body_ = new QVBoxLayout(body);
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(8);
    body_->addLayout(buildTop());
    body_->addWidget(form_);
    body_->addStretch(1);
    body_->addWidget(command_);
    return body;
}

QWidget* JobForm::buildFoot() {
    auto* foot = new QWidget(this);
    reason_->setWordWrap(true);
    reason_->setTextFormat(Qt::PlainText);
    reason_->setAccessibleName(tr("Why it cannot start"));
    start_->setDefault(true);
    QSizePolicy given = reason_->sizePolicy(); // the width that the button leaves
    given.setHorizontalPolicy(QSizePolicy::Ignored);
    reason_->setSizePolicy(given);
    reason_->setMinimumWidth(64);
    auto* layout = makeColumn(foot, {8, 4, 8, 4}, 4);
    layout->addWidget(run_);
    auto* row = new QHBoxLayout; // side by side: in a low window every row is one less of the form
    row->setSpacing(8);
    row->addWidget(reason_, 1);
    row->addStretch(0);
    row->addWidget(start_, 0, Qt::AlignBottom);
    layout->addLayout(row);
    return foot;
}

void JobForm::setHead(QWidget* head) {
    body_->insertWidget(0, head);
    head->show();
}

void JobForm::showDataset() {
    const OpenDatasetPtr open = parts_.dataset.dataset();
    dataset_->setText(!open ? tr("none is open")
                            : tr("%1 (%2)").arg(QString::fromStdString(open->info.name),
                                                countedText(static_cast<qint64>(open->sequences.size()),
                                                            tr("1 sequence"), tr("%1 sequences"))));
    dataset_->setToolTip(open ? open->file : QString());
    refresh();
}

void JobForm::setOption(const std::string& key, const OptionValue& value) {
    if (OptionRow* row = form_->row(key)) row->setValue(value);
}

void JobForm::setOptions(const OptionValues& values) {
    {
        const QSignalBlocker once(form_);
        form_->setValues(values);
    }
    message_->dismiss();
    refresh();
}

void JobForm::tellNotStarted(const Error& error) {
    if (error.code != ErrorCode::disk_full) return message_->showError(error);
    message_->show(MessageBar::Kind::error,
                   tr("Not started: the disk is full. Free some space, then try again."),
                   errorSentence(error));
}

void JobForm::setToldElsewhere(std::function<bool(const QString& folder)> told) {
    toldElsewhere_ = std::move(told);
}

void JobForm::showError(const Error& error) {
    message_->showError(error);
}

void JobForm::setArguments(const QStringList& arguments) {
    arguments_ = arguments;
    refresh();
}

void JobForm::setUsesData(bool on) {
    uses_data_ = on;
    refresh();
}

void JobForm::setRule(std::function<Result<void>(const OptionValues&)> rule) {
    rule_ = std::move(rule);
    refresh();
}

void JobForm::lookAtRun(const RunScanner& scanner) {
    run_->look(scanner);
}

void JobForm::setMissing(const QString& what) {
    missing_ = what;
    refresh();
}

void JobForm::loadPreset() {
    if (const auto values = preset_->values(kind_.table, kind_.defaults))
        form_->setBaseline(*values);
    else
        message_->showError(values.error());
    refresh();
}

QString JobForm::protocolText() const {
    return protocol_ ? protocol_->text() : QString();
}

QString JobForm::obstacle() const {
    const OpenDatasetPtr open = parts_.dataset.dataset();
    if (uses_data_ && !open) return tr("Open a dataset first.");
    if (uses_data_ && open->sequences.empty()) return tr("The dataset has no sequences.");
    if (!missing_.isEmpty()) return missing_;
    if (!kind_.protocol.isEmpty() && protocolText().isEmpty()) return tr("Choose a protocol first.");
    if (const QString reason = protocol_ ? protocol_->reason() : QString(); !reason.isEmpty()) return reason;
    const auto fit = checked();
    return fit ? QString() : errorSentence(fit.error());
}

QJsonObject JobForm::state() const {
    QJsonObject state{{QStringLiteral("preset"), preset_->name()},
                      {QStringLiteral("options"), form_->state()}};
    if (protocol_) state[QStringLiteral("protocol")] = protocolText();
    return state;
}

void JobForm::restore(const QJsonObject& state) {
    preset_->choose(state[QLatin1String("preset")].toString());
    if (const QJsonValue protocol = state[QLatin1String("protocol")]; protocol_ && protocol.isString())
        protocol_->setText(protocol.toString());
    form_->restore(state[QLatin1String("options")].toObject());
}

JobRequest JobForm::request() const {
    const QString folder = JobRunner::freeFolder(parts_.scanner.runsFolder(), kind_.verb);
    QStringList words = arguments_;
    if (const OpenDatasetPtr open = parts_.dataset.dataset(); uses_data_ && open)
        words << QStringLiteral("--data") << open->file;
    if (!kind_.output.isEmpty())
        words << QStringLiteral("--output")
              << (kind_.output == QLatin1String(".") ? folder : QDir(folder).filePath(kind_.output));
    if (!preset_->name().isEmpty()) words << QStringLiteral("--preset") << preset_->name();
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
    if (kind_.check) KINELENS_CHECK(kind_.check(values));
    if (const OpenDatasetPtr open = parts_.dataset.dataset(); kind_.fits && uses_data_ && open)
        KINELENS_CHECK(kind_.fits(values, protocol_ ? protocol_->division() : Division(), *open));
    if (rule_) KINELENS_CHECK(rule_(values));
    return {};
}

void JobForm::refresh() {
    const QString why = obstacle();
    start_->setEnabled(why.isEmpty());
    start_->setToolTip(why);
    reason_->setText(why);
    reason_->setVisible(!why.isEmpty());
    QStringList lines;
    if (!uses_data_ || parts_.dataset.dataset())
        for (const JobRequest& job : jobs()) lines << parts_.runner.commandLine(job);
    command_->setCommands(lines);
}

Result<QString> JobForm::startRun() {
    KINELENS_CHECK(checked());
    const std::vector<JobRequest> all = jobs();
    KINELENS_CHECK(launch_ ? launch_(all) : parts_.runner.start(all.front()));
    const QString folder = all.front().folder;
    started_ = folder;
    message_->dismiss(); // of the one before
    if (!toldElsewhere_) run_->follow(folder);
    emit started(folder);
    refresh();
    return folder;
}

} // namespace kinelens::ui
