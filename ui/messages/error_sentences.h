// One clear, translated sentence for every error code: what happened, where, and what can be done.
#pragma once

#include "core/foundation/error.h"

#include <QString>

namespace kinelens::ui {

QString errorSentence(const Error& error);

// What the person may do about it; empty where nothing helps.
QString errorAdvice(ErrorCode code);

// Both.
QString errorText(const Error& error);

} // namespace kinelens::ui
