// TransportBar: the one clock's controls, under all panels.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace kinelens::ui {

class ActionRegistry;
class Playhead;

class TransportBar : public QWidget {
    Q_OBJECT
public:
    TransportBar(Playhead& playhead, const ActionRegistry& actions, QWidget* parent = nullptr);

private:
    QWidget* button(const ActionRegistry& actions, const char* id);
    void showTime();
    void showSpeed();

    Playhead& playhead_;
    QLabel* time_;
    QLabel* frame_;
    QComboBox* speed_;
};

} // namespace kinelens::ui
