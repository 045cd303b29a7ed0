// WindowParts: what the window's commands act on.
#pragma once

namespace kinelens::ui {

struct Desktop;
struct WindowPanels;
class ModeArrangements;
class Opener;
class Toast;

struct WindowParts {
    Desktop& desktop;
    WindowPanels& panels;
    ModeArrangements& modes;
    Opener& opener;
    Toast& toast;
};

} // namespace kinelens::ui
