// Numbers, durations and sizes as people read them.
#pragma once

#include <QString>

namespace kinelens::ui {

QString countText(qint64 number); // 60 000 with thin spaces
// "1 sequence" or "60 000 sequences": `several` has the number's place, %1.
QString countedText(qint64 number, const QString& one, const QString& several);
QString durationText(double seconds); // "1 h 02 m", "3 m 05 s", "4.2 s"
QString clockText(double seconds);    // "1:02.40"
QString numberText(double number);    // four significant figures: 0.001234, 12.35, 1.2e-06

} // namespace kinelens::ui
