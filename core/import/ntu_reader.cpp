#include "core/import/ntu_reader.h"

#include "core/foundation/json_text.h"
#include "core/foundation/resources.h"
#include "core/import/ntu_bodies.h"
#include "core/import/text_cursor.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr int ntu_joints = 25;
constexpr long long frames_limit = 1'000'000;
constexpr int bodies_read = 4;

class SkeletonParser {
public:
    SkeletonParser(std::string_view text, const std::string& path)
        : text_(text)
        , cursor_(text)
        , path_(path) {}

    Result<Motion> parse() {
        long long frames = 0;
        if (!cursor_.number(frames)) return wrong("the number of frames is missing");
        if (frames < 0 || frames > frames_limit) return wrong("impossible number of frames");
        // A frame takes three bytes at least: a damaged count must not ask for the machine's memory.
        if (static_cast<std::size_t>(frames) > text_.size()) return truncated();
        Motion motion(frames, bodies_read, ntu_joints);
        motion.body_ids.resize(static_cast<std::size_t>(frames) * bodies_read);
        for (long long frame = 0; frame < frames; ++frame) KINELENS_CHECK(parse_frame(motion, frame));
        return motion;
    }

private:
    tl::unexpected<Error> wrong(std::string detail, ErrorCode code = ErrorCode::format_invalid) const {
        return fail(code, path_, std::move(detail), {cursor_.line(), {}, {}});
    }
    tl::unexpected<Error> truncated() const {
        return wrong("the file ends too early", ErrorCode::file_truncated);
    }
    tl::unexpected<Error> unreadable(const char* what) {
        cursor_.skip_blanks();
        return cursor_.at_end() ? truncated() : wrong(what);
    }

    Result<void> parse_frame(Motion& motion, long long frame) {
        int bodies = 0;
        if (!cursor_.number(bodies)) return unreadable("a number of bodies was expected");
        if (bodies < 0 || bodies > 100) return wrong("impossible number of bodies");
        for (int body = 0; body < bodies; ++body) KINELENS_CHECK(parse_body(motion, frame, body));
        return {};
    }

    Result<void> parse_body(Motion& motion, long long frame, int body) {
        std::int64_t id = 0;
        if (!cursor_.number(id)) return unreadable("a body's tracking id was expected");
        cursor_.skip_line();
        int joints = 0;
        if (!cursor_.number(joints)) return unreadable("a number of joints was expected");
        if (joints != ntu_joints) return wrong("25/" + std::to_string(joints), ErrorCode::joint_count_wrong);
        cursor_.skip_line();
        if (body < bodies_read) motion.body_ids[static_cast<std::size_t>(frame * bodies_read + body)] = id;
        for (int joint = 0; joint < ntu_joints; ++joint) {
            double position[3];
            for (double& value : position)
                if (!cursor_.number(value)) return unreadable("three coordinates were expected");
            if (body < bodies_read) KINELENS_CHECK(store(motion, frame, body, joint, position));
            cursor_.skip_line();
        }
        return {};
    }

    Result<void> store(Motion& motion, long long frame, int body, int joint, const double* position) {
        float* target = motion.joint(frame, body, joint);
        for (int axis = 0; axis < 3; ++axis) {
            if (!std::isfinite(position[axis]))
                return fail(ErrorCode::value_not_finite, path_, {}, {cursor_.line(), {}, frame});
            target[axis] = static_cast<float>(position[axis]);
            if (target[axis] != 0.0f) motion.set_tracked(frame, body, true);
        }
        return {};
    }

    std::string_view text_;
    TextCursor cursor_;
    const std::string& path_;
};

class NtuReader : public Reader {
public:
    explicit NtuReader(int bodies)
        : bodies_(bodies) {}

    bool accepts(const SourceFile& source) const override { return source.ending == ".skeleton"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        DatasetInfo info;
        KINELENS_TRY(layout, built_in_layout("ntu25"));
        info.layout = layout;
        info.bodies = bodies_;
        info.frame_rate = 30;
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
        KINELENS_TRY(text, source.read());
        KINELENS_TRY(motion, parse_ntu_skeleton(text, source.path, bodies_));
        RawSequence sequence;
        sequence.info.name = source.stem;
        sequence.motion = std::move(motion);
        if (NtuName name; parse_ntu_name(source.stem, name)) {
            sequence.info.setup = name.setup;
            sequence.info.camera = name.camera;
            sequence.info.subject = name.subject;
            sequence.info.repetition = name.repetition;
            const auto& names = ntu_class_names();
            if (name.action >= 1 && name.action <= static_cast<int>(names.size()))
                sequence.class_name = names[static_cast<std::size_t>(name.action - 1)];
        }
        std::vector<RawSequence> sequences;
        sequences.push_back(std::move(sequence));
        return sequences;
    }

private:
    int bodies_;
};

} // namespace

bool parse_ntu_name(std::string_view stem, NtuName& name) {
    if (stem.size() < 20) return false;
    int* const parts[] = {&name.setup, &name.camera, &name.subject, &name.repetition, &name.action};
    constexpr std::string_view letters = "SCPRA";
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::string_view part = stem.substr(i * 4, 4);
        const auto parsed = std::from_chars(part.data() + 1, part.data() + 4, *parts[i]);
        if (part[0] != letters[i] || parsed.ec != std::errc{} || parsed.ptr != part.data() + 4) return false;
    }
    return true;
}

Result<Motion> parse_ntu_skeleton(std::string_view text, const std::string& path, int bodies) {
    KINELENS_TRY(motion, SkeletonParser(text, path).parse());
    return keep_bodies(motion, bodies);
}

const std::vector<std::string>& ntu_class_names() {
    static const std::vector<std::string> names = [] {
        const auto text = embedded_resource("classes/ntu120.json");
        const auto json = parse_json(text.value_or("[]"), "classes/ntu120.json");
        return json ? json->get<std::vector<std::string>>() : std::vector<std::string>{};
    }();
    return names;
}

std::unique_ptr<Reader> make_ntu_reader(int bodies) {
    return std::make_unique<NtuReader>(bodies);
}

} // namespace kinelens
