// Workbench: the window and all that it shares, opened as the arguments want it.
#pragma once

#include "app/desktop/arguments.h"
#include "ui/windows/main_window.h"
#include "ui/windows/theme_keeper.h"

class QApplication;

namespace kinelens {

// Names, version and the drawing surface; before the application object stands.
void prepareApplication();

struct Workbench {
    Workbench(QApplication& application, const Arguments& arguments);

    // Files and the demo are opened when the window stands. `arguments` live on.
    void show(const Arguments& arguments);

    ui::Desktop desktop;
    ui::ThemeKeeper theme;
    ui::MainWindow window;
};

} // namespace kinelens
