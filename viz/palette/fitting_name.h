// Names in the room that there is for them. They are cut in the middle: "standing shoulder press, left" and
// "standing shoulder press, right" differ at their ends.
#pragma once

#include <QFontMetrics>
#include <QString>
#include <string>

namespace kinelens::viz {

inline QString fitting_name(const QString& name, const QFontMetrics& font, double room) {
    return font.elidedText(name, Qt::ElideMiddle, static_cast<int>(room));
}

inline QString fitting_name(const std::string& name, const QFontMetrics& font, double room) {
    return fitting_name(QString::fromStdString(name), font, room);
}

} // namespace kinelens::viz
