#include "core/import/ntu_reader.h"

#include "core/dataset/ntu_name.h"
#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/import/class_names.h"
#include "core/import/people/body_places.h"
#include "core/import/people/most_energetic.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr int ntu_joints = 25;
constexpr double ntu_rate = 30;
constexpr long long frames_limit = 1'000'000;
constexpr int bodies_published = 4; // that published preparations consider

class SkeletonParser {
public:
    SkeletonParser(std::string_view text, const std::string& path, int places)
        : places_(places)
        , text_(text)
        , cursor_(without_byte_order_mark(text))
        , path_(path) {}

    Result<void> parse(Motion& motion) {
        long long& frames = frames_;
        if (!cursor_.number(frames)) return unreadable("the number of frames was expected");
        if (frames < 0 || frames > frames_limit)
            return wrong(std::to_string(frames) + " is no number of frames");
        // A frame takes three bytes at least: a damaged count must not ask for the machine's memory.
        if (static_cast<std::size_t>(frames) > text_.size()) return truncated();
        clear(motion, frames);
        for (frame_ = 0; frame_ < frames; ++frame_) KINELENS_CHECK(parse_frame(motion, frame_));
        mark_gaps(motion);
        cursor_.skip_blanks();
        return {};
    }

    // Of whole files: what deserves a warning.
    std::vector<Error> doubts() {
        std::vector<Error> found;
        if (!cursor_.at_end())
            found.push_back({ErrorCode::part_left_out,
                             path_,
                             "more follows behind the " + counted(frames_, "frame") + " that are announced",
                             {cursor_.line(), {}, {}}});
        if (!gaps_.empty())
            found.push_back({ErrorCode::part_left_out,
                             path_,
                             counted(static_cast<std::int64_t>(gaps_.size()), "joint position") +
                                 (gaps_.size() == 1 ? " is no number: a gap" : " are no numbers: gaps"),
                             {{}, {}, gaps_.front().frame}});
        if (not_placed_ > 0)
            found.push_back({ErrorCode::part_left_out,
                             path_,
                             "of frames with more than " + counted(places_, "body", "bodies") +
                                 " the first " + std::to_string(places_) + " are considered",
                             {}});
        return found;
    }

private:
    struct Gap {
        long long frame = 0;
        int body = 0;
        int joint = 0;
    };

    tl::unexpected<Error> wrong(std::string detail, ErrorCode code = ErrorCode::format_invalid) const {
        return fail(code, path_, std::move(detail), {cursor_.line(), {}, {}});
    }
    tl::unexpected<Error> truncated() const {
        if (frames_ == 0) return wrong("the file is empty", ErrorCode::file_truncated);
        return wrong(std::to_string(frame_) + " of " + std::to_string(frames_) + " frames are whole",
                     ErrorCode::file_truncated);
    }
    tl::unexpected<Error> unreadable(const char* what) {
        cursor_.skip_blanks();
        if (cursor_.at_end()) return truncated();
        return wrong(std::string(what) + ", not '" + std::string(cursor_.peek_word()) + "'");
    }

    Result<void> parse_frame(Motion& motion, long long frame) {
        int bodies = 0;
        if (!cursor_.number(bodies)) return unreadable("the number of bodies was expected");
        if (bodies < 0 || bodies > 100) return wrong(std::to_string(bodies) + " is no number of bodies");
        for (int body = 0; body < bodies; ++body) KINELENS_CHECK(parse_body(motion, frame, body));
        return {};
    }

    Result<void> parse_body(Motion& motion, long long frame, int body) {
        std::int64_t id = 0;
        if (!cursor_.number(id)) return unreadable("a body's tracking id was expected");
        cursor_.skip_line();
        int joints = 0;
        if (!cursor_.number(joints)) return unreadable("the number of joints was expected");
        if (joints != ntu_joints)
            return wrong(std::to_string(joints) + " found, 25 expected", ErrorCode::joint_count_wrong);
        cursor_.skip_line();
        if (body < places_) motion.body_ids[static_cast<std::size_t>(frame * places_ + body)] = id;
        not_placed_ += body < places_ ? 0 : 1;
        for (int joint = 0; joint < ntu_joints; ++joint) {
            double position[3];
            for (double& value : position)
                if (!coordinate(value)) return unreadable("a coordinate was expected");
            if (body < places_) store(motion, frame, body, joint, position);
            cursor_.skip_line();
        }
        return {};
    }

    // "nan", "-1.#IND" and the like stand where a sensor's program had no value.
    bool coordinate(double& value) {
        cursor_.skip_blanks();
        const TextCursor before = cursor_;
        if (cursor_.number(value) && cursor_.at_word_end()) return true;
        cursor_ = before;
        if (!is_missing_cell(cursor_.peek_word())) return false;
        cursor_.take_word();
        value = std::nan("");
        return true;
    }

