#include "app/desktop/arguments.h"
#include "core/experiment/code_revision.h"
#include "core/experiment/experiment.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/language.h"
#include "ui/windows/capture_tour.h"
#include "ui/windows/desktop.h"
#include "ui/windows/desktop_bench.h"
#include "ui/windows/figure_export.h"
#include "ui/windows/main_window.h"
#include "ui/windows/theme_keeper.h"

#include <QApplication>
#include <QSurfaceFormat>
#include <QTimer>
#include <algorithm>
#include <cstring>

using namespace kinelens;

namespace {

// VTK needs it, and it must stand before the application object.
void chooseSurface() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
    format.setRedBufferSize(8);
    format.setGreenBufferSize(8);
    format.setBlueBufferSize(8);
    format.setAlphaBufferSize(8);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
}

bool has(int count, char** words, std::initializer_list<const char*> wanted) {
    for (int i = 1; i < count; ++i)
        for (const char* plain : wanted)
            if (std::strcmp(words[i], plain) == 0) return true;
    return false;
}

// Qt ends the program without a display; its own -platform may name one that needs none.
bool lacksDisplay(int count, char** words) {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return false;
    return !has(count, words, {"-platform", "--platform"});
}

bool wantsFigure(int count, char** words) {
    return std::any_of(words, words + count, [](const char* word) {
        return std::strncmp(word, "--figure", std::strlen("--figure")) == 0;
    });
}

// Help, and words that are wrong, are answered without a display; a figure needs none.
void answerWithoutDisplay(int count, char** words) {
    const bool lacking = lacksDisplay(count, words);
    if (lacking && wantsFigure(count, words)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return;
    }
    if (!lacking && !has(count, words, {"-h", "--help", "--help-all", "-v", "--version"})) return;
    const QCoreApplication application(count, words);
    QCoreApplication::setApplicationVersion(QString::fromStdString(code_version()));
    readArguments(application);
    refuse(QStringLiteral("there is no display to open a window on; kinelens-cli works without one."));
}

} // namespace

int main(int argumentCount, char** argumentWords) {
    set_code_revision(code_revision());
    answerWithoutDisplay(argumentCount, argumentWords);
    chooseSurface();
    QApplication application(argumentCount, argumentWords);
    QCoreApplication::setOrganizationName(QStringLiteral("Kinelens"));
    QCoreApplication::setApplicationName(QStringLiteral("kinelens"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(code_version()));
    const Arguments arguments = readArguments(application);
    ui::useLanguage(application, arguments.language);

    if (!arguments.figure.isEmpty()) {
        const auto written = ui::exportMaps(arguments.figure, arguments.files);
        if (!written) refuse(ui::errorSentence(written.error()));
        return 0;
    }
    ui::Desktop desktop(arguments.places);
    ui::ThemeKeeper theme(application, desktop.preferences);
    if (arguments.theme) theme.force(*arguments.theme);
    ui::MainWindow window(desktop);
    window.restoreSession();
    if (!arguments.mode.isEmpty()) window.enterMode(arguments.mode);
    std::optional<ui::DesktopBench> bench;
    if (!arguments.bench.isEmpty()) {
        bench.emplace(window, arguments.bench, arguments.benchStart);
        QObject::connect(&*bench, &ui::DesktopBench::finished, &application, &QApplication::exit,
                         Qt::QueuedConnection);
        bench->start();
    }
    window.show();
    // What takes time begins when the window stands.
    QTimer::singleShot(0, &window, [&] {
        if (desktop.workspace.file().isEmpty()) desktop.workspace.recover();
        window.openPaths(arguments.files);
        if (arguments.demo) window.startDemo(true);
    });
    std::optional<ui::CaptureTour> tour;
    if (!arguments.capture.isEmpty()) {
        const auto awaited = arguments.demo              ? ui::Awaited::training
                             : arguments.files.isEmpty() ? ui::Awaited::nothing
                                                         : ui::Awaited::opened;
        tour.emplace(window, theme, arguments.capture, awaited);
        QObject::connect(&*tour, &ui::CaptureTour::finished, &application, &QApplication::exit,
                         Qt::QueuedConnection);
        tour->start();
    }
    return QApplication::exec();
}
