#include "core/import/people/body_places.h"

#include "core/dataset/motion_parts.h"
#include "core/foundation/number_text.h"
#include "core/import/people/body_measures.h"
#include "core/import/people/body_tracks.h"

#include <algorithm>

namespace kinelens {
namespace {

constexpr std::int64_t flicker_frames = 2;

struct Person {
    Track track;
    Motion motion; // alone
};

std::string frames_text(const Track& track) {
    const std::string first = std::to_string(track.first_frame());
    const std::string last = std::to_string(track.last_frame());
    return first == last ? "frame " + first : "frames " + first + "-" + last;
}

Motion alone(const Motion& listed, const Track& track) {
    Motion motion = motion_like(listed, listed.frames, 1);
    for (const Sighting& sighting : track.sightings)
        copy_body(listed, sighting.frame, sighting.listed_place, motion, sighting.frame, 0);
    return motion;
}

// Why this person is none; empty: it is one.
std::string why_no_person(const Person& person, bool metres) {
    const auto frames = static_cast<std::int64_t>(person.track.sightings.size());
    if (frames <= flicker_frames) return "a flicker of " + counted(frames, "frame");
    if (!metres) return {};
    if (wide_share(person.motion, 0) > widest_share) return "a ghost, wider than a person";
    if (joint_variance(person.motion, 0) < least_variance)
        return "a ghost, smaller and stiller than a person";
    if (figure_variance(person.motion, 0) > most_variance) return "a ghost, larger than a person";
    return {};
}

// Takes out those who are no persons, unless nobody would remain.
void leave_out_ghosts(std::vector<Person>& people, bool metres, std::vector<std::string>& left_out) {
    std::vector<std::string> why;
    for (const Person& person : people) why.push_back(why_no_person(person, metres));
    if (std::ranges::find(why, std::string()) == why.end()) return;
    std::vector<Person> kept;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (why[i].empty())
            kept.push_back(std::move(people[i]));
        else
            left_out.push_back("a body in " + frames_text(people[i].track) + ": " + why[i]);
    people = std::move(kept);
}

void keep_most_energetic(std::vector<Person>& people, int places, std::vector<std::string>& left_out) {
    if (people.size() <= static_cast<std::size_t>(places)) return;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < people.size(); ++i) order.emplace_back(-body_energy(people[i].motion, 0), i);
    std::ranges::stable_sort(order, {}, &std::pair<double, std::size_t>::first);
    std::vector<bool> stays(people.size());
    for (std::size_t i = 0; i < static_cast<std::size_t>(places); ++i) stays[order[i].second] = true;
    std::vector<Person> kept;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (stays[i])
            kept.push_back(std::move(people[i]));
        else
            left_out.push_back("a body in " + frames_text(people[i].track) + ": " +
                               counted(places, "body", "bodies") + " are kept, it moves less");
    people = std::move(kept);
}

} // namespace

PlacedBodies place_bodies(const Motion& listed, double frame_rate, int places) {
    PlacedBodies placed;
    std::vector<Person> people;
    for (Track& track : follow_bodies(listed, frame_rate)) {
        Motion motion = alone(listed, track);
        people.push_back({std::move(track), std::move(motion)});
    }
    leave_out_ghosts(people, listed.dimensions == 3, placed.left_out);
    keep_most_energetic(people, places, placed.left_out);
    std::ranges::stable_sort(people, {}, [](const Person& person) { return person.track.first_frame(); });
    placed.motion = motion_like(listed, listed.frames, places);
    for (std::size_t place = 0; place < people.size(); ++place)
        for (const Sighting& sighting : people[place].track.sightings)
            copy_body(people[place].motion, sighting.frame, 0, placed.motion, sighting.frame,
                      static_cast<int>(place));
    return placed;
}

} // namespace kinelens
