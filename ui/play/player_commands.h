// The player's commands and keys.
#pragma once

namespace kinelens::ui {

class ActionRegistry;
class Playhead;

// "player.play", "player.back", "player.forward", "player.first" …
void addPlayerCommands(ActionRegistry& registry, Playhead& playhead);
// Where no player is in the window, its keys are the controls': Space presses buttons.
void setPlayerCommandsEnabled(const ActionRegistry& registry, bool on);

} // namespace kinelens::ui
