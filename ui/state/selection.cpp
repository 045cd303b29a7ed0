#include "ui/state/selection.h"

namespace kinelens::ui {

void Selection::setCurrent(const QString& sequence) {
    if (current_ == sequence) return;
    current_ = sequence;
    emit currentChanged(current_);
}

void Selection::setSelected(const QStringList& sequences) {
    if (selected_ == sequences) return;
    selected_ = sequences;
    emit selectedChanged(selected_);
}

void Selection::clear() {
    setSelected({});
    setCurrent({});
}

} // namespace kinelens::ui
