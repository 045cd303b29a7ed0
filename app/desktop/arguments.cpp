#include "app/desktop/arguments.h"

#include "ui/windows/mode_arrangements.h"

#include <QCommandLineParser>
#include <cstdio>

namespace kinelens {
namespace {

[[noreturn]] void refuse(const QString& sentence) {
    std::fprintf(stderr, "kinelens: %s\n", qPrintable(sentence));
    std::exit(2);
}

std::optional<ui::ThemeChoice> themeOf(const QString& name) {
    if (name.isEmpty()) return {};
    if (name == QStringLiteral("system")) return ui::ThemeChoice::system;
    if (name == QStringLiteral("light")) return ui::ThemeChoice::light;
    if (name == QStringLiteral("dark")) return ui::ThemeChoice::dark;
    refuse(QStringLiteral("--theme is system, light or dark, not %1.").arg(name));
}

} // namespace

Arguments readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Kinelens: a workbench for skeleton action analysis"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILES"),
                                 QStringLiteral("Workspace, datasets, run folders or recordings to open"),
                                 QStringLiteral("[FILES…]"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QStringLiteral("Open the synthetic demo dataset and start a compact pretraining on it"));
    const QCommandLineOption mode(QStringLiteral("mode"), QStringLiteral("Mode to begin in: browse or train"),
                                  QStringLiteral("MODE"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("system, light or dark"),
                                   QStringLiteral("THEME"));
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("Folder of the runs"),
                                  QStringLiteral("DIR"));
    const QCommandLineOption data(QStringLiteral("data-dir"), QStringLiteral("Folder for datasets made here"),
                                  QStringLiteral("DIR"));
    const QCommandLineOption state(
        QStringLiteral("state-dir"),
        QStringLiteral("Folder for settings, session and recovery instead of your own"),
        QStringLiteral("DIR"));
    const QCommandLineOption capture(
        QStringLiteral("capture"),
        QStringLiteral("When everything runs, save pictures of all panels there and quit"),
        QStringLiteral("DIR"));
    QCommandLineOption bench(QStringLiteral("bench"),
                             QStringLiteral("Measure the window and write the numbers to a file"),
                             QStringLiteral("FILE"));
    bench.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({demo, mode, theme, runs, data, state, capture, bench});
    parser.process(application);

    Arguments arguments;
    arguments.files = parser.positionalArguments();
    arguments.demo = parser.isSet(demo);
    arguments.mode = parser.value(mode);
    if (!arguments.mode.isEmpty() && !ui::ModeArrangements::modes().contains(arguments.mode))
        refuse(QStringLiteral("--mode is browse or train, not %1.").arg(arguments.mode));
    arguments.theme = themeOf(parser.value(theme));
    arguments.capture = parser.value(capture);
    arguments.bench = parser.value(bench);
    arguments.places.runs = parser.value(runs);
    arguments.places.data = parser.value(data);
    arguments.places.state = parser.value(state);
    if (!arguments.places.state.isEmpty())
        arguments.places.settings = arguments.places.state + QStringLiteral("/settings.ini");
    return arguments;
}

} // namespace kinelens
