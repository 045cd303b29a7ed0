// Toast: a short notice at the foot of a window, with one button at most. It takes no focus and goes by
// itself after some seconds, but not while the pointer or the keyboard is on it.
#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kinelens::ui {

class Toast : public QFrame {
    Q_OBJECT
public:
    // `floor`: the lowest line of the window that it may cover, asked whenever it is placed.
    Toast(QWidget* window, std::function<int()> floor);

    void tell(const QString& text);
    // A button beside the text, reached with Alt and its letter; pressing it ends the notice.
    void tell(const QString& text, const QString& button, std::function<void()> action);
    QString text() const;
    void dismiss();

    static constexpr int seconds = 8;

protected:
    bool eventFilter(QObject* target, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    bool attended() const;

    std::function<int()> floor_;
    QString whole_;
    QLabel* text_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> callback_;
    QTimer timer_;
};

} // namespace kinelens::ui
