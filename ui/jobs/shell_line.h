// Words as the line that is shown and copied (core/foundation/shell_words.h).
#pragma once

#include "core/foundation/shell_words.h"

#include <QStringList>

namespace kinelens::ui {

inline QString shellLine(const QStringList& words) {
    std::vector<std::string> list;
    for (const QString& word : words) list.push_back(word.toStdString());
    return QString::fromStdString(shell_line(list));
}

} // namespace kinelens::ui
