#include "ui/commands/command_palette.h"

#include "ui/commands/action_registry.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace kinelens::ui {

bool paletteMatches(const QString& text, const QString& typed) {
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        qsizetype from = 0;
        for (const QChar letter : word) {
            from = text.indexOf(letter, from, Qt::CaseInsensitive);
            if (from < 0) return false;
            ++from;
        }
    }
    return true;
}

CommandPalette::CommandPalette(const ActionRegistry& registry, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , registry_(registry)
    , search_(new QLineEdit(this))
    , list_(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Commands"));
    search_->setPlaceholderText(tr("Type a command"));
    search_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(search_);
    layout->addWidget(list_);
    resize(480, 360);
    if (parent) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 80)));
    connect(search_, &QLineEdit::textChanged, this, &CommandPalette::list);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    list({});
    search_->setFocus();
}

void CommandPalette::list(const QString& words) {
    list_->clear();
    const auto& entries = registry_.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QAction& action = *entries[i].action;
        const QString text =
            entries[i].words.group + QStringLiteral(": ") + action.text().remove(QLatin1Char('&'));
        if (!action.isEnabled() || !paletteMatches(text, words)) continue;
        const QString keys = action.shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(action.icon(),
                                         keys.isEmpty() ? text : text + QStringLiteral("   ") + keys, list_);
        item->setData(Qt::UserRole, static_cast<int>(i));
    }
    list_->setCurrentRow(0);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item) return;
    QAction* action = registry_.entries()[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].action;
    close();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* target, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(target, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        run();
        return true;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const int step = key == Qt::Key_Up ? -1 : 1;
        list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(list_->count() - 1, 0)));
        return true;
    }
    return QDialog::eventFilter(target, event);
}

} // namespace kinelens::ui
