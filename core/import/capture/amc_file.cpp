#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/import/capture/acclaim_files.h"
#include "core/import/capture/word_lines.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr double degrees_per_radian = 57.29577951308232;

class AmcParser {
public:
    AmcParser(std::string_view text, const std::string& path, const AcclaimSkeleton& skeleton)
        : lines_(text)
        , path_(path)
        , skeleton_(skeleton)
        , values_(skeleton.bones.size())
        , degrees_(skeleton.degrees) {}

    Result<AcclaimMotion> parse() {
        while (lines_.next()) {
            const std::string word = lower_case(std::string(lines_.words().front()));
            long long number = 0;
            if (word.starts_with('#')) continue;
            if (word.starts_with(':'))
                read_keyword(word);
            else if (lines_.words().size() == 1 && parse_number(word, number))
                KINELENS_CHECK(begin_frame(number));
            else
                KINELENS_CHECK(read_bone());
        }
        if (frames_ == 0)
            return fail(ErrorCode::file_truncated, path_, "it has no frame", {lines_.line(), {}, {}});
        KINELENS_CHECK(end_frame());
        AcclaimMotion read{Motion(frames_, 1, static_cast<int>(skeleton_.bones.size())), rate_};
        read.motion.positions = std::move(positions_);
        for (std::int64_t frame = 0; frame < frames_; ++frame) read.motion.set_tracked(frame, 0, true);
        read.warnings = std::move(warnings_);
        return read;
    }

private:
    tl::unexpected<Error> wrong(std::string why) const {
        return fail(ErrorCode::format_invalid, path_, std::move(why), {lines_.line(), {}, {}});
    }

    void read_keyword(const std::string& word) {
        if (word == ":radians") degrees_ = false;
        if (word == ":degrees") degrees_ = true;
        if (word == ":samples-per-second" && lines_.words().size() == 2)
            parse_number(lines_.words()[1], rate_);
    }

    Result<void> begin_frame(long long number) {
        if (frames_ > 0) KINELENS_CHECK(end_frame());
        if (frames_ > 0 && number != last_number_ + 1)
            warnings_.push_back(
                {ErrorCode::part_left_out,
                 path_,
                 "frame " + std::to_string(number) + " follows frame " + std::to_string(last_number_),
                 {lines_.line(), {}, {}}});
        last_number_ = number;
        ++frames_;
        seen_.assign(skeleton_.bones.size(), false);
        return {};
    }

    Result<void> read_bone() {
        if (frames_ == 0) return wrong("the number of a frame was expected");
        const auto place = skeleton_.places.find(lines_.words().front());
        if (place == skeleton_.places.end())
            return wrong("the skeleton has no bone '" + std::string(lines_.words().front().substr(0, 30)) +
                         "'");
        const auto bone = static_cast<std::size_t>(place->second);
        const std::size_t wanted = skeleton_.bones[bone].freedoms.size();
        if (lines_.words().size() != wanted + 1)
            return wrong(std::to_string(lines_.words().size() - 1) + " values found, " +
                         std::to_string(wanted) + " expected");
        values_[bone].resize(wanted);
        for (std::size_t i = 0; i < wanted; ++i) {
            if (!parse_number(lines_.words()[i + 1], values_[bone][i]))
                return wrong("'" + std::string(lines_.words()[i + 1].substr(0, 20)) + "' is not a number");
            if (!std::isfinite(values_[bone][i]))
                return fail(ErrorCode::value_not_finite, path_, {}, {lines_.line(), {}, frames_ - 1});
        }
        seen_[bone] = true;
        return {};
    }

    // All bones that can move must have been told: a frame that is cut off would stand in a wrong pose.
    Result<void> end_frame() {
        for (std::size_t bone = 0; bone < seen_.size(); ++bone)
            if (!seen_[bone] && !skeleton_.bones[bone].freedoms.empty())
                return fail(ErrorCode::file_truncated, path_,
                            "frame " + std::to_string(last_number_) + " does not tell bone '" +
                                skeleton_.bones[bone].name + "'",
                            {lines_.line(), {}, frames_ - 1});
        place_joints();
        return {};
    }

    void place_joints() {
        std::vector<Rotation> turns(skeleton_.bones.size());
        std::vector<Vector3> places(skeleton_.bones.size());
        for (std::size_t b = 0; b < skeleton_.bones.size(); ++b) {
            const AcclaimBone& bone = skeleton_.bones[b];
            Rotation turn;
            Vector3 move{};
            for (std::size_t i = 0; i < bone.freedoms.size(); ++i) {
                const int freedom = bone.freedoms[i];
                const double value = values_[b][i];
                if (freedom < 3)
                    move[static_cast<std::size_t>(freedom)] = value;
                else
                    turn = Rotation::about(freedom - 3, degrees_ ? value : value * degrees_per_radian) * turn;
            }
            const Rotation local = bone.axis * turn * bone.axis.inverse();
            const auto parent = static_cast<std::size_t>(std::max(bone.parent, 0));
            turns[b] = bone.parent < 0 ? local : turns[parent] * local;
            places[b] = bone.parent < 0 ? move : places[parent] + turns[b] * (bone.reach + move);
            for (const double value : places[b])
                positions_.push_back(static_cast<float>(value * skeleton_.metres));
        }
    }

    WordLines lines_;
    const std::string& path_;
    const AcclaimSkeleton& skeleton_;
    std::vector<std::vector<double>> values_; // of the frame, by bone
    std::vector<bool> seen_;
    std::vector<float> positions_;
    std::vector<Error> warnings_;
    std::int64_t frames_ = 0;
    long long last_number_ = 0;
    bool degrees_;
    double rate_ = 0;
};

} // namespace

Result<AcclaimMotion> parse_amc(std::string_view text, const std::string& path,
                                const AcclaimSkeleton& skeleton) {
    return AmcParser(text, path, skeleton).parse();
}

} // namespace kinelens
