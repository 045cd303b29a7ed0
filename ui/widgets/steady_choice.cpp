#include "ui/widgets/steady_choice.h"

#include <QAbstractItemView>

namespace kinelens::ui {
namespace {

// A view that was given a current row, were it none, leaves it at that until its model is reset.
void settleCurrent(QAbstractItemView& view) {
    if (!view.currentIndex().isValid()) view.setCurrentIndex({});
}

} // namespace

void keepChoiceFromFocus(QAbstractItemView& view) {
    QObject::connect(view.model(), &QAbstractItemModel::modelReset, &view, [&view] { settleCurrent(view); });
    settleCurrent(view);
}

} // namespace kinelens::ui
