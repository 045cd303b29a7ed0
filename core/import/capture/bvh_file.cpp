#include "core/import/capture/bvh_file.h"

#include "core/dataset/limits.h"
#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/import/capture/word_lines.h"
#include "core/skeleton/joint_sides.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace kinelens {
namespace {

constexpr std::size_t deepest_tree = 500;

class BvhParser {
public:
    BvhParser(std::string_view text, const std::string& path)
        : lines_(text)
        , path_(path) {}

    Result<void> parse_head(BvhFile& file) {
        KINELENS_CHECK(expect("HIERARCHY"));
        KINELENS_CHECK(parse_tree(file));
        KINELENS_CHECK(expect("MOTION"));
        return parse_counts(file);
    }

    Result<void> parse_frames(BvhFile& file) {
        std::size_t channels = 0;
        for (const BvhJoint& joint : file.joints) channels += joint.channels.size();
        // A value takes two bytes at least: a damaged count must not ask for the machine's memory.
        file.values.reserve(std::min(static_cast<std::size_t>(announced_) * channels, lines_.rest() / 2 + 1));
        while (file.frames < announced_ && lines_.next()) KINELENS_CHECK(parse_frame(file, channels));
        if (file.frames < announced_)
            return fail(ErrorCode::file_truncated, path_,
                        std::to_string(file.frames) + " of " + std::to_string(announced_) +
                            " frames are whole",
                        {lines_.line(), {}, {}});
        if (lines_.next())
            file.warnings.push_back({ErrorCode::part_left_out,
                                     path_,
                                     "more lines follow than the " + std::to_string(announced_) +
                                         " frames that it announces; they are left out",
                                     {lines_.line(), {}, {}}});
        return {};
    }

private:
    tl::unexpected<Error> wrong(std::string why) const {
        return fail(ErrorCode::format_invalid, path_, std::move(why), {lines_.line(), {}, {}});
    }

    const std::vector<std::string_view>& words() const { return lines_.words(); }

    std::string first_word() const { return lower_case(std::string(words().front())); }

    Result<void> expect(const char* word) {
        if (!lines_.next())
            return fail(ErrorCode::file_truncated, path_, "it ends before " + std::string(word));
        if (first_word() != lower_case(word)) return wrong(std::string(word) + " was expected");
        return {};
    }

    Result<void> parse_tree(BvhFile& file) {
        std::vector<int> open; // joints whose block is being read
        while (lines_.next()) {
            const std::string word = first_word();
            if (word == "motion" && open.empty()) break;
            if (word == "{") continue;
            if (word == "}") {
                if (open.empty()) return wrong("a } without its {");
                open.pop_back();
                if (open.empty()) return {};
                continue;
            }
            KINELENS_CHECK(parse_entry(file, open, word));
        }
        return fail(ErrorCode::file_truncated, path_, "it ends within its hierarchy");
    }

    Result<void> parse_entry(BvhFile& file, std::vector<int>& open, const std::string& word) {
        if (word == "root" || word == "joint" || word == "end") return add_joint(file, open, word);
        if (open.empty()) return wrong("ROOT was expected");
        BvhJoint& joint = file.joints[static_cast<std::size_t>(open.back())];
        if (word == "offset") return parse_offset(joint);
        if (word == "channels") return parse_channels(joint);
        return wrong("'" + std::string(words().front().substr(0, 20)) + "' is no part of a hierarchy");
    }

    Result<void> add_joint(BvhFile& file, std::vector<int>& open, const std::string& word) {
        if (file.joints.size() >= most_joints || open.size() >= deepest_tree)
            return wrong("it has more joints than anybody");
        if ((word == "root") != open.empty()) return wrong("ROOT stands once, outside of all others");
        BvhJoint joint;
        joint.parent = open.empty() ? -1 : open.back();
        joint.name = word == "end" ? file.joints[static_cast<std::size_t>(joint.parent)].name + "_end"
                                   : std::string(lines_.text().substr(words().front().size()));
        joint.name.erase(0, joint.name.find_first_not_of(" \t"));
        if (joint.name.empty()) return wrong("a joint without a name");
        joint.name = not_taken(file, joint.name);
        open.push_back(static_cast<int>(file.joints.size()));
        file.joints.push_back(std::move(joint));
        return {};
    }

    static std::string not_taken(const BvhFile& file, const std::string& name) {
        const auto taken = [&](const std::string& one) {
            return std::ranges::any_of(file.joints, [&](const BvhJoint& joint) { return joint.name == one; });
        };
        std::string free = name;
        for (int number = 2; taken(free); ++number) free = name + " " + std::to_string(number);
        return free;
    }

