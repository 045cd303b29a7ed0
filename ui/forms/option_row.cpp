#include "ui/forms/option_row.h"

#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"
#include "viz/palette/qt_theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <array>
#include <limits>
#include <string_view>

namespace kinelens::ui {
namespace {

// "epochs" of one epoch is "epoch".
QString unitText(const char* unit, int value) {
    constexpr std::array ofOne{std::pair{"epochs", QT_TRANSLATE_NOOP("Options", "epoch")},
                               std::pair{"frames", QT_TRANSLATE_NOOP("Options", "frame")},
                               std::pair{"iterations", QT_TRANSLATE_NOOP("Options", "iteration")},
                               std::pair{"sequences", QT_TRANSLATE_NOOP("Options", "sequence")},
                               std::pair{"steps", QT_TRANSLATE_NOOP("Options", "step")},
                               std::pair{"windows", QT_TRANSLATE_NOOP("Options", "window")}};
    for (const auto& [several, one] : ofOne)
        if (value == 1 && std::string_view(unit) == several) return optionWords(one);
    return optionWords(unit);
}

// Seeds go beyond what a spin box holds; they are typed.
bool fitsSpinBox(const OptionInfo& info) {
    return info.maximum <= std::numeric_limits<int>::max();
}

QSpinBox* spinBox(const OptionInfo& info, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    const double most = std::numeric_limits<int>::max();
    box->setRange(static_cast<int>(std::max(info.minimum, -most)),
                  static_cast<int>(std::min(info.maximum, most)));
    if (const QString zero = zeroWords(info); !zero.isEmpty()) box->setSpecialValueText(zero);
    if (info.step > 0) box->setSingleStep(static_cast<int>(info.step));
    const char* unit = info.unit;
    const auto follow = [box, unit](int value) {
        box->setSuffix(QStringLiteral(" ") + unitText(unit, value));
    };
    if (*unit) QObject::connect(box, &QSpinBox::valueChanged, box, follow);
    if (*unit) follow(box->value());
    return box;
}

} // namespace

OptionRow::OptionRow(const OptionInfo& info, QWidget* parent)
    : QObject(parent)
    , info_(info)
    , label_(new QLabel(parent))
    , field_(new QWidget(parent))
    , revert_(new QToolButton(field_))
    , problem_(new QLabel(field_)) {
    buildEditor();
    auto* layout = new QGridLayout(field_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(2);
    layout->addWidget(editor_, 0, 0);
    layout->addWidget(revert_, 0, 1);
    layout->addWidget(problem_, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    revert_->setText(QStringLiteral("↺"));
    revert_->setAutoRaise(true);
    QSizePolicy kept = revert_->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    revert_->setSizePolicy(kept);
    revert_->setAccessibleName(tr("Revert %1").arg(optionWords(info_.label)));
    connect(revert_, &QToolButton::clicked, this, [this] { setValue(baseline_); });
    problem_->setWordWrap(true);
    problem_->hide();
    const QString name = optionWords(info_.label);
    const QString symbol = QString::fromUtf8(info_.symbol);
    label_->setText(symbol.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, symbol));
    label_->setBuddy(editor_);
    editor_->setObjectName(QString::fromStdString(info_.key));
    editor_->setAccessibleName(name);
    const bool chosen = qobject_cast<QComboBox*>(editor_) != nullptr; // its longest choice must be readable
    editor_->setMinimumWidth(chosen ? std::max(96, editor_->sizeHint().width()) : 96);
    label_->setToolTip(tip());
    editor_->setToolTip(tip());
}

QWidget* OptionRow::label() const {
    return label_;
}

void OptionRow::buildEditor() {
    if (info_.kind == OptionKind::boolean) {
        auto* box = new QCheckBox(field_);
        connect(box, &QCheckBox::toggled, this, &OptionRow::refresh);
        editor_ = box;
    } else if (info_.kind == OptionKind::choice) {
        auto* box = new QComboBox(field_);
        for (const std::string& choice : info_.choices) {
            const QString value = QString::fromStdString(choice);
            box->addItem(choiceWords(value), value);
        }
        connect(box, &QComboBox::currentIndexChanged, this, &OptionRow::refresh);
        editor_ = box;
    } else if (info_.kind == OptionKind::integer && fitsSpinBox(info_)) {
        QSpinBox* box = spinBox(info_, field_);
        connect(box, &QSpinBox::valueChanged, this, &OptionRow::refresh);
        editor_ = box;
    } else if (info_.key == "device") {
        buildDevice();
    } else {
        buildText();
    }
    editor_->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the form, not the value
}

// The usual ones by their names; any may be typed, as on the command line.
void OptionRow::buildDevice() {
    auto* box = new QComboBox(field_);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    for (const char* device : {"auto", "cpu", "cuda"})
        box->addItem(deviceWords(QLatin1String(device)), QLatin1String(device));
    connect(box, &QComboBox::currentTextChanged, this, &OptionRow::refresh);
    editor_ = box;
}

// Reals (and integers without end) are typed: "5e-4" is what people mean, and no spin box step fits it.
void OptionRow::buildText() {
    auto* edit = new QLineEdit(field_);
    connect(edit, &QLineEdit::textChanged, this, &OptionRow::refresh);
    editor_ = edit;
}

QString OptionRow::text() const {
    if (const auto* box = qobject_cast<QCheckBox*>(editor_)) return box->isChecked() ? "true" : "false";
    if (const auto* box = qobject_cast<QComboBox*>(editor_)) {
        const QString typed = box->currentText().trimmed();
        const int known = box->findText(typed);
        return known < 0 ? typed : box->itemData(known).toString();
    }
    if (const auto* box = qobject_cast<QSpinBox*>(editor_)) return QString::number(box->value());
    const QString typed = static_cast<QLineEdit*>(editor_)->text().trimmed();
    const bool zero = !typed.isEmpty() && typed.compare(zeroWords(info_), Qt::CaseInsensitive) == 0;
    return zero ? QStringLiteral("0") : typed;
}

Result<OptionValue> OptionRow::value() const {
    return parse_option(info_, text().toStdString());
}

void OptionRow::setValue(const OptionValue& value) {
    const QString shown = QString::fromStdString(option_text(value));
    if (auto* box = qobject_cast<QCheckBox*>(editor_)) box->setChecked(std::get<bool>(value));
    if (auto* box = qobject_cast<QComboBox*>(editor_)) {
        const int known = box->findData(shown);
        known < 0 ? box->setCurrentText(shown) : box->setCurrentIndex(known);
        if (box->isEditable() && known >= 0) box->setEditText(box->itemText(known));
    }
    if (auto* box = qobject_cast<QSpinBox*>(editor_))
        box->setValue(static_cast<int>(std::get<std::int64_t>(value)));
    if (auto* edit = qobject_cast<QLineEdit*>(editor_)) {
        edit->setText(valueText(value));
        edit->setCursorPosition(0); // a long text is read from its beginning
    }
    refresh();
}

// As people read it.
QString OptionRow::valueText(const OptionValue& value) const {
    const QString plain = QString::fromStdString(option_text(value));
    if (info_.key == "device") return deviceWords(plain);
    if (info_.kind == OptionKind::choice) return choiceWords(plain);
    const QString zero = plain == QLatin1String("0") ? zeroWords(info_) : QString();
    return zero.isEmpty() ? plain : zero;
}

void OptionRow::setBaseline(const OptionValue& baseline) {
    baseline_ = baseline;
    refresh();
}

bool OptionRow::differs() const {
    const auto now = value();
    return !now || *now != baseline_;
}

void OptionRow::refresh() {
    const auto now = value();
    problem_->setVisible(!now);
    if (!now)
        problem_->setText(QStringLiteral("⚠ ") +
                          withOptionLabels(QString::fromStdString(now.error().detail)));
    const bool changed = differs();
    revert_->setVisible(changed);
    revert_->setToolTip(tr("Back to the preset's %1").arg(valueText(baseline_)));
    QFont font = label_->font();
    font.setBold(changed);
    label_->setFont(font);
    emit edited();
}

void OptionRow::setVisible(bool visible) {
    label_->setVisible(visible);
    field_->setVisible(visible);
}

bool OptionRow::matches(const QString& search) const {
    const QString all = optionWords(info_.label) + QLatin1Char(' ') + QString::fromStdString(info_.key) +
                        QLatin1Char(' ') + QString::fromUtf8(info_.symbol) + QLatin1Char(' ') +
                        optionWords(info_.help);
    return all.contains(search, Qt::CaseInsensitive);
}

QString OptionRow::tip() const {
    QString html = QStringLiteral("<p>%1</p>").arg(optionWords(info_.help).toHtmlEscaped());
    QStringList facts;
    if (*info_.symbol) facts << tr("In the paper: %1").arg(QString::fromUtf8(info_.symbol));
    if (info_.kind == OptionKind::integer || info_.kind == OptionKind::real)
        facts << tr("Between %1 and %2 %3")
                     .arg(QString::fromStdString(option_text(info_.minimum)),
                          QString::fromStdString(option_text(info_.maximum)), optionWords(info_.unit))
                     .trimmed();
    facts << tr("On the command line: --%1").arg(QString::fromStdString(option_flag(info_.key)));
    return html + QStringLiteral("<p>%1</p>").arg(facts.join(QStringLiteral("<br>")));
}

} // namespace kinelens::ui
