#include "ui/commands/action_registry.h"

#include "ui/commands/icons.h"

namespace kinelens::ui {

QAction* ActionRegistry::add(const CommandWords& words, const QList<QKeySequence>& keys,
                             std::function<void()> run) {
    auto* action = new QAction(words.text, this);
    action->setObjectName(words.id);
    action->setShortcuts(keys);
    if (!words.icon.isEmpty()) action->setIcon(icon(words.icon));
    action->setToolTip(toolTipWithKeys(*action));
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    entries_.push_back({words, action});
    return action;
}

QAction* ActionRegistry::action(const QString& id) const {
    for (const Entry& entry : entries_)
        if (entry.words.id == id) return entry.action;
    return nullptr;
}

QString toolTipWithKeys(const QAction& action) {
    QString text = action.text();
    text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    if (action.shortcut().isEmpty()) return text;
    return QStringLiteral("%1  (%2)").arg(text, action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace kinelens::ui
