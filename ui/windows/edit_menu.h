// The Edit menu: Undo and Redo by the names of what they are about, and what else people look for there. What
// takes something away, and what Undo did, is told in a toast with a button that acts on that very step.
#pragma once

class QMenu;

namespace kinelens::ui {

class MainWindow;

void addEditCommands(MainWindow& window, QMenu& menu);

} // namespace kinelens::ui
