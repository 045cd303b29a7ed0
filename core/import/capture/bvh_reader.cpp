#include "core/import/capture/bvh_reader.h"

#include "core/foundation/number_text.h"
#include "core/import/capture/body_unit.h"
#include "core/import/capture/bvh_file.h"

#include <cmath>

namespace kinelens {
namespace {

// A line of 200 joints with their offsets takes some 30 kB.
constexpr std::size_t head_size = std::size_t(4) << 20;

BodyUnit unit_of(const BvhFile& file) {
    std::vector<Vector3> offsets;
    std::vector<int> parents;
    for (const BvhJoint& joint : file.joints) {
        offsets.push_back(joint.offset);
        parents.push_back(joint.parent);
    }
    return unit_of_body(offsets, parents);
}

// 0.008333 of a second is 120 a second, not 120.0048.
double rate_of(const BvhFile& file) {
    const double rate = 1 / file.frame_seconds;
    const double whole = std::round(rate);
    return std::abs(rate - whole) < whole * 1e-3 ? whole : rate;
}

class BvhReader : public Reader {
public:
    bool accepts(const SourceFile& source) const override { return source.ending == ".bvh"; }
    std::string accepted() const override { return ".bvh file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        std::optional<Error> first;
        for (const SourceFile& source : sources) {
            const auto file = source.fault ? Result<BvhFile>(fail(*source.fault))
                                           : parse_bvh_head(source.head(head_size), source.path);
            if (!file && !first) first = file.error();
            if (!file) continue;
            DatasetInfo info;
            info.layout = bvh_layout(*file);
            info.frame_rate = rate_of(*file);
            return info;
        }
        if (first) return fail(*first);
        return fail(ErrorCode::dataset_empty, {}, "there is no .bvh file");
    }

    // What was chosen for all of them: BVH says no unit.
    std::vector<Error> remarks(const DatasetInfo& /*info*/,
                               const std::vector<SourceFile>& sources) const override {
        for (const SourceFile& source : sources) {
            if (source.fault) continue;
            const auto file = parse_bvh_head(source.head(head_size), source.path);
            if (!file) continue;
            const BodyUnit unit = unit_of(*file);
            return {{ErrorCode::unit_assumed,
                     source.path,
                     "BVH tells no unit; taken for " + unit.name + ", in which the body measures " +
                         short_number_text(unit.body) + " m from fingertips to toes",
                     {}}};
        }
        return {};
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(text, source.read());
        KINELENS_TRY(file, parse_bvh(text, source.path));
        std::vector<RawSequence> sequences(1);
        RawSequence& sequence = sequences.front();
        sequence.info.name = source.name;
        sequence.layout = bvh_layout(file);
        sequence.frame_rate = rate_of(file);
        sequence.motion = bvh_motion(file, unit_of(file).metres);
        sequence.warnings = std::move(file.warnings);
        return sequences;
    }
};

} // namespace

std::unique_ptr<Reader> make_bvh_reader() {
    return std::make_unique<BvhReader>();
}

} // namespace kinelens
