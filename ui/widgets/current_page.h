// A stack of pages asks for the room of the page that is shown, not of the largest one behind it.
#pragma once

class QStackedWidget;

namespace kinelens::ui {

// For a tab widget: its stack. Pages that come later count when one is next shown.
void followCurrentPage(QStackedWidget& stack);

} // namespace kinelens::ui
