#include "ui/state/chosen_runs.h"

namespace kinelens::ui {

// The same ones once more count: another panel may have shown something else meanwhile.
void ChosenRuns::choose(const QStringList& folders) {
    folders_ = folders;
    emit chosen(folders_);
}

void ChosenRuns::setColours(const QHash<QString, int>& colours) {
    colours_ = colours;
    emit coloursChanged(colours_);
}

} // namespace kinelens::ui
