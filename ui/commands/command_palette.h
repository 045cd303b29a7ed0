// CommandPalette: type some letters of a command, press Enter.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace kinelens::ui {

class ActionRegistry;

class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const ActionRegistry& registry, QWidget* parent);

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void list(const QString& words);
    void run();

    const ActionRegistry& registry_;
    QLineEdit* search_;
    QListWidget* list_;
};

// True if the letters of `typed` appear in `text` in that order, words in any order.
bool paletteMatches(const QString& text, const QString& typed);

} // namespace kinelens::ui