    void store(Motion& motion, long long frame, int body, int joint, const double* position) {
        float* target = motion.joint(frame, body, joint);
        if (!std::isfinite(position[0]) || !std::isfinite(position[1]) || !std::isfinite(position[2])) {
            gaps_.push_back({frame, body, joint});
            return;
        }
        for (int axis = 0; axis < 3; ++axis) {
            target[axis] = static_cast<float>(position[axis]);
            if (target[axis] != 0.0f) motion.set_tracked(frame, body, true);
        }
    }

    // Once it is known which bodies were seen at all.
    void mark_gaps(Motion& motion) const {
        for (const Gap& gap : gaps_)
            if (motion.is_tracked(gap.frame, gap.body)) motion.set_missing(gap.frame, gap.body, gap.joint);
    }

    // Frames of an earlier file are overwritten in place: pages fresh from the system cost more than parsing.
    void clear(Motion& motion, long long frames) const {
        const auto places = static_cast<std::size_t>(frames * places_);
        motion.frames = frames;
        motion.bodies = places_;
        motion.joints = ntu_joints;
        motion.positions.assign(places * ntu_joints * 3, 0.0f);
        motion.tracked.assign(places, 0);
        motion.body_ids.assign(places, 0);
        motion.confidence.clear();
    }

    int places_;
    std::int64_t not_placed_ = 0; // bodies behind the places
    std::vector<Gap> gaps_;
    long long frames_ = 0;
    long long frame_ = 0; // being read
    std::string_view text_;
    TextCursor cursor_;
    const std::string& path_;
};

class NtuReader : public Reader {
public:
    explicit NtuReader(const ImportOptions& options)
        : places_(places_for(options.bodies))
        , listed_(options.body_places == BodyPlaces::listed) {}

    bool accepts(const SourceFile& source) const override { return source.ending == ".skeleton"; }
    std::string accepted() const override { return ".skeleton file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        DatasetInfo info;
        KINELENS_TRY(layout, built_in_layout("ntu25"));
        info.layout = layout;
        info.bodies = listed_ ? std::min(places_, bodies_published) : places_;
        info.frame_rate = ntu_rate;
        int last_action = 0;
        for (const SourceFile& source : sources)
            if (NtuName name; parse_ntu_name(source.stem, name))
                last_action = std::max(last_action, name.action);
        const auto& names = ntu_class_names();
        const std::size_t count = last_action == 0 ? 0 : last_action <= 60 ? 60 : names.size();
        info.class_names.assign(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count));
        return info;
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        thread_local std::string text;
        KINELENS_CHECK(source.read_into(text));
        RawSequence sequence;
        KINELENS_CHECK(read_bodies(text, source.path, sequence));
        sequence.info.name = source.name;
        read_name(source.stem, sequence);
        std::vector<RawSequence> sequences;
        sequences.push_back(std::move(sequence));
        return sequences;
    }

private:
    Result<void> read_bodies(const std::string& text, const std::string& path, RawSequence& sequence) const {
        thread_local Motion all; // of the file that this thread read last
        SkeletonParser parser(text, path, listed_ ? bodies_published : most_people);
        KINELENS_CHECK(parser.parse(all));
        sequence.warnings = parser.doubts();
        if (listed_) {
            sequence.motion = keep_bodies(all, std::min(places_, bodies_published));
            return {};
        }
        PlacedBodies placed = place_bodies(all, ntu_rate, places_);
        sequence.motion = std::move(placed.motion);
        for (std::string& who : placed.left_out)
            sequence.warnings.push_back({ErrorCode::part_left_out, path, std::move(who), {}});
        return {};
    }

    static void read_name(const std::string& stem, RawSequence& sequence) {
        NtuName name;
        if (!parse_ntu_name(stem, name)) {
            sequence.why_unlabelled = "its name is not like S001C001P001R001A001";
            return;
        }
        sequence.info.setup = name.setup;
        sequence.info.camera = name.camera;
        sequence.info.subject = name.subject;
        sequence.info.repetition = name.repetition;
        const auto& names = ntu_class_names();
        if (name.action >= 1 && name.action <= static_cast<int>(names.size()))
            sequence.class_name = names[static_cast<std::size_t>(name.action - 1)];
        else
            sequence.why_unlabelled = "NTU RGB+D has no action " + std::to_string(name.action);
    }

    int places_;
    bool listed_;
};

} // namespace

Result<Motion> parse_ntu_skeleton(std::string_view text, const std::string& path, int bodies) {
    thread_local Motion all; // of the file that this thread read last
    KINELENS_CHECK(SkeletonParser(text, path, bodies_published).parse(all));
    return keep_bodies(all, bodies);
}

const std::vector<std::string>& ntu_class_names() {
    static const std::vector<std::string> names = resource_class_names("ntu120");
    return names;
}

std::unique_ptr<Reader> make_ntu_reader(const ImportOptions& options) {
    return std::make_unique<NtuReader>(options);
}

} // namespace kinelens
