// KeySheet: every command that has a key, by group.
#pragma once

#include <QDialog>

namespace kinelens::ui {

class ActionRegistry;

class KeySheet : public QDialog {
    Q_OBJECT
public:
    KeySheet(const ActionRegistry& registry, QWidget* parent);
};

} // namespace kinelens::ui
