// What a panel shows while it has nothing: what would fill it, and the one button that does.
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace kinelens::ui {

class EmptyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& explanation);
    void setButton(const QString& text, std::function<void()> action);
    void setButtonVisible(bool visible);

    // Not what its words would need in the narrowest column: the window would outgrow the screen.
    QSize minimumSizeHint() const override { return {200, 110}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    QLabel* title_;
    QLabel* explanation_;
    QPushButton* button_;
};

} // namespace kinelens::ui
