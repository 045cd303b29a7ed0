// Lists that leave the choice to people: Qt makes the first row current when a view without a current one
// gets the focus, and whoever follows the current row would follow one that nobody chose.
#pragma once

class QAbstractItemView;

namespace kinelens::ui {

// Once the view has its model: the focus alone makes no row of it current any more.
void keepChoiceFromFocus(QAbstractItemView& view);

} // namespace kinelens::ui
