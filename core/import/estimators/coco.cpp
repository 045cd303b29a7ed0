#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/keypoint_lists.h"
#include "core/import/estimators/readers.h"

#include <set>

namespace kinelens {
namespace {

constexpr std::size_t coco_head_size = 65536;

bool is_coco(const SourceFile& source) {
    const std::string head = source.head(coco_head_size);
    if (!JsonPieces(head).is_object()) return false;
    if (head.find("\"images\"") == std::string::npos && head.find("\"annotations\"") == std::string::npos)
        return false;
    if (head.find("\"keypoints\"") != std::string::npos) return true;
    const auto text = source.read(); // a long list of pictures stands before the annotations
    return text && text->find("\"annotations\"") != std::string::npos &&
           text->find("\"keypoints\"") != std::string::npos;
}

struct Picture {
    std::string folder;
    std::int64_t frame = -1;
    double width = 0;
    double height = 0;
};

// Folders of pictures are recordings.
class CocoParser {
public:
    CocoParser(std::string_view text, const std::string& path)
        : text_(text)
        , path_(path) {}

    Result<std::vector<SeenBodies>> parse() {
        read_pictures();
        read_names();
        if (json_member(text_, "annotations").empty()) return malformed(path_, "it has no annotations");
        KINELENS_CHECK(for_each_frame(text_, {"annotations"}, path_, warnings_,
                                      [&](std::int64_t, const JsonTree& one) { add(one); }));
        if (unknown_ > 0)
            warnings_.push_back(
                {ErrorCode::part_left_out,
                 path_,
                 std::to_string(unknown_) + " annotations are of pictures that are not listed",
                 {}});
        return finish();
    }

private:
    void read_pictures() {
        std::int64_t next = 0;
        const auto add_picture = [&](std::int64_t, const JsonTree& one) {
            const double id = json_number(json_of(one, {"id"}));
            if (!(id >= 0 && id < 1e15)) return;
            Picture picture;
            const JsonTree& file = json_of(one, {"file_name"});
            const std::string name = file.is_string() ? file.get<std::string>() : std::string();
            if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos)
                picture.folder = name.substr(0, slash);
            const double number = json_number(json_of(one, {"frame_id", "frame_index"}));
            picture.frame =
                number >= 0 && number < 1e9 ? static_cast<std::int64_t>(number) : number_at_end(name);
            if (picture.frame < 0) picture.frame = next;
            next = picture.frame + 1;
            picture.width = json_number(json_of(one, {"width"}));
            picture.height = json_number(json_of(one, {"height"}));
            folders_.insert(picture.folder);
            pictures_[static_cast<std::int64_t>(id)] = std::move(picture);
        };
        if (!json_member(text_, "images").empty())
            (void)for_each_frame(text_, {"images"}, path_, warnings_, add_picture);
    }

    void read_names() {
        const std::string_view list = json_member(text_, "categories");
        const auto tree = list.empty() ? std::nullopt : parse_piece(list);
        if (!tree || !tree->is_array()) return;
        for (const JsonTree& category : *tree) {
            const JsonTree& names = json_of(category, {"keypoints"});
            if (!names.is_array() || !names_.empty()) continue;
            for (const JsonTree& name : names)
                names_.push_back(name.is_string() ? name.get<std::string>() : name.dump());
        }
        if (names_.empty()) return;
        const SkeletonLayout known = layout_of_keypoints(names_.size());
        const JointNames joints(known);
        bool same = true;
        for (std::size_t i = 0; i < std::min(names_.size(), known.joint_names.size()); ++i)
            same = same && joints.index(names_[i]) == static_cast<int>(i);
        if (same) names_.clear(); // the built-in one
    }

    void add(const JsonTree& one) {
        const double number = json_number(json_of(one, {"image_id"}));
        if (json_of(one, {"keypoints"}).is_null()) return; // of things, not of bodies
        const auto picture =
            pictures_.find(number >= 0 && number < 1e15 ? static_cast<std::int64_t>(number) : -1);
        if (picture == pictures_.end()) {
            ++unknown_;
            return;
        }
        const double id = json_number(json_of(one, {"track_id", "instance_id"}));
        lists_of(picture->second.folder)
            .add(picture->second.frame, id >= 0 && id < 1e9 ? static_cast<std::int64_t>(id) : 0,
                 json_of(one, {"keypoints"}), JsonTree(), json_number(json_of(one, {"score"})));
    }

    KeypointLists& lists_of(const std::string& folder) {
        const auto [found, is_new] = lists_.try_emplace(folder, path_);
        if (!is_new) return found->second;
        found->second.set_visibility_levels();
        if (folders_.size() > 1) found->second.set_name(folder);
        if (!names_.empty())
            found->second.set_layout(layout_of_names(names_, "coco" + std::to_string(names_.size())));
        for (const auto& [id, picture] : pictures_) {
            if (picture.folder != folder) continue;
            found->second.add_frame(picture.frame);
            found->second.set_picture(picture.width, picture.height);
        }
        return found->second;
    }

    Result<std::vector<SeenBodies>> finish() {
        if (lists_.empty()) return fail(ErrorCode::sequence_empty, path_, "no annotation has keypoints");
        std::vector<SeenBodies> all;
        for (auto& [folder, lists] : lists_) {
            KINELENS_TRY(seen, lists.finish(std::move(warnings_)));
            warnings_.clear();
            all.push_back(std::move(seen.front()));
        }
        return all;
    }

    std::string_view text_;
    const std::string& path_;
    std::map<std::int64_t, Picture> pictures_;
    std::set<std::string> folders_;
    std::vector<std::string> names_;
    std::map<std::string, KeypointLists> lists_;
    std::vector<Error> warnings_;
    std::int64_t unknown_ = 0;
};

Result<std::vector<SeenBodies>> parse_coco(std::string_view bytes, const std::string& path) {
    return CocoParser(bytes, path).parse();
}

} // namespace

EstimatorFormat coco_format() {
    return {{".json"}, "COCO file", is_coco, parse_coco, 30};
}

} // namespace kinelens
