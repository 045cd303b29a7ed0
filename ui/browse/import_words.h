// What an import ended with, in words.
#pragma once

#include "ui/jobs/verb_process.h"
#include "ui/widgets/message_bar.h"

namespace kinelens::ui {

struct ImportWords {
    MessageBar::Kind kind = MessageBar::Kind::information;
    QString text;
    QString details;    // the first of what was rejected or warned about
    QString everything; // all of it, a line each
};

ImportWords importWords(const VerbEnd& end);

} // namespace kinelens::ui
