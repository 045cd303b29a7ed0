#include "app/desktop/arguments.h"

#include "ui/messages/language.h"
#include "ui/windows/mode_arrangements.h"

#include <QCommandLineParser>
#include <cstdio>

namespace kinelens {
namespace {

std::optional<ui::ThemeChoice> themeOf(const QString& name) {
    if (name.isEmpty()) return {};
    if (name == QStringLiteral("system")) return ui::ThemeChoice::system;
    if (name == QStringLiteral("light")) return ui::ThemeChoice::light;
    if (name == QStringLiteral("dark")) return ui::ThemeChoice::dark;
    refuse(QStringLiteral("--theme is system, light or dark, not %1.").arg(name));
}

struct Flag {
    const char* name;
    const char* help;
    const char* value; // null: it has none
};

constexpr Flag flags[] = {
    {"demo", "Open the synthetic demo dataset and start a compact pretraining on it", nullptr},
    {"mode", "Mode to begin in: browse, train, evaluate, explore or detect", "MODE"},
    {"theme", "system, light or dark", "THEME"},
    {"language", "Language of the window, such as en or de; the system's otherwise", "LANGUAGE"},
    {"runs", "Folder of the runs", "DIR"},
    {"data-dir", "Folder for datasets made here", "DIR"},
    {"state-dir", "Folder for settings, session and recovery instead of your own", "DIR"},
    {"figure", "Write the maps among FILES side by side to a .png, .svg or .pdf and quit", "FILE"}};

} // namespace

void refuse(const QString& sentence) {
    std::fprintf(stderr, "kinelens: %s\n", qPrintable(sentence));
    std::exit(2);
}

void describeArguments(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Kinelens: a workbench for skeleton action analysis"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILES"),
                                 QStringLiteral("Workspace, datasets, run folders or recordings to open"),
                                 QStringLiteral("[FILES…]"));
    for (const Flag& flag : flags) {
        QCommandLineOption option(QLatin1String(flag.name), QLatin1String(flag.help));
        if (flag.value) option.setValueName(QLatin1String(flag.value));
        parser.addOption(option);
    }
}

Arguments readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    describeArguments(parser);
    parser.process(application);
    return argumentsOf(parser);
}

Arguments argumentsOf(const QCommandLineParser& parser) {
    Arguments arguments;
    arguments.files = parser.positionalArguments();
    arguments.demo = parser.isSet(QStringLiteral("demo"));
    arguments.mode = parser.value(QStringLiteral("mode"));
    if (!arguments.mode.isEmpty() && !ui::ModeArrangements::modes().contains(arguments.mode))
        refuse(QStringLiteral("--mode is browse, train, evaluate, explore or detect, not %1.")
                   .arg(arguments.mode));
    arguments.theme = themeOf(parser.value(QStringLiteral("theme")));
    arguments.language = parser.value(QStringLiteral("language"));
    if (!arguments.language.isEmpty() && !ui::languages().contains(arguments.language))
        refuse(QStringLiteral("--language is %1, not %2.")
                   .arg(ui::languages().join(QStringLiteral(" or ")), arguments.language));
    arguments.figure = parser.value(QStringLiteral("figure"));
    arguments.places.runs = parser.value(QStringLiteral("runs"));
    arguments.places.data = parser.value(QStringLiteral("data-dir"));
    arguments.places.state = parser.value(QStringLiteral("state-dir"));
    if (!arguments.places.state.isEmpty())
        arguments.places.settings = arguments.places.state + QStringLiteral("/settings.ini");
    return arguments;
}

} // namespace kinelens
