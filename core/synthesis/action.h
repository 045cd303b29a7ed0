// Action: what a class of the demo data is.
//
// To add one: write a function `Choreography name(const Performance&)` in the themed file of actions/ that
// fits, and add a line to that file's list. Build on rest_pose(), KeyTrack (key poses), FootPlan (steps) or
// plain functions of progress; begin and end in the rest pose (or seated, said in the line), write it for a
// right-handed figure, and scale gestures by its vigour. Tests check every action of the table.
#pragma once

#include "core/synthesis/pose.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace kinelens::synthesis {

// Who performs, with whom, and how this time. A partner stands `distance` in front, facing the performer.
struct Performance {
    Body body;
    Body partner;
    double distance = 0; // metres between the two root frames
    double seconds = 3;
    int cycles = 1;
    double vigour = 1;  // size of gestures: the actor's amplitude, this time
    double accent[4]{}; // free numbers in [-1, 1] for an action's own variation
};

// Pose at a progress in [0, 1].
using Choreography = std::function<Pose(double progress)>;
using Choreographer = Choreography (*)(const Performance&);

enum class Posture { standing, seated };

struct Action {
    std::string_view name;
    double shortest = 2; // seconds at ordinary tempo
    double longest = 3;
    int fewest_cycles = 1;
    int most_cycles = 1;
    Choreographer perform = nullptr;
    Choreographer react = nullptr; // the second body's part; nullptr: one person
    double distance = 0;           // metres between two people of ordinary size
    bool may_mirror = true;        // left-handed performers do it mirrored
    Posture starts = Posture::standing;
    Posture ends = Posture::standing;

    int bodies() const { return react == nullptr ? 1 : 2; }
};

// Every action, in the order of the class indices; stable from version to version.
const std::vector<Action>& all_actions();

std::span<const Action> locomotion_actions();
std::span<const Action> arm_actions();
std::span<const Action> whole_body_actions();
std::span<const Action> daily_living_actions();
std::span<const Action> two_person_actions();

} // namespace kinelens::synthesis
