// Which controls Tab stops at: those that can be seen. Panels behind others in tabs and parts of splitters
// that are closed count as visible for Qt, though nobody sees them.
#pragma once

class QWidget;

namespace kinelens::ui {

// In view, or out of it only because what holds it is scrolled.
bool isReachable(const QWidget& control);
// Scrolls whatever holds it.
void bringIntoView(QWidget& control);

} // namespace kinelens::ui
