#include "ui/forms/choice_box.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

namespace kinelens::ui {
namespace {

constexpr int reasonRole = Qt::UserRole + 1;

} // namespace

ChoiceBox::ChoiceBox(QWidget* parent)
    : QComboBox(parent) {
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    view()->setTextElideMode(Qt::ElideMiddle);
    connect(this, &QComboBox::activated, this, [this] { byHand_ = true; });
}

void ChoiceBox::add(const Choice& choice) {
    addItem(choice.text, choice.value);
    const int index = count() - 1;
    const QString tip = choice.tip.isEmpty() ? choice.text : choice.tip;
    setItemData(index, choice.reason.isEmpty() ? tip : tip + QStringLiteral("\n⚠ ") + choice.reason,
                Qt::ToolTipRole);
    setItemData(index, choice.reason, reasonRole);
    if (auto* items = qobject_cast<QStandardItemModel*>(model()))
        items->item(index)->setEnabled(choice.reason.isEmpty());
}

void ChoiceBox::setChoices(const std::vector<Choice>& choices) {
    const QSignalBlocker quiet(this);
    const QString typed = currentText();
    const bool had = currentIndex() >= 0;
    const QVariant before = currentData();
    clear();
    for (const Choice& choice : choices) add(choice);
    if (isEditable()) return setEditText(typed);
    int place = had ? findData(before) : -1;
    if (had && place < 0 && byHand_) {
        add({typed, before, {}, tr("%1 is not there any more.").arg(typed)});
        place = count() - 1;
    }
    if (!byHand_ && (place < 0 || !reasonOf(place).isEmpty())) place = firstUsable();
    setCurrentIndex(place);
}

int ChoiceBox::firstUsable() const {
    for (int i = 0; i < count(); ++i)
        if (reasonOf(i).isEmpty()) return i;
    return count() > 0 ? 0 : -1;
}

bool ChoiceBox::choose(const QVariant& value) {
    const int place = findData(value);
    if (place < 0) return false;
    byHand_ = true;
    setCurrentIndex(place);
    return true;
}

void ChoiceBox::forget() {
    byHand_ = false;
    const QSignalBlocker quiet(this);
    setCurrentIndex(-1);
}

QString ChoiceBox::reason() const {
    return reasonOf(currentIndex());
}

QString ChoiceBox::reasonOf(int index) const {
    return index < 0 ? QString() : itemData(index, reasonRole).toString();
}

// What is cut stands whole in the tool tip, before what the box is for.
bool ChoiceBox::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QComboBox::event(event);
    QStringList lines{currentIndex() < 0 ? QString() : itemData(currentIndex(), Qt::ToolTipRole).toString(),
                      toolTip()};
    lines.removeAll(QString());
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

void ChoiceBox::paintEvent(QPaintEvent* event) {
    if (isEditable()) return QComboBox::paintEvent(event);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 4;
    if (currentIndex() < 0) option.currentText = placeholderText();
    option.currentText =
        fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, room.width() - icon - 4);
    if (currentIndex() < 0 || !reason().isEmpty())
        option.palette.setBrush(QPalette::ButtonText, palette().brush(QPalette::PlaceholderText));
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace kinelens::ui
