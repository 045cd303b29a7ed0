// CommandPalette: type some letters of a command, press Enter. Commands of other modes are found as well and
// choosing one goes there first; those that cannot run now are grey and say why.
#pragma once

#include "ui/commands/action_registry.h"

#include <QDialog>
#include <functional>

class QLineEdit;
class QListWidget;
class QMenuBar;

namespace kinelens::ui {

// What the palette needs to know of the window's modes.
struct PaletteModes {
    QString current; // empty: none
    std::function<QString(const QString& mode)> title;
    std::function<void(const QString& mode)> enter;
};

class CommandPalette : public QDialog {
    Q_OBJECT
public:
    // `commands`: the registry's and whatever else can be done.
    CommandPalette(const ActionRegistry& registry, std::vector<ActionRegistry::Entry> commands,
                   PaletteModes modes, QWidget* parent);

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void build();
    void list(const QString& words);
    void add(std::size_t entry, bool runs);
    bool canRun(std::size_t entry) const;
    void walk(int step);
    void run();

    const ActionRegistry& registry_;
    std::vector<ActionRegistry::Entry> entries_;
    PaletteModes modes_;
    QLineEdit* search_;
    QListWidget* list_;
};

// Every command of the registry, and what only the menus hold, under its menu's title.
std::vector<ActionRegistry::Entry> allCommands(const ActionRegistry& registry, const QMenuBar& bar);

// True if the letters of `typed` appear in `text` in that order, words in any order.
bool paletteMatches(const QString& text, const QString& typed);

} // namespace kinelens::ui
