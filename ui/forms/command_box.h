// CommandBox: the commands that a form amounts to, to be read and copied.
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace kinelens::ui {

class CommandBox : public QWidget {
    Q_OBJECT
public:
    explicit CommandBox(QWidget* parent);

    void setCommands(const QStringList& commands); // one after the other

private:
    QPlainTextEdit* text_;
};

} // namespace kinelens::ui
