// Every command of the program by name: menus, tool tips, the palette and the key sheet come from here.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

namespace kinelens::ui {

struct CommandWords {
    QString id;    // stable: "player.play"
    QString group; // heading in the key sheet
    QString text;
    QString icon{}; // name in the icon theme
};

class ActionRegistry : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct Entry {
        CommandWords words;
        QAction* action;
    };

    QAction* add(const CommandWords& words, const QList<QKeySequence>& keys, std::function<void()> run);
    QAction* action(const QString& id) const; // null if there is none
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
};

// "Play  (Space)"
QString toolTipWithKeys(const QAction& action);

} // namespace kinelens::ui
