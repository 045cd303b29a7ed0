// MessageBar: a message inside the panel it concerns, with an optional button. Hidden until something is
// said. A message that is true only for a while is given its cause, and goes with it.
#pragma once

#include "core/foundation/error.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kinelens::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { information, warning, error };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text, const QString& details = {});
    void showError(const Error& error);
    // A button beside the text; replaces an earlier one.
    void setAction(const QString& text, std::function<void()> action);
    // Of what is said now: why. end() takes it back when that is over, unless something else was said since.
    void because(const QString& cause) { cause_ = cause; }
    void end(const QString& cause);
    QString cause() const { return cause_; }
    void dismiss();

    QString text() const;
    Kind kind() const { return kind_; }

signals:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateIcon();

    Kind kind_ = Kind::information;
    QString cause_;
    QLabel* icon_;
    QLabel* text_;
    QLabel* details_;
    QToolButton* details_button_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> callback_;
};

} // namespace kinelens::ui
