// MediaPipe's landmarks, whatever file they come from.
#pragma once

#include "core/import/estimators/json_pieces.h"
#include "core/import/estimators/seen_bodies.h"

namespace kinelens {

class LandmarkFrames {
public:
    bool single = false; // at most one body in a frame

    // frame -1: the file does not number it; seconds NaN: it tells no time. `unit`: of the time in seconds,
    // 0: told by the numbers.
    void add(std::int64_t frame, double time, double unit, SeenBody body);
    void add_empty(std::int64_t frame, double time, double unit);
    void add_to_last(SeenBody body) { rows_.back().bodies.push_back(std::move(body)); }
    void set_picture(int width, int height) { picture_ = {width, height}; }

    // Landmarks of the world, whose origin is the middle of the hips, become metres with y up. Those of the
    // picture become pixels; shares of a picture of unknown size stay what they are, which is told.
    Result<std::vector<SeenBodies>> finish(const std::string& path, bool depth, bool world,
                                           std::vector<Error> warnings);

private:
    struct Row {
        std::int64_t frame;
        double time;
        std::vector<SeenBody> bodies;
    };
    bool is_world() const;
    void place(SeenBodies& seen, const std::string& path);
    void to_metres(SeenBodies& seen) const;
    void to_pixels(SeenBodies& seen, const std::string& path) const;

    std::vector<Row> rows_;
    double unit_ = 0;
    std::array<int, 2> picture_{};
};

Result<std::vector<SeenBodies>> parse_landmark_json(std::string_view text, const std::string& path);

} // namespace kinelens
