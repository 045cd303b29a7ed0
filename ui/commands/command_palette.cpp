#include "ui/commands/command_palette.h"

#include "ui/widgets/boxes.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

namespace kinelens::ui {
namespace {

QString withoutMnemonics(QString text) {
    return text.remove(QLatin1Char('&'));
}

void addCommandsOf(QMenu& menu, std::vector<ActionRegistry::Entry>& commands) {
    emit menu.aboutToShow(); // some are filled only now
    for (QAction* action : menu.actions()) {
        const auto isIt = [action](const ActionRegistry::Entry& entry) { return entry.action == action; };
        if (action->menu())
            addCommandsOf(*action->menu(), commands);
        else if (!action->isSeparator() && std::ranges::none_of(commands, isIt))
            commands.push_back(
                {{action->objectName(), withoutMnemonics(menu.title()), action->text()}, action});
    }
}

} // namespace

std::vector<ActionRegistry::Entry> allCommands(const ActionRegistry& registry, const QMenuBar& bar) {
    std::vector<ActionRegistry::Entry> commands = registry.entries();
    for (const QAction* top : bar.actions())
        if (top->menu()) addCommandsOf(*top->menu(), commands);
    return commands;
}

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

CommandPalette::CommandPalette(const ActionRegistry& registry, std::vector<ActionRegistry::Entry> commands,
                               PaletteModes modes, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , registry_(registry)
    , entries_(std::move(commands))
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
    const auto& [words, action] = entries_[entry];
    const QString mode = registry_.modeOf(words.id);
    const bool elsewhere = !mode.isEmpty() && mode != modes_.current;
    return registry_.whyNot(words.id).isEmpty() && (elsewhere || action->isEnabled());
}

void CommandPalette::list(const QString& words) {
    list_->clear();
    std::vector<std::size_t> asleep;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const QString text =
            entries_[i].words.group + QLatin1Char(' ') + withoutMnemonics(entries_[i].action->text());
        if (!entries_[i].action->isVisible() || !paletteMatches(text, words)) continue;
        if (canRun(i))
            add(i, true);
        else
            asleep.push_back(i);
    }
    const bool any = list_->count() > 0;
    for (const std::size_t entry : asleep) add(entry, false);
    list_->setCurrentRow(any ? 0 : -1);
    if (list_->count() > 0) return;
    auto* nothing = new QListWidgetItem(tr("No command matches “%1”.").arg(words.simplified()), list_);
    nothing->setFlags(Qt::NoItemFlags);
}

void CommandPalette::add(std::size_t entry, bool runs) {
    const auto& [words, action] = entries_[entry];
    const QString mode = registry_.modeOf(words.id), why = registry_.whyNot(words.id);
    QString text = words.group + QStringLiteral(": ") + withoutMnemonics(action->text());
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
    const auto& [words, action] = entries_[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())];
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
