// What the program was started with.
#pragma once

#include "ui/state/preferences.h"
#include "ui/windows/desktop.h"

#include <optional>

class QCoreApplication;

namespace kinelens {

struct Arguments {
    QStringList files;
    bool demo = false;
    QString mode;
    std::optional<ui::ThemeChoice> theme;
    QString language;        // empty: the system's
    QString capture;         // folder for pictures
    QString figure;          // file for the maps among the files
    QString bench;           // file for measurements
    bool benchStart = false; // of the start alone
    ui::DesktopPlaces places;
};

// Ends the program with this sentence.
[[noreturn]] void refuse(const QString& sentence);

// Ends the program with help, version or a sentence about what cannot be used.
Arguments readArguments(const QCoreApplication& application);

} // namespace kinelens
