// The Edit menu: Undo and Redo by the names of what they are about, and what else people look for there. What
// takes something away, and what Undo did, is told in a toast with a button that acts on that very step.
#pragma once

class QMainWindow;
class QMenu;

namespace kinelens::ui {

struct WindowParts;

void addEditCommands(QMainWindow& window, const WindowParts& parts, QMenu& menu);

} // namespace kinelens::ui
