// The window's commands, its menus and the bar of modes.
#pragma once

class QMainWindow;

namespace kinelens::ui {

struct WindowParts;

void addWindowCommands(QMainWindow& window, const WindowParts& parts);

} // namespace kinelens::ui
