// What must hold in the window at any moment, whatever was done before.
#pragma once

#include <QStringList>

namespace kinelens::ui {
class MainWindow;
}

namespace kinelens::walk {

// A sentence for each thing that is wrong; empty: all is well.
//   bars        the transport and the status bar are there and inside the window (not on the start page)
//   docks       every docked panel lies inside the window, none over another; floating ones on the screen
//   controls    every visible control is as large as it needs and not cut by what it stands in, unless that
//               can be scrolled
//   screen      the window is no larger than the screen
QStringList faultsOf(ui::MainWindow& window);

} // namespace kinelens::walk
