// The player's commands and keys.
#pragma once

namespace kinelens::ui {

class ActionRegistry;
class Playhead;

// "player.play", "player.back", "player.forward", "player.first" …
void addPlayerCommands(ActionRegistry& registry, Playhead& playhead);

} // namespace kinelens::ui
