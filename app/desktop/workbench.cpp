#include "app/desktop/workbench.h"

#include "core/experiment/code_revision.h"
#include "core/experiment/experiment.h"

#include <QApplication>
#include <QSurfaceFormat>
#include <QTimer>

namespace kinelens {
namespace {

// VTK needs it.
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

} // namespace

void prepareApplication() {
    set_code_revision(code_revision());
    chooseSurface();
    QCoreApplication::setOrganizationName(QStringLiteral("Kinelens"));
    QCoreApplication::setApplicationName(QStringLiteral("kinelens"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(code_version()));
}

Workbench::Workbench(QApplication& application, const Arguments& arguments)
    : desktop(arguments.places)
    , theme(application, desktop.preferences)
    , window(desktop) {
    if (arguments.theme) theme.force(*arguments.theme);
    window.restoreSession();
    if (!arguments.mode.isEmpty()) window.enterMode(arguments.mode);
}

void Workbench::show(const Arguments& arguments) {
    window.show();
    QTimer::singleShot(0, &window, [this, &arguments] {
        if (desktop.workspace.file().isEmpty()) desktop.workspace.recover();
        window.openPaths(arguments.files);
        if (arguments.demo) window.startDemo(true);
    });
}

} // namespace kinelens
