// The window's commands, its menus and the bar of modes.
#pragma once

namespace kinelens::ui {

class MainWindow;

void addWindowCommands(MainWindow& window);

} // namespace kinelens::ui
