#include "tests/ui/walk/shell_checks.h"

#include "ui/windows/main_window.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <algorithm>

namespace kinelens::walk {
namespace {

constexpr int slack = 4;      // of a button, between its text and its edge
constexpr int narrowBox = 96; // a box of choices cuts its text by itself, and the list tells it whole

QString described(const QWidget& widget) {
    QString text = widget.objectName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) text = button->text();
    if (text.isEmpty()) text = widget.accessibleName();
    QString of =
        QString::fromLatin1(widget.metaObject()->className()).remove(QStringLiteral("kinelens::ui::"));
    if (!text.isEmpty()) of += QStringLiteral(" \"%1\"").arg(text.left(40));
    for (const QWidget* at = widget.parentWidget(); at; at = at->parentWidget())
        if (qobject_cast<const QDockWidget*>(at)) return of + QStringLiteral(" in ") + at->objectName();
    return of;
}

QString size(const QSize& size) {
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

void checkBars(ui::MainWindow& window, QStringList& faults) {
    const QRect inside = window.rect();
    const auto* transport = window.findChild<QToolBar*>(QStringLiteral("transport"));
    const bool modes = !window.startPageShown();
    if (modes && (!transport->isVisible() || !inside.contains(transport->geometry())))
        faults << QStringLiteral("the transport bar is not there");
    if (!window.statusBar()->isVisible() || !inside.contains(window.statusBar()->geometry()))
        faults << QStringLiteral("the status bar is not there");
}

void checkDocks(ui::MainWindow& window, QStringList& faults) {
    QList<const QDockWidget*> docked;
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        if (dock->isHidden() || dock->visibleRegion().isEmpty()) continue;
        if (dock->isFloating()) {
            if (!dock->screen()->availableGeometry().contains(dock->geometry()))
                faults << QStringLiteral("%1 floats beyond the screen").arg(dock->objectName());
            continue;
        }
        if (!window.rect().contains(dock->geometry()))
            faults << QStringLiteral("%1 lies outside the window").arg(dock->objectName());
        for (const QDockWidget* other : docked)
            if (other->geometry().intersects(dock->geometry()))
                faults << QStringLiteral("%1 lies over %2").arg(dock->objectName(), other->objectName());
        docked << dock;
    }
}

bool isControl(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
           qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           (qobject_cast<const QAbstractSlider*>(&widget) && !qobject_cast<const QScrollBar*>(&widget));
}

// Parts of a control, of a view's header or of a tab bar are their owner's affair.
bool isPart(const QWidget& widget) {
    for (const QWidget* at = widget.parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QTabBar*>(at) || at->inherits("QAbstractItemView") ||
            at->inherits("QDialog") || at->inherits("QMenu") || at->inherits("QMenuBar"))
            return true;
        if (isControl(*at)) return true;
    }
    return widget.isWindow() || widget.objectName().startsWith(QStringLiteral("qt_"));
}

// Cut by something that cannot be scrolled to show the rest.
bool isCut(const QWidget& control) {
    QRect shown = control.rect();
    const QWidget* at = &control;
    while (at->parentWidget() && !at->isWindow()) {
        shown.translate(at->pos());
        at = at->parentWidget();
        if (at->rect().contains(shown)) continue;
        const auto* area = qobject_cast<const QAbstractScrollArea*>(at->parentWidget());
        if (!area || area->viewport() != at) return true;
        const bool down = area->verticalScrollBar()->maximum() > 0;
        const bool across = area->horizontalScrollBar()->maximum() > 0;
        const bool cutAcross = shown.left() < 0 || shown.right() > at->rect().right();
        const bool cutDown = shown.top() < 0 || shown.bottom() > at->rect().bottom();
        return (cutAcross && !across) || (cutDown && !down);
    }
    return false;
}

// A dock behind another in the same place is visible by Qt's account, and lies beside the window.
bool isBehind(const QWidget& widget) {
    for (const QWidget* at = &widget; at; at = at->parentWidget())
        if (qobject_cast<const QDockWidget*>(at)) return at->visibleRegion().isEmpty();
    return false;
}

void checkTexts(ui::MainWindow& window, QStringList& faults) {
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || isBehind(*label) || isPart(*label)) continue;
        const int least =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
        const bool narrow = !label->wordWrap() &&
                            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored &&
                            label->width() + 1 < label->minimumSizeHint().width();
        if (label->height() + 1 < least || narrow || isCut(*label))
            faults << QStringLiteral("the text \"%1\" is cut (%2)")
                          .arg(label->text().left(60), size(label->size()));
    }
}

void checkControls(ui::MainWindow& window, QStringList& faults) {
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !isControl(*widget) || isPart(*widget) || isBehind(*widget)) continue;
        QSize least = widget->minimumSizeHint().boundedTo(widget->maximumSize());
        if (qobject_cast<QComboBox*>(widget)) least.setWidth(std::min(least.width(), narrowBox));
        // Half a pixel is lost at uneven scales, a few at a change of theme.
        if (widget->width() + slack < least.width() || widget->height() + 1 < least.height())
            faults << QStringLiteral("%1 has %2 and needs %3")
                          .arg(described(*widget), size(widget->size()), size(least));
        else if (isCut(*widget))
            faults << QStringLiteral("%1 is cut").arg(described(*widget));
    }
}

} // namespace

QStringList faultsOf(ui::MainWindow& window) {
    QStringList faults;
    const QSize screen = window.screen()->availableSize();
    if (window.width() > screen.width() || window.height() > screen.height())
        faults
            << QStringLiteral("the window has %1 on a screen of %2").arg(size(window.size()), size(screen));
    checkBars(window, faults);
    checkDocks(window, faults);
    checkControls(window, faults);
    checkTexts(window, faults);
    return faults;
}

} // namespace kinelens::walk
