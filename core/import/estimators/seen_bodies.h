// What an estimator's file tells frame by frame, before it is known who is who.
#pragma once

#include "core/import/reader.h"

#include <map>
#include <span>

namespace kinelens {

// One body in one frame.
struct SeenBody {
    std::int64_t id = 0;           // 0: it has none
    float score = 1;               // where more are seen than are considered, the surest stay
    std::vector<float> positions;  // (joints, 3); NaN: the joint is missing
    std::vector<float> confidence; // (joints)

    explicit SeenBody(int joints);
    // Metres, or pixels with z = 0. A joint that is no number stays missing; so does one at the picture's
    // corner of which nothing is sure. Confidence is kept between 0.001 and 1: 0 would mean not measured.
    void set_joint(int joint, double x, double y, double z, double sure);
    bool has_joints() const;
};

// One recording.
struct SeenBodies {
    std::string name; // empty: the file's
    SkeletonLayout layout;
    int dimensions = 2;
    std::string up = "-y";
    std::array<int, 2> image_size{};
    double frame_rate = 0;         // 0: the file does not say it
    int individuals = 0;           // above 0: ids 1.. are individuals that the file names; each keeps a place
    bool counts_from_zero = false; // frames before the first that is listed are gaps
    std::map<std::int64_t, std::vector<SeenBody>> frames; // those without bodies too, where they are listed
    std::vector<Error> warnings;

    void add(std::int64_t frame, SeenBody body) { frames[frame].push_back(std::move(body)); }
};

struct BodyWishes {
    int places = 2;
    bool listed = false; // places as the file lists them
};

// Frames that are not listed become gaps. `rate`: that of a file which does not say it.
// Errors: sequence_empty; format_invalid where frame numbers lie too far apart.
Result<RawSequence> sequence_of(SeenBodies seen, const BodyWishes& wishes, double rate,
                                const std::string& path);

// The rate at which most frames follow each other, near a usual one that one. 0: times do not tell.
double rate_of_times(std::span<const double> seconds);

// The frame of each time: lost ones are counted. Times that stand still or go back count as the next frame
// and are told; so is a break of more than ten minutes, which is closed up.
std::vector<std::int64_t> frames_of_times(std::span<const double> seconds, double rate,
                                          const std::string& path, std::vector<Error>& warnings);

} // namespace kinelens
