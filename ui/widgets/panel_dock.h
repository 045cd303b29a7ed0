// The docks that hold the window's panels, and which of these can be seen.
#pragma once

#include <QString>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace kinelens::ui {

QDockWidget* makeDock(QMainWindow& window, const QString& name, const QString& title, QWidget* panel);

bool isInView(const QWidget& panel); // shown, and in a dock in front of those that share its place

} // namespace kinelens::ui
