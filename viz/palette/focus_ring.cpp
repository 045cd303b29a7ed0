#include "viz/palette/focus_ring.h"

#include "viz/palette/qt_theme.h"

#include <QAbstractSlider>
#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QRadioButton>
#include <QSplitter>

namespace kinelens::viz {
namespace {

constexpr int line = 2, inner_line = 1;
constexpr int thick = line + inner_line;

// Boxes, marks and handles reach to the edge of these: a ring inside would cover them.
bool is_ringed_outside(const QWidget& control) {
    const bool kind = qobject_cast<const QCheckBox*>(&control) ||
                      qobject_cast<const QRadioButton*>(&control) ||
                      qobject_cast<const QAbstractSlider*>(&control);
    // A splitter would take the ring for one more of its parts.
    return kind && control.parentWidget() && !qobject_cast<const QSplitter*>(control.parentWidget());
}

// Menus and lists of choices mark their current line; windows have a frame.
bool is_ringed(const QWidget* focused) {
    return focused && !focused->isWindow() && focused->window()->windowType() != Qt::Popup &&
           !qobject_cast<const QMenuBar*>(focused) && !qobject_cast<const QMenu*>(focused) &&
           !qobject_cast<const QSplitter*>(focused);
}

} // namespace

FocusRing::FocusRing(QWidget& control)
    : QWidget(is_ringed_outside(control) ? control.parentWidget() : &control)
    , control_(control)
    , outside_(is_ringed_outside(control) ? thick : 0) {
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent); // its mask leaves nothing else
    setFocusPolicy(Qt::NoFocus);
    control_.installEventFilter(this);
    fit();
    raise();
    show();
}

void FocusRing::fit() {
    QRect place = control_.rect();
    if (outside_ > 0)
        place =
            control_.geometry().adjusted(-outside_, -outside_, outside_, outside_) & parentWidget()->rect();
    setGeometry(place);
    setMask(QRegion(rect()) - QRegion(rect().adjusted(thick, thick, -thick, -thick)));
}

bool FocusRing::eventFilter(QObject* target, QEvent* event) {
    if (target == &control_) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move) fit();
        if (event->type() == QEvent::ChildAdded) raise(); // editors of cells come last
        if (event->type() == QEvent::Hide || event->type() == QEvent::Show) setVisible(control_.isVisible());
    }
    return QWidget::eventFilter(target, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), to_qcolor(colours.focus));
    painter.fillRect(rect().adjusted(line, line, -line, -line), to_qcolor(colours.base));
}

FocusWatch::FocusWatch(QApplication& application)
    : QObject(&application) {
    connect(&application, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { show(now); });
    show(QApplication::focusWidget());
}

void FocusWatch::show(QWidget* focused) {
    delete ring_;
    if (is_ringed(focused)) ring_ = new FocusRing(*focused);
}

} // namespace kinelens::viz
