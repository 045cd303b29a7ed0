#include "ui/commands/command_palette.h"

#include "ui/commands/action_registry.h"
#include "ui/widgets/boxes.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

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

CommandPalette::CommandPalette(const ActionRegistry& registry, PaletteModes modes, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , registry_(registry)
    , modes_(std::move(modes))
    , search_(new QLineEdit(this))
    , list_(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Commands"));
    build();
    resize(560, 360);
    if (parent) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 80)));
    connect(search_, &QLineEdit::textChanged, this, &CommandPalette::list);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    list({});
    search_->setFocus();
}

void CommandPalette::build() {
    search_->setPlaceholderText(tr("Type a command"));
    search_->setAccessibleName(tr("Command"));
    search_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 8);
    layout->addWidget(search_);
    layout->addWidget(list_);
}

// In another mode a command may sleep for no other reason than that.
bool CommandPalette::canRun(std::size_t entry) const {
    const auto& [words, action] = registry_.entries()[entry];
    const QString mode = registry_.modeOf(words.id);
    const bool elsewhere = !mode.isEmpty() && mode != modes_.current;
    return registry_.whyNot(words.id).isEmpty() && (elsewhere || action->isEnabled());
}

void CommandPalette::list(const QString& words) {
    list_->clear();
    const auto& entries = registry_.entries();
    std::vector<std::size_t> asleep;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QString text = entries[i].words.group + QLatin1Char(' ') + entries[i].action->text();
        if (!entries[i].action->isVisible() || !paletteMatches(text, words)) continue;
        if (canRun(i))
            add(i, true);
        else
            asleep.push_back(i);
    }
    const bool any = list_->count() > 0;
    for (const std::size_t entry : asleep) add(entry, false);
    list_->setCurrentRow(any ? 0 : -1);
}

void CommandPalette::add(std::size_t entry, bool runs) {
    const auto& [words, action] = registry_.entries()[entry];
    const QString mode = registry_.modeOf(words.id), why = registry_.whyNot(words.id);
    QString text = words.group + QStringLiteral(": ") + action->text().remove(QLatin1Char('&'));
    if (!action->shortcut().isEmpty())
        text += QStringLiteral("   ") + action->shortcut().toString(QKeySequence::NativeText);
    if (!why.isEmpty())
        text += QStringLiteral("   – ") + why;
    else if (!mode.isEmpty() && mode != modes_.current)
        text += QStringLiteral("   – ") + tr("in %1").arg(modes_.title(mode));
    auto* item = new QListWidgetItem(action->icon(), text, list_);
    item->setData(Qt::UserRole, static_cast<int>(entry));
    if (!runs) item->setFlags(Qt::NoItemFlags);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled)) return;
    const auto& [words, action] =
        registry_.entries()[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())];
    const QString mode = registry_.modeOf(words.id);
    close();
    if (mode.isEmpty() || mode == modes_.current) return action->trigger();
    modes_.enter(mode); // once its panels have found their places:
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

// Over those that cannot run.
void CommandPalette::walk(int step) {
    for (int row = list_->currentRow() + step; row >= 0 && row < list_->count(); row += step)
        if (list_->item(row)->flags() & Qt::ItemIsEnabled) return list_->setCurrentRow(row);
}

bool CommandPalette::eventFilter(QObject* target, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(target, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        run();
        return true;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        walk(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return QDialog::eventFilter(target, event);
}

} // namespace kinelens::ui
