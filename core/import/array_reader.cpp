#include "core/dataset/limits.h"
#include "core/foundation/number_text.h"
#include "core/import/array_axes.h"
#include "core/import/array_members.h"
#include "core/import/recipe_readers.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

bool is_npz(const SourceFile& source) {
    return source.ending == ".npz";
}

class ArrayReader : public Reader {
public:
    ArrayReader(Recipe recipe, std::string axes, bool several_archives)
        : recipe_(std::move(recipe))
        , axes_(std::move(axes))
        , several_archives_(several_archives) {}

    bool accepts(const SourceFile& source) const override {
        return is_npz(source) || source.ending == ".npy";
    }

    std::string accepted() const override { return ".npy or .npz file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        std::optional<Error> first;
        for (const SourceFile& source : sources) {
            const auto info = source.fault ? Result<DatasetInfo>(fail(*source.fault)) : describe_one(source);
            if (info) return info;
            if (!first) first = info.error();
        }
        if (first) return fail(*first);
        return fail(ErrorCode::dataset_empty, {}, "no array is a recording");
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(members, array_members(source));
        const auto count =
            std::ranges::count_if(members, [this](const ArrayMember& one) { return is_recording(one); });
        if (count == 0) return fail(why_none(source, members));
        std::vector<RawSequence> sequences;
        std::vector<Error> passed_over;
        for (const ArrayMember& member : members) {
            if (!is_recording(member)) {
                // Numbers, lists and text beside the recordings are no fault; larger arrays may have been
                // meant.
                if (member.shape.size() >= 3) passed_over.push_back(left_out(member));
                continue;
            }
            RawSequence sequence;
            sequence.info.name = count == 1          ? source.name
                                 : several_archives_ ? source.name + "/" + member.name
                                                     : member.name;
            if (!recipe_.read_name(member.name, sequence.info, sequence.class_name) &&
                (count > 1 || !recipe_.read_name(source, sequence.info, sequence.class_name)))
                continue;
            KINELENS_TRY(motion, to_motion(member, sequence.warnings));
            sequence.motion = std::move(motion);
            sequences.push_back(std::move(sequence));
        }
        if (sequences.empty())
            return fail(ErrorCode::dataset_empty, source.path, "no array is named " + recipe_.names_wanted());
        std::ranges::move(passed_over, std::back_inserter(sequences.front().warnings));
        return sequences;
    }

private:
    int known_joints() const { return recipe_.layout.joint_count(); }

    bool is_recording(const ArrayMember& member) const {
        return !member.fault && may_be_recording(member.shape, axes_, known_joints());
    }

    static Error left_out(const ArrayMember& member) {
        return {ErrorCode::part_left_out,
                member.path,
                "it is " + shape_text(member.shape) + ", which is no recording",
                {}};
    }

    // The array that comes nearest to a recording says why it is none.
    Error why_none(const SourceFile& source, const std::vector<ArrayMember>& members) const {
        for (const ArrayMember& member : members) {
            if (member.fault || member.shape.size() < 2) continue;
            const auto order = axes_.empty() || axes_.size() == member.shape.size()
                                   ? order_of_axes(member.shape, axes_, known_joints(), member.path)
                                   : Result<std::string>(fail(ErrorCode::shape_mismatch, member.path,
                                                              "its shape is " + shape_text(member.shape) +
                                                                  ", which is not " + axes_));
            if (!order) return order.error();
        }
        for (const ArrayMember& member : members)
            if (member.fault) return *member.fault;
        return {ErrorCode::dataset_empty, source.path, "it holds no array of recordings", {}};
    }

    Result<DatasetInfo> describe_one(const SourceFile& source) const {
        KINELENS_TRY(members, array_members(source));
        const auto found =
            std::ranges::find_if(members, [this](const ArrayMember& one) { return is_recording(one); });
        if (found == members.end()) return fail(why_none(source, members));
        KINELENS_TRY(order, order_of_axes(found->shape, axes_, known_joints(), found->path));
        const ArrayExtents extents = extents_of(found->shape, order);
        if (extents.bodies > most_bodies || extents.joints > most_joints)
            return fail(ErrorCode::shape_mismatch, found->path,
                        "the shape " + shape_text(found->shape) + " has more bodies or joints than anybody");
        SkeletonLayout layout = recipe_.layout;
        if (layout.joint_names.empty()) layout = anonymous_layout(static_cast<int>(extents.joints));
        DatasetInfo info = describe_recipe(recipe_, std::move(layout));
        info.bodies = static_cast<int>(extents.bodies);
        if (const auto rate = frame_rate_beside(members)) info.frame_rate = *rate;
        return info;
    }

    Result<Motion> to_motion(const ArrayMember& member, std::vector<Error>& warnings) const {
        KINELENS_TRY(order, order_of_axes(member.shape, axes_, known_joints(), member.path));
        KINELENS_TRY(array, parse_npy(member.bytes, member.path));
        Motion motion = ordered_motion(std::move(array.values), array.shape, order);
        const std::vector<std::size_t> gaps = take_gaps(motion);
        finish_motion(motion, recipe_);
        for (const std::size_t gap : gaps) {
            const auto joints = static_cast<std::size_t>(motion.joints);
            const auto bodies = static_cast<std::size_t>(motion.bodies);
            const auto frame = static_cast<std::int64_t>(gap / joints / bodies);
            const auto body = static_cast<int>(gap / joints % bodies);
            if (motion.is_tracked(frame, body))
                motion.set_missing(frame, body, static_cast<int>(gap % joints));
        }
        if (!gaps.empty())
            warnings.push_back({ErrorCode::part_left_out,
                                member.path,
                                counted(static_cast<std::int64_t>(gaps.size()), "joint position") +
                                    (gaps.size() == 1 ? " is no number: a gap" : " are no numbers: gaps"),
                                {}});
        return motion;
    }

    // Joints with a coordinate that is no number: their places, and 0 in its stead.
    static std::vector<std::size_t> take_gaps(Motion& motion) {
        std::vector<std::size_t> gaps;
        for (std::size_t i = 0; i < motion.positions.size(); i += 3) {
            float* at = motion.positions.data() + i;
            if (std::isfinite(at[0]) && std::isfinite(at[1]) && std::isfinite(at[2])) continue;
            std::fill_n(at, 3, 0.0f);
            gaps.push_back(i / 3);
        }
        return gaps;
    }

    Recipe recipe_;
    std::string axes_; // empty: told by the shape
    bool several_archives_;
};

} // namespace

std::unique_ptr<Reader> make_array_reader(Recipe recipe, const std::string& axes,
                                          const std::vector<SourceFile>& sources) {
    return std::make_unique<ArrayReader>(std::move(recipe), axes, std::ranges::count_if(sources, is_npz) > 1);
}

} // namespace kinelens
