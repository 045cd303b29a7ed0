#include "ui/forms/checkpoint_form.h"

#include "ui/forms/checkpoint_box.h"
#include "ui/forms/labelled_rows.h"
#include "ui/jobs/run_scanner.h"

#include <QApplication>
#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kinelens::ui {

CheckpointForm::CheckpointForm(const std::vector<JobKind>& kinds, const QString& title,
                               const FormParts& parts, QWidget* parent)
    : QWidget(parent)
    , kinds_(kinds)
    , head_(new QWidget(this))
    , checkpoint_(new CheckpointBox(parts.scanner, parts.dataset, head_))
    , kind_(new QComboBox(head_))
    , stack_(new QStackedWidget(this)) {
    for (const JobKind& kind : kinds_) {
        kind_->addItem(kind.title);
        auto* form = new JobForm(kind, parts, stack_);
        connect(form, &JobForm::started, this, &CheckpointForm::started);
        connect(form, &JobForm::changed, this, &CheckpointForm::changed);
        forms_.push_back(form);
        stack_->addWidget(form);
    }
    build(title);
    connect(kind_, &QComboBox::currentIndexChanged, this, &CheckpointForm::chooseKind);
    connect(checkpoint_, &CheckpointBox::changed, this, &CheckpointForm::refresh);
    connect(checkpoint_, &CheckpointBox::changed, this, &CheckpointForm::changed);
    connect(kind_, &QComboBox::currentIndexChanged, this, &CheckpointForm::changed);
    connect(&parts.scanner, &RunScanner::changed, this, [this, &scanner = parts.scanner] {
        for (JobForm* form : forms_) form->lookAtRun(scanner);
    });
    chooseKind();
}

void CheckpointForm::setKind(int kind) {
    kind_->setCurrentIndex(kind);
}

int CheckpointForm::kind() const {
    return kind_->currentIndex();
}

// The checkpoints that the kind can begin with; whoever changed it by key goes on from there.
void CheckpointForm::chooseKind() {
    const JobKind& kind = kinds_[static_cast<std::size_t>(kind_->currentIndex())];
    QWidget* focus = QApplication::focusWidget();
    stack_->setCurrentIndex(kind_->currentIndex());
    form(kind_->currentIndex()).setHead(head_);
    if (focus && head_->isAncestorOf(focus)) focus->setFocus();
    checkpoint_->offer(kind.use, kind.scratch);
    refresh();
}

void CheckpointForm::build(const QString& title) {
    kind_->setAccessibleName(title);
    auto* top = new LabelledRows(head_);
    top->setContentsMargins(8, 8, 8, 0);
    top->addRow(tr("Checkpoint"), checkpoint_);
    top->addRow(title, kind_);
    top->setLeastLabelWidth(JobForm::labelWidth(*this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
}

QJsonObject CheckpointForm::state() const {
    QJsonObject forms;
    for (std::size_t i = 0; i < forms_.size(); ++i) forms[kinds_[i].verb] = forms_[i]->state();
    return {{QStringLiteral("verb"), kinds_[static_cast<std::size_t>(kind())].verb},
            {QStringLiteral("checkpoints"), checkpoint_->state()},
            {QStringLiteral("forms"), forms}};
}

void CheckpointForm::restore(const QJsonObject& state) {
    const QJsonObject forms = state[QLatin1String("forms")].toObject();
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        if (forms.contains(kinds_[i].verb)) forms_[i]->restore(forms[kinds_[i].verb].toObject());
        if (state[QLatin1String("verb")].toString() == kinds_[i].verb) setKind(static_cast<int>(i));
    }
    checkpoint_->restore(state[QLatin1String("checkpoints")].toObject());
}

QString CheckpointForm::checkpoint() const {
    return checkpoint_->file();
}

void CheckpointForm::setCheckpoint(const QString& file) {
    checkpoint_->setFile(file);
}

void CheckpointForm::refresh() {
    const QString file = checkpoint(), reason = checkpoint_->reason();
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        const bool lacks = file.isEmpty() && !kinds_[i].scratch;
        forms_[i]->setArguments(file.isEmpty() ? QStringList()
                                               : QStringList{QStringLiteral("--checkpoint"), file});
        forms_[i]->setMissing(lacks ? tr("Choose a checkpoint first.") : reason);
    }
}

} // namespace kinelens::ui
