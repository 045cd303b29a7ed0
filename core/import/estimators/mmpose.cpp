#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/keypoint_lists.h"
#include "core/import/estimators/readers.h"

namespace kinelens {
namespace {

constexpr std::size_t mmpose_head_size = 65536;

bool is_mmpose(const SourceFile& source) {
    const std::string head = source.head(mmpose_head_size);
    const auto has = [&](std::string_view word) { return head.find(word) != std::string::npos; };
    return has("\"instance_info\"") || (has("\"meta_info\"") && has("\"keypoint_id2name\"")) ||
           (has("\"instances\"") && (has("\"keypoints\"") || has("\"frame_id\""))) ||
           (has("\"keypoint_scores\"") && has("\"keypoints\""));
}

// COCO, Halpe and OpenPose layouts go by the number of keypoints; others by the names in the file.
void read_layout(std::string_view text, KeypointLists& lists) {
    const std::string_view meta = json_member(text, "meta_info");
    const std::string_view names = meta.empty() ? meta : json_member(meta, "keypoint_id2name");
    const auto tree = names.empty() ? std::nullopt : parse_piece(names);
    if (!tree || !tree->is_object()) return;
    std::vector<std::string> list(tree->size());
    for (const auto& [key, name] : tree->items()) {
        const std::int64_t place = number_at_end(key);
        if (place < 0 || static_cast<std::size_t>(place) >= list.size() || !name.is_string()) return;
        list[static_cast<std::size_t>(place)] = name.get<std::string>();
    }
    SkeletonLayout known = layout_of_keypoints(list.size());
    if (!known.name.starts_with("joints")) {
        const JointNames joints(known);
        bool same = true;
        for (std::size_t i = 0; i < std::min(list.size(), known.joint_names.size()); ++i)
            same = same && joints.index(list[i]) == static_cast<int>(i);
        if (same) return;
    }
    lists.set_layout(layout_of_names(list, "mmpose" + std::to_string(list.size())));
}

Result<std::vector<SeenBodies>> parse_mmpose(std::string_view bytes, const std::string& path) {
    KeypointLists lists(path);
    std::vector<Error> warnings;
    if (JsonPieces(bytes).is_object()) read_layout(bytes, lists);
    bool from_one = false;
    KINELENS_CHECK(for_each_frame(
        bytes, {"instance_info", "predictions", "frames"}, path, warnings,
        [&](std::int64_t index, const JsonTree& frame) {
            const JsonTree& instances =
                frame.is_array() ? frame : json_of(frame, {"instances", "predictions"});
            const double number = json_number(json_of(frame, {"frame_id", "frame", "image_id"}));
            if (index == 0) from_one = number == 1; // as MMPose counts
            std::int64_t place = index;
            if (number >= 0 && number < 1e9) place = static_cast<std::int64_t>(number) - (from_one ? 1 : 0);
            lists.add_frame(place);
            if (!instances.is_array()) return;
            for (const JsonTree& one : instances) {
                const double id = json_number(json_of(one, {"track_id", "instance_id", "id"}));
                const JsonTree& score = json_of(one, {"bbox_score", "score"});
                lists.add(place, id >= 0 && id < 1e9 ? static_cast<std::int64_t>(id) : 0,
                          json_of(one, {"keypoints"}), json_of(one, {"keypoint_scores"}),
                          json_number(score.is_array() && !score.empty() ? score[0] : score));
            }
        }));
    return lists.finish(std::move(warnings));
}

} // namespace

EstimatorFormat mmpose_format() {
    return {{".json"}, "MMPose file", is_mmpose, parse_mmpose, 30};
}

} // namespace kinelens
