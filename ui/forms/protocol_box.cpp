#include "ui/forms/protocol_box.h"

#include "ui/forms/choice_box.h"
#include "ui/messages/protocol_words.h"
#include "ui/messages/value_words.h"
#include "ui/widgets/boxes.h"

#include <QLabel>
#include <QLineEdit>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

DividedData divided(const OpenDataset& dataset) {
    return {dataset.info, dataset.sequences, dataset.intervals, dataset.file.toStdString()};
}

// A job that learns from sequences takes one split: of those that several make, the first stands for all.
std::vector<std::string> listed(const OpenDatasetPtr& dataset, LearnsFrom from) {
    std::vector<std::string> names = common_protocols();
    if (from != LearnsFrom::sequences) return names;
    for (std::string& name : names) {
        if (!dataset) continue;
        if (const auto single = single_protocols(dataset->sequences, name); single && single->size() > 1)
            name = single->front();
    }
    names.insert(names.begin(), std::string());
    return names;
}

Choice choiceOf(const OfferedProtocol& offered) {
    const QString name = QString::fromStdString(offered.protocol), note = protocolNote(offered);
    if (offered.foreign) return {name, name, name, note};
    const QString title = protocolTitle(name);
    return {name, name, note.isEmpty() ? title : title + QLatin1Char('\n') + note, protocolReason(offered)};
}

} // namespace

ProtocolBox::ProtocolBox(const CurrentDataset& dataset, LearnsFrom from, bool optional, QWidget* parent)
    : QWidget(parent)
    , dataset_(dataset)
    , from_(from)
    , optional_(optional)
    , box_(new ChoiceBox(this))
    , note_(new QLabel(this)) {
    box_->setEditable(true);
    box_->setInsertPolicy(QComboBox::NoInsert);
    box_->setAccessibleName(tr("Protocol"));
    box_->setToolTip(optional_ ? tr("Names the training side; empty takes all sequences. Also "
                                    "subjects:1,3,5, cameras:1,2, one fold "
                                    "such as folds:subject/4#0, and file:LIST.")
                               : tr("Names the training side, the rest is tested. Also subjects:1,3,5, "
                                    "cameras:1,2, one fold such as "
                                    "folds:subject/4#0, and file:LIST."));
    box_->lineEdit()->setPlaceholderText(optional_ ? tr("all sequences") : tr("needed"));
    setFocusProxy(box_);
    note_->setWordWrap(true);
    note_->setTextFormat(Qt::PlainText);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->hide();
    auto* layout = makeColumn(this, {}, 4);
    layout->addWidget(box_);
    layout->addWidget(note_);
    connect(box_, &QComboBox::currentTextChanged, this, &ProtocolBox::look);
    connect(box_, &QComboBox::currentTextChanged, this, &ProtocolBox::changed);
    connect(&dataset_, &CurrentDataset::changed, this, &ProtocolBox::list);
    connect(&dataset_, &CurrentDataset::changed, this, &ProtocolBox::look);
    list();
}

QString ProtocolBox::text() const {
    return box_->currentText().trimmed();
}

void ProtocolBox::setText(const QString& protocol) {
    box_->setEditText(protocol);
}

QString ProtocolBox::reason() const {
    return protocolReason(offered_);
}

void ProtocolBox::list() {
    listing_.forget();
    std::vector<Choice> unknown;
    for (const std::string& name : listed(nullptr, from_))
        unknown.push_back({QString::fromStdString(name), QString::fromStdString(name)});
    box_->setChoices(unknown);
    if (!dataset_.dataset()) return;
    listing_.ask(QtConcurrent::run([dataset = dataset_.dataset(), from = from_] {
                     std::vector<Choice> known;
                     for (const std::string& name : listed(dataset, from))
                         known.push_back(choiceOf(offered_protocol(divided(*dataset), name, 0, from)));
                     return known;
                 }),
                 [this](const std::vector<Choice>& known) { box_->setChoices(known); });
}

void ProtocolBox::look() {
    const auto take = [this](const OfferedProtocol& offered) {
        offered_ = offered;
        note_->setText(protocolNote(offered_));
        note_->setVisible(!note_->text().isEmpty());
        emit looked();
    };
    looking_.forget();
    take({});
    const std::string asked = text().toStdString();
    if (!dataset_.dataset() || (asked.empty() && !optional_)) return;
    looking_.ask(QtConcurrent::run([dataset = dataset_.dataset(), from = from_, asked] {
                     return offered_protocol(divided(*dataset), asked, 0, from);
                 }),
                 take);
}

} // namespace kinelens::ui
