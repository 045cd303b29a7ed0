// RunPaths: the files of a run folder, by name.
//   experiment.json  what was asked          events.jsonl  what happened
//   checkpoints/     what it learned         log.txt       what it said
//   control          requests to it          heartbeat     that it lives
//   launch.json      who was started for it  launch.txt    what that process said
#pragma once

#include "core/foundation/files.h"

namespace kinelens {

struct RunPaths {
    Path folder;
    Path experiment() const { return folder / "experiment.json"; }
    Path events() const { return folder / "events.jsonl"; }
    Path log() const { return folder / "log.txt"; }
    Path control() const { return folder / "control"; }
    Path taken_control() const { return folder / "control.taken"; }
    Path heartbeat() const { return folder / "heartbeat"; }
    Path launch() const { return folder / "launch.json"; }
    Path launch_words() const { return folder / "launch.txt"; }
    Path lock() const { return folder / "lock"; }
    Path checkpoints() const { return folder / "checkpoints"; }
};

} // namespace kinelens
