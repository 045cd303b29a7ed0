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

    using Why = std::function<QString(const QString& id)>;

    // Commands whose name begins with `prefix` belong to one mode of the window (empty: to none) and sleep in
    // the others. `whyNot` tells what one of them still lacks in its mode; nothing: it can run.
    void assign(const QString& prefix, const QString& mode, Why whyNot = {});
    QString modeOf(const QString& id) const;
    QString whyNot(const QString& id) const;

    QAction* add(const CommandWords& words, const QList<QKeySequence>& keys, std::function<void()> run);
    QAction* action(const QString& id) const; // null if there is none
    const std::vector<Entry>& entries() const { return entries_; }

private:
    struct Home {
        QString prefix, mode;
        Why whyNot;
    };
    const Home* homeOf(const QString& id) const;

    std::vector<Entry> entries_;
    std::vector<Home> homes_;
};

// "Front  (Shift+F, Num+1)"
QString toolTipWithKeys(const QAction& action);

} // namespace kinelens::ui
