// ScreenKeeper: a window stays on the screen when that shrinks, goes away or has another scale.
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
    explicit ScreenKeeper(QWidget& window); // its child; watches over the docks it has now as well

    void fit();

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void follow(QScreen* screen);

    QWidget& window_;
    QPointer<QScreen> screen_;
};

} // namespace kinelens::ui
