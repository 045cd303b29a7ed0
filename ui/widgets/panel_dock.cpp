#include "ui/widgets/panel_dock.h"

#include "ui/widgets/panel_frame.h"

#include <QDockWidget>
#include <QMainWindow>

namespace kinelens::ui {
namespace {

constexpr const char* inViewName = "inView"; // of a dock: no other of its place lies before it

} // namespace

QDockWidget* makeDock(QMainWindow& window, const QString& name, const QString& title, QWidget* panel) {
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setAcceptDrops(true); // while it floats as well
    dock->setWidget(new PanelFrame(panel, dock));
    QObject::connect(dock, &QDockWidget::visibilityChanged, dock,
                     [dock](bool inView) { dock->setProperty(inViewName, inView); });
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    return dock;
}

bool isInView(const QWidget& panel) {
    const QWidget* above = &panel;
    while (above && !qobject_cast<const QDockWidget*>(above)) above = above->parentWidget();
    return panel.isVisible() && (!above || above->property(inViewName).toBool());
}

} // namespace kinelens::ui
