#include "core/dataset/limits.h"
#include "core/import/npy_array.h"
#include "core/import/recipe_readers.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

struct Member {
    std::string name; // of the array
    std::string bytes;
};

std::string shape_text(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t size : shape) text += (text.empty() ? "" : " x ") + std::to_string(size);
    return text.empty() ? "a single number" : text;
}

class ArrayReader : public Reader {
public:
    explicit ArrayReader(Recipe recipe)
        : recipe_(std::move(recipe)) {}

    bool accepts(const SourceFile& source) const override {
        return source.ending == ".npz" || source.ending == ".npy";
    }

    std::string accepted() const override { return ".npy or .npz file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        KINELENS_TRY(shape, first_shape(sources));
        if (shape.size() == 4 ? shape[1] > most_bodies || shape[2] > most_joints : shape[1] > most_joints)
            return fail(ErrorCode::shape_mismatch, sources.front().path,
                        "the shape " + shape_text(shape) + " has more bodies or joints than anybody");
        SkeletonLayout layout = recipe_.layout;
        const int joints = static_cast<int>(shape[shape.size() - 2]);
        if (layout.joint_names.empty()) layout = anonymous_layout(joints);
        DatasetInfo info = describe_recipe(recipe_, std::move(layout));
        info.bodies = shape.size() == 4 ? static_cast<int>(shape[1]) : 1;
        return info;
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(members, members_of(source));
        std::vector<RawSequence> sequences;
        for (const Member& member : members) {
            RawSequence sequence;
            sequence.info.name = member.name;
            if (!recipe_.read_name(member.name, sequence.info, sequence.class_name)) continue;
            KINELENS_TRY(
                motion,
                to_motion(member, source.ending == ".npy" ? source.path : source.path + ":" + member.name));
            sequence.motion = std::move(motion);
            sequences.push_back(std::move(sequence));
        }
        if (sequences.empty())
            return fail(ErrorCode::dataset_empty, source.path, "no array is named " + recipe_.names_wanted());
        return sequences;
    }

private:
    static Result<std::vector<Member>> members_of(const SourceFile& source) {
        if (source.ending == ".npy") {
            KINELENS_TRY(bytes, source.read());
            return std::vector<Member>{{source.stem, std::move(bytes)}};
        }
        if (source.archive)
            return fail(ErrorCode::format_unknown, source.path, "an .npz inside a .zip is not read");
        KINELENS_TRY(archive, ZipArchive::open(source.path));
        std::vector<Member> members;
        for (const std::string& name : archive->names()) {
            KINELENS_TRY(bytes, archive->read(name));
            members.push_back({Path(name).stem().string(), std::move(bytes)});
        }
        return members;
    }

    static Result<std::vector<std::int64_t>> first_shape(const std::vector<SourceFile>& sources) {
        std::optional<Error> first;
        for (const SourceFile& source : sources) {
            const auto members = members_of(source);
            if (!members && !first) first = members.error();
            if (!members || members->empty()) continue;
            const auto shape = parse_npy_shape(members->front().bytes, source.path);
            if (shape && (shape->size() == 3 || shape->size() == 4)) return *shape;
            if (!shape && !first) first = shape.error();
        }
        if (first) return fail(*first);
        return fail(ErrorCode::dataset_empty, sources.empty() ? "" : sources.front().path,
                    "no array has the shape frames x joints x 3");
    }

    Result<Motion> to_motion(const Member& member, const std::string& path) const {
        KINELENS_TRY(array, parse_npy(member.bytes, path));
        const auto& shape = array.shape;
        if ((shape.size() != 3 && shape.size() != 4) || shape.back() != 3)
            return fail(ErrorCode::shape_mismatch, path,
                        "its shape is " + shape_text(shape) + ", not frames x joints x 3");
        const auto bad = std::find_if_not(array.values.begin(), array.values.end(),
                                          [](float value) { return std::isfinite(value); });
        const int bodies = shape.size() == 4 ? static_cast<int>(shape[1]) : 1;
        const int joints = static_cast<int>(shape[shape.size() - 2]);
        if (bad != array.values.end()) {
            const auto row = static_cast<std::ptrdiff_t>(bodies) * joints * 3;
            return fail(ErrorCode::value_not_finite, path, {}, {{}, {}, (bad - array.values.begin()) / row});
        }
        Motion motion(shape[0], bodies, joints);
        motion.positions = std::move(array.values);
        finish_motion(motion, recipe_);
        return motion;
    }

    Recipe recipe_;
};

} // namespace

std::unique_ptr<Reader> make_array_reader(Recipe recipe) {
    return std::make_unique<ArrayReader>(std::move(recipe));
}

} // namespace kinelens
