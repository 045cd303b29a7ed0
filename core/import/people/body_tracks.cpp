#include "core/import/people/body_tracks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace kinelens {
namespace {

using Point = std::array<double, 3>;

// Somebody who is lost may have gone on at this speed, but is looked for no further away than this.
constexpr double speed_while_lost = 1.5; // metres a second
constexpr double search_limit = 1.5;     // metres
constexpr double longest_loss = 10;      // seconds

class Follower {
public:
    Follower(const Motion& listed, double frame_rate)
        : listed_(listed)
        , frame_rate_(frame_rate > 0 ? frame_rate : 30)
        , metre_(unit_of(listed)) {}

    std::vector<Track> follow() {
        for (std::int64_t frame = 0; frame < listed_.frames; ++frame) follow_frame(frame);
        return joined();
    }

private:
    // What counts as a metre: in a picture half its height.
    static double unit_of(const Motion& listed) {
        if (listed.dimensions == 3) return 1;
        double height = listed.image_size[1];
        for (std::size_t i = 1; height <= 0 && i < listed.positions.size(); i += 3)
            height = std::max(height, double(listed.positions[i]));
        return std::max(height, 1.0) / 2;
    }

    Point middle(const Sighting& at) const {
        Point sum{};
        int count = 0;
        for (int joint = 0; joint < listed_.joints; ++joint) {
            if (!listed_.is_measured(at.frame, at.listed_place, joint)) continue;
            for (std::size_t axis = 0; axis < 3; ++axis)
                sum[axis] += listed_.joint(at.frame, at.listed_place, joint)[axis];
            ++count;
        }
        for (double& value : sum) value /= std::max(count, 1);
        return sum;
    }

    double metres_between(const Sighting& a, const Sighting& b) const {
        const Point p = middle(a);
        const Point q = middle(b);
        return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) / metre_;
    }

    std::int64_t listed_id(std::int64_t frame, int place) const {
        return listed_.body_ids[static_cast<std::size_t>(frame * listed_.bodies + place)];
    }

    // 0: it has none, or one that somebody else has in the same frame, which says nothing.
    std::int64_t id_of(const Sighting& at) const {
        if (listed_.body_ids.empty()) return 0;
        const std::int64_t id = listed_id(at.frame, at.listed_place);
        for (int other = 0; other < listed_.bodies; ++other)
            if (other != at.listed_place && listed_.is_tracked(at.frame, other) &&
                listed_id(at.frame, other) == id)
                return 0;
        return id;
    }

    void follow_frame(std::int64_t frame) {
        std::vector<Sighting> open;
        for (int place = 0; place < listed_.bodies; ++place)
            if (listed_.is_tracked(frame, place)) open.push_back({frame, place});
        for (auto it = open.begin(); it != open.end();) it = follow_id(*it) ? open.erase(it) : it + 1;
        follow_nearest(open);
        for (const Sighting& sighting : open) start(sighting);
    }

    bool follow_id(const Sighting& sighting) {
        const std::int64_t id = id_of(sighting);
        if (id == 0) return false;
        const auto known = track_of_id_.find(id);
        if (known == track_of_id_.end() || tracks_[known->second].last_frame() == sighting.frame)
            return false;
        tracks_[known->second].sightings.push_back(sighting);
        return true;
    }

    // Bodies without an id: the closest pairs first.
    void follow_nearest(std::vector<Sighting>& open) {
        while (!open.empty()) {
            double best = step_limit * 30 / std::min(frame_rate_, 30.0);
            std::size_t best_track = tracks_.size();
            std::size_t best_open = 0;
            for (std::size_t track = 0; track < tracks_.size(); ++track)
                for (std::size_t i = 0; i < open.size(); ++i) {
                    const Sighting& last = tracks_[track].sightings.back();
                    if (id_of(last) != 0 || id_of(open[i]) != 0 || last.frame + 1 != open[i].frame) continue;
                    const double distance = metres_between(last, open[i]);
                    if (distance >= best) continue;
                    best = distance;
                    best_track = track;
                    best_open = i;
                }
            if (best_track == tracks_.size()) return;
            tracks_[best_track].sightings.push_back(open[best_open]);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(best_open));
        }
    }

    void start(const Sighting& sighting) {
        if (const std::int64_t id = id_of(sighting); id != 0) track_of_id_.try_emplace(id, tracks_.size());
        tracks_.push_back({{sighting}});
    }

    struct Pair {
        double distance = 0;
        std::size_t earlier = 0;
        std::size_t later = 0;
    };

    // Where `later` can be whom `earlier` lost: how far apart they are in metres.
    std::optional<double> distance_over_gap(const Track& earlier, const Track& later) const {
        const double seconds = double(later.first_frame() - earlier.last_frame()) / frame_rate_;
        if (seconds <= 0 || seconds > longest_loss) return std::nullopt;
        const double limit = std::min(step_limit + speed_while_lost * seconds, search_limit);
        const double distance = metres_between(earlier.sightings.back(), later.sightings.front());
        return distance < limit ? std::optional(distance) : std::nullopt;
    }

    std::vector<Pair> possible_pairs() const {
        std::vector<Pair> pairs;
        for (std::size_t a = 0; a < tracks_.size(); ++a)
            for (std::size_t b = 0; b < tracks_.size(); ++b)
                if (const auto distance = distance_over_gap(tracks_[a], tracks_[b]))
                    pairs.push_back({*distance, a, b});
        std::ranges::stable_sort(pairs, {}, &Pair::distance);
        return pairs;
    }

    // Tracks that are one person's, the nearest pairs first.
    std::vector<Track> joined() {
        std::vector<std::optional<std::size_t>> next(tracks_.size());
        std::vector<bool> continues(tracks_.size()); // another one
        for (const Pair& pair : possible_pairs()) {
            if (next[pair.earlier] || continues[pair.later]) continue;
            next[pair.earlier] = pair.later;
            continues[pair.later] = true;
        }
        std::vector<Track> people;
        for (std::size_t first = 0; first < tracks_.size(); ++first) {
            if (continues[first]) continue;
            Track whole = tracks_[first];
            for (auto part = next[first]; part; part = next[*part])
                whole.sightings.insert(whole.sightings.end(), tracks_[*part].sightings.begin(),
                                       tracks_[*part].sightings.end());
            people.push_back(std::move(whole));
        }
        return people;
    }

    const Motion& listed_;
    double frame_rate_;
    double metre_;
    std::vector<Track> tracks_;
    std::map<std::int64_t, std::size_t> track_of_id_;
};

} // namespace

std::vector<Track> follow_bodies(const Motion& listed, double frame_rate) {
    std::vector<Track> tracks = Follower(listed, frame_rate).follow();
    std::ranges::stable_sort(tracks, {}, [](const Track& track) {
        return std::pair(track.first_frame(), track.sightings.front().listed_place);
    });
    return tracks;
}

} // namespace kinelens
