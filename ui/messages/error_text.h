// Errors as sentences for people.
#pragma once

#include "core/foundation/error.h"

#include <QString>

namespace kinelens::ui {

// "recording.csv, line 12, is malformed: too few columns."
QString errorText(const Error& error);

} // namespace kinelens::ui