    Result<void> parse_offset(BvhJoint& joint) {
        if (words().size() != 4) return wrong("OFFSET needs three numbers");
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (!parse_number(words()[axis + 1], joint.offset[axis]) || !std::isfinite(joint.offset[axis]))
                return wrong("'" + std::string(words()[axis + 1].substr(0, 20)) + "' is not a number");
        return {};
    }

    Result<void> parse_channels(BvhJoint& joint) {
        std::size_t count = 0;
        if (words().size() < 2 || !parse_number(words()[1], count) || count + 2 != words().size())
            return wrong("CHANNELS needs their number and as many names");
        for (const std::string_view word : std::span(words()).subspan(2)) {
            const std::string name = lower_case(std::string(word));
            const std::size_t axis = std::string_view("xyz").find(name[0]);
            const bool turns = name.ends_with("rotation");
            if (axis == std::string_view::npos || !(turns || name.ends_with("position")))
                return wrong("'" + std::string(word.substr(0, 20)) + "' is no channel");
            joint.channels.push_back(static_cast<int>(axis) + (turns ? 3 : 0));
        }
        return {};
    }

    Result<void> parse_counts(BvhFile& file) {
        KINELENS_CHECK(expect("Frames:"));
        if (words().size() != 2 || !parse_number(words()[1], announced_) || announced_ < 0)
            return wrong("Frames: needs their number");
        KINELENS_CHECK(expect("Frame"));
        if (words().size() != 3 || !parse_number(words()[2], file.frame_seconds) ||
            !(file.frame_seconds > 0 && file.frame_seconds < 3600))
            return wrong("Frame Time: needs seconds above 0");
        return {};
    }

    Result<void> parse_frame(BvhFile& file, std::size_t channels) {
        if (words().size() != channels)
            return wrong(counted(static_cast<std::int64_t>(words().size()), "value") + " found, " +
                         std::to_string(channels) + " expected");
        for (const std::string_view word : words()) {
            double value = 0;
            if (!parse_number(word, value))
                return wrong("'" + std::string(word.substr(0, 20)) + "' is not a number");
            if (!std::isfinite(value))
                return fail(ErrorCode::value_not_finite, path_, {}, {lines_.line(), {}, file.frames});
            file.values.push_back(value);
        }
        ++file.frames;
        return {};
    }

    WordLines lines_;
    const std::string& path_;
    std::int64_t announced_ = 0;
};

} // namespace

Result<BvhFile> parse_bvh_head(std::string_view text, const std::string& path) {
    BvhFile file;
    KINELENS_CHECK(BvhParser(text, path).parse_head(file));
    return file;
}

Result<BvhFile> parse_bvh(std::string_view text, const std::string& path) {
    BvhFile file;
    BvhParser parser(text, path);
    KINELENS_CHECK(parser.parse_head(file));
    KINELENS_CHECK(parser.parse_frames(file));
    return file;
}

Motion bvh_motion(const BvhFile& file, double scale) {
    const auto joints = static_cast<int>(file.joints.size());
    Motion motion(file.frames, 1, joints);
    std::vector<Rotation> turns(file.joints.size());
    std::vector<Vector3> places(file.joints.size());
    std::size_t at = 0;
    for (std::int64_t frame = 0; frame < file.frames; ++frame) {
        motion.set_tracked(frame, 0, true);
        for (std::size_t j = 0; j < file.joints.size(); ++j) {
            const BvhJoint& joint = file.joints[j];
            Vector3 offset = joint.offset;
            Rotation turn;
            for (const int channel : joint.channels) {
                const double value = file.values[at++];
                if (channel < 3)
                    offset[static_cast<std::size_t>(channel)] = value;
                else
                    turn = turn * Rotation::about(channel - 3, value);
            }
            const auto parent = static_cast<std::size_t>(std::max(joint.parent, 0));
            places[j] = joint.parent < 0 ? offset : places[parent] + turns[parent] * offset;
            turns[j] = joint.parent < 0 ? turn : turns[parent] * turn;
            for (std::size_t axis = 0; axis < 3; ++axis)
                motion.joint(frame, 0, static_cast<int>(j))[axis] =
                    static_cast<float>(places[j][axis] * scale);
        }
    }
    return motion;
}

SkeletonLayout bvh_layout(const BvhFile& file) {
    SkeletonLayout layout;
    layout.name = "bvh" + std::to_string(file.joints.size());
    for (const BvhJoint& joint : file.joints) {
        layout.joint_names.push_back(joint.name);
        layout.parents.push_back(joint.parent);
    }
    find_sides(layout);
    return layout;
}

} // namespace kinelens
