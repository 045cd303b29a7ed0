#include "app/desktop/arguments.h"
#include "core/experiment/experiment.h"
#include "ui/windows/capture_tour.h"
#include "ui/windows/desktop.h"
#include "ui/windows/desktop_bench.h"
#include "ui/windows/main_window.h"
#include "ui/windows/theme_keeper.h"

#include <QApplication>
#include <QSurfaceFormat>
#include <QTimer>
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

bool asksForWordsOnly(int count, char** words) {
    for (int i = 1; i < count; ++i)
        for (const char* plain : {"-h", "--help", "--help-all", "-v", "--version"})
            if (std::strcmp(words[i], plain) == 0) return true;
    return false;
}

} // namespace

int main(int argumentCount, char** argumentWords) {
    if (asksForWordsOnly(argumentCount, argumentWords)) { // needs no display
        const QCoreApplication application(argumentCount, argumentWords);
        QCoreApplication::setApplicationVersion(QString::fromStdString(code_version()));
        readArguments(application);
    }
    chooseSurface();
    QApplication application(argumentCount, argumentWords);
    QCoreApplication::setOrganizationName(QStringLiteral("Kinelens"));
    QCoreApplication::setApplicationName(QStringLiteral("kinelens"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(code_version()));
    const Arguments arguments = readArguments(application);

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
