// What the program was started with.
#pragma once

#include "ui/state/preferences.h"
#include "ui/windows/desktop.h"

#include <optional>

class QCommandLineParser;
class QCoreApplication;

namespace kinelens {

struct Arguments {
    QStringList files;
    bool demo = false;
    QString mode;
    std::optional<ui::ThemeChoice> theme;
    QString language; // empty: the system's
    QString figure;   // file for the maps among the files
    ui::DesktopPlaces places;
};

// Ends the program with this sentence.
[[noreturn]] void refuse(const QString& sentence);

// Ends the program with help, version or a sentence about what cannot be used.
Arguments readArguments(const QCoreApplication& application);

// The same in two steps, for a program with further arguments.
void describeArguments(QCommandLineParser& parser);
Arguments argumentsOf(const QCommandLineParser& parser);

} // namespace kinelens
