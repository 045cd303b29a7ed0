#include "ui/commands/action_registry.h"

#include "ui/commands/icons.h"

#include <algorithm>

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

void ActionRegistry::assign(const QString& prefix, const QString& mode, Why whyNot) {
    homes_.push_back({prefix, mode, std::move(whyNot)});
}

const ActionRegistry::Home* ActionRegistry::homeOf(const QString& id) const {
    const auto home = std::find_if(homes_.begin(), homes_.end(),
                                   [&](const Home& one) { return id.startsWith(one.prefix); });
    return home == homes_.end() ? nullptr : &*home;
}

QString ActionRegistry::modeOf(const QString& id) const {
    const Home* home = homeOf(id);
    return home ? home->mode : QString();
}

QString ActionRegistry::whyNot(const QString& id) const {
    const Home* home = homeOf(id);
    return home && home->whyNot ? home->whyNot(id) : QString();
}

QString toolTipWithKeys(const QAction& action) {
    QString text = action.text();
    text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    if (action.shortcut().isEmpty()) return text;
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts()) keys << key.toString(QKeySequence::NativeText);
    return QStringLiteral("%1  (%2)").arg(text, keys.join(QStringLiteral(", ")));
}

} // namespace kinelens::ui
