#include "ui/widgets/file_drops.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace kinelens::ui {
namespace {

QStringList localFiles(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

} // namespace

FileDrops::FileDrops(QWidget& window)
    : QObject(&window)
    , window_(window) {
    window.setAcceptDrops(true);
    qApp->installEventFilter(this);
}

// Dialogs, such as those that choose a file, keep their own ways.
bool FileDrops::holds(const QObject* target) const {
    const auto* widget = qobject_cast<const QWidget*>(target);
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const QDialog*>(widget)) return false;
        if (widget == &window_) return true;
    }
    return false;
}

bool FileDrops::eventFilter(QObject* target, QEvent* event) {
    const bool drop = event->type() == QEvent::Drop;
    if (!drop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove) return false;
    if (!holds(target)) return false;
    auto& drag = *static_cast<QDropEvent*>(event); // drags that enter and move are drops to be
    const QStringList paths = localFiles(*drag.mimeData());
    if (paths.isEmpty()) return false;
    drag.setDropAction(Qt::CopyAction);
    drag.accept();
    if (drop) emit dropped(paths);
    return true;
}

} // namespace kinelens::ui
