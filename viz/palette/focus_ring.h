// The ring around the control that has the keys: the same for every kind, whatever style or canvas draws it.
// A line in the focus colour along the edge and one in the ground's colour inside it, so that it is told both
// from what is around the control and from what the control shows.
#pragma once

#include <QPointer>
#include <QWidget>

class QApplication;

namespace kinelens::viz {

class FocusRing : public QWidget {
    Q_OBJECT
public:
    explicit FocusRing(QWidget& control);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void fit();

    QWidget& control_;
    int outside_; // pixels between the control and the ring's outer edge
};

// Keeps one ring around whatever has the focus, in all windows of the program.
class FocusWatch : public QObject {
    Q_OBJECT
public:
    explicit FocusWatch(QApplication& application);

private:
    void show(QWidget* focused);

    QPointer<FocusRing> ring_;
};

} // namespace kinelens::viz
