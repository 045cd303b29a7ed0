// ThemeKeeper: light, dark or as the desktop has it; applied at once when the choice changes.
#pragma once

#include "ui/state/preferences.h"
#include "viz/palette/palette.h"

#include <QObject>

class QApplication;

namespace kinelens::ui {

class ThemeKeeper : public QObject {
    Q_OBJECT
public:
    // Made before any other palette is set: what the application then has is the desktop's.
    ThemeKeeper(QApplication& application, Preferences& preferences);

    viz::Theme theme() const;
    // For this session only, whatever the preferences say.
    void force(ThemeChoice choice);

private:
    void apply();

    QApplication& application_;
    Preferences& preferences_;
    viz::Theme desktops_;
    ThemeChoice choice_;
};

} // namespace kinelens::ui
