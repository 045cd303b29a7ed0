// What a checkpoint is called by people.
#pragma once

#include <QString>

namespace kinelens::ui {

// Of its file's name without the ending: "epoch-0004" -> "epoch 4"; others keep theirs.
QString checkpointTitle(const QString& name);

} // namespace kinelens::ui
