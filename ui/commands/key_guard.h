// KeyGuard: the player's keys work everywhere in the window, but a control that needs one of them keeps it:
// Space presses the focused button, arrows move the focused slider or list.
#pragma once

#include <QObject>

namespace kinelens::ui {

class KeyGuard : public QObject {
    Q_OBJECT
public:
    explicit KeyGuard(QObject* parent); // installs itself on the application

protected:
    bool eventFilter(QObject* target, QEvent* event) override;
};

} // namespace kinelens::ui
