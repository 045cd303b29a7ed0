// ScreenKeeper: a window stays on the screen when that shrinks, goes away or has another scale. Its least
// size yields to the screen.
#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>

class QScreen;
class QWidget;

namespace kinelens::ui {

// `frame` moved, and only then made smaller, until it lies in `available`.
QRect fittedInto(QRect frame, const QRect& available);

class ScreenKeeper : public QObject {
    Q_OBJECT
public:
    // Its child; watches over the docks it has now as well. `least`: the size below which only a smaller
    // screen brings the window.
    ScreenKeeper(QWidget& window, QSize least);

    void fit();

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void follow(QScreen* screen);
    void yield();

    QWidget& window_;
    QSize least_;
    QPointer<QScreen> screen_;
};

} // namespace kinelens::ui
