// The stamp of a result as people read it on hover: what made it, a line a fact, with the options that tell.
#pragma once

#include "core/results/stamp.h"

#include <QString>

namespace kinelens::ui {

QString stampText(const Stamp& stamp);

// One option of the stamp as text: "test", "0.01"; empty where the stamp does not say.
QString stampedOption(const Stamp& stamp, const char* key);

} // namespace kinelens::ui
