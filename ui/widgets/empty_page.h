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

    QSize minimumSizeHint() const override; // the title and the button

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void colour();
    void fit(); // with little room the explanation stands in the tool tip

    QLabel* title_;
    QLabel* explanation_;
    QPushButton* button_;
};

} // namespace kinelens::ui
