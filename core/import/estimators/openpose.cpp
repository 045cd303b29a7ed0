#include "core/import/estimators/keypoint_lists.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/number_text.h"

#include <cmath>
#include <map>

namespace kinelens {
namespace {

constexpr std::size_t openpose_head_size = 4096;
constexpr std::string_view tail = "_keypoints";

// "walk_000000000012_keypoints": "walk" and 12.
struct FrameName {
    std::string recording;
    std::int64_t frame = -1;
};

FrameName frame_name(std::string_view stem) {
    if (stem.ends_with(tail)) stem.remove_suffix(tail.size());
    std::size_t digits = stem.size();
    while (digits > 0 && stem[digits - 1] >= '0' && stem[digits - 1] <= '9') --digits;
    FrameName name;
    if (digits == stem.size() || !parse_number(stem.substr(digits), name.frame)) name.frame = -1;
    std::string_view rest = stem.substr(0, digits);
    while (!rest.empty() && (rest.back() == '_' || rest.back() == '-' || rest.back() == '.'))
        rest.remove_suffix(1);
    name.recording = std::string(rest);
    return name;
}

std::string folder_of(const SourceFile& source) {
    return Path(source.path).parent_path().string();
}

// Archives show their members behind a colon.
std::string folder_name(const SourceFile& source) {
    std::string folder = Path(folder_of(source)).filename().string();
    if (folder.empty()) {
        const auto colon = source.path.rfind(':');
        folder = colon == std::string::npos ? "openpose" : Path(source.path.substr(0, colon)).stem().string();
    }
    return folder;
}

} // namespace

bool is_openpose(const SourceFile& source) {
    if (source.ending != ".json") return false;
    const std::string head = source.head(openpose_head_size);
    if (head.find("\"people\"") == std::string::npos) return false;
    return source.stem.ends_with(tail) || head.find("pose_keypoints") != std::string::npos;
}

namespace {

class OpenPoseReader : public EstimatorReader {
public:
    OpenPoseReader(const ImportOptions& options, const std::vector<SourceFile>& sources)
        : EstimatorReader({{".json"}, "OpenPose file", is_openpose, nullptr, 30}, options) {
        for (const SourceFile& source : sources) {
            if (source.fault || !is_openpose(source)) continue;
            const FrameName name = frame_name(source.stem);
            const std::string key = folder_of(source) + "\n" + name.recording;
            if (!name_of_group_.contains(key)) name_of_group_[key] = source.path;
            groups_[name_of_group_[key]].emplace(name.frame, source);
            member_.insert({source.path, name_of_group_[key]});
        }
    }

    // The first file stands for its recording; the others are read with it.
    bool accepts(const SourceFile& source) const override { return groups_.contains(source.path); }
    bool reads_beside(const SourceFile& source) const override { return member_.contains(source.path); }

protected:
    std::string name_of(const SourceFile& source) const override {
        const FrameName name = frame_name(source.name);
        return name.recording.empty() ? folder_name(source) : name.recording;
    }

    Result<std::vector<SeenBodies>> seen_in(const SourceFile& source) const override {
        KeypointLists lists(source.path);
        std::vector<Error> warnings;
        std::int64_t bad = 0;
        std::int64_t next = 0;
        std::string first_bad;
        bool three = false;
        const auto& files = groups_.at(source.path);
        for (const auto& [frame, file] : files) {
            const std::int64_t place = frame >= 0 ? frame : next;
            next = place + 1;
            lists.add_frame(place);
            const auto text = file.read();
            const auto tree = text ? parse_piece(*text) : std::nullopt;
            const JsonTree& people = tree ? json_of(*tree, {"people"}) : none_;
            if (!people.is_array()) {
                if (bad++ == 0) first_bad = file.path;
                continue;
            }
            for (const JsonTree& person : people) add_person(lists, place, person, three);
        }
        if (bad > 0)
            warnings.push_back({ErrorCode::part_left_out,
                                first_bad,
                                counted(bad, "file") + " of " + std::to_string(files.size()) +
                                    " could not be read: gaps; this is the first",
                                {}});
        if (three)
            warnings.push_back({ErrorCode::data_doubted,
                                source.path,
                                "positions in space have the unit of OpenPose's cameras: taken for metres",
                                {}});
        KINELENS_TRY(all, lists.finish(std::move(warnings)));
        all.front().counts_from_zero = false; // each frame has a file
        tell_lost(all.front(), source.path);
        return std::move(all);
    }

private:
    void add_person(KeypointLists& lists, std::int64_t frame, const JsonTree& person, bool& three) const {
        const JsonTree& id = json_of(person, {"person_id"});
        const double number = json_number(id.is_array() && !id.empty() ? id[0] : id);
        const JsonTree& flat = json_of(person, {"pose_keypoints_2d", "pose_keypoints"});
        const JsonTree& space = json_of(person, {"pose_keypoints_3d"});
        const std::int64_t own = number >= 0 && number < 1e9 ? static_cast<std::int64_t>(number) : 0;
        if ((!flat.is_array() || flat.empty()) && space.is_array() && space.size() >= 4) {
            JsonTree points = JsonTree::array();
            JsonTree scores = JsonTree::array();
            for (std::size_t i = 0; i + 3 < space.size(); i += 4) {
                points.push_back({space[i], space[i + 1], space[i + 2]});
                scores.push_back(space[i + 3]);
            }
            three = true;
            lists.add(frame, own, points, scores, std::nan(""));
        } else if (flat.is_array() && !flat.empty()) {
            lists.add(frame, own, flat, none_, std::nan(""));
        }
    }

    static void tell_lost(SeenBodies& seen, const std::string& path) {
        const std::int64_t span = seen.frames.rbegin()->first - seen.frames.begin()->first + 1;
        const std::int64_t lost = span - static_cast<std::int64_t>(seen.frames.size());
        if (lost > 0)
            seen.warnings.push_back(
                {ErrorCode::part_left_out,
                 path,
                 counted(lost, "frame") + " between the first and the last without a file: gaps",
                 {}});
    }

    std::map<std::string, std::string> name_of_group_; // folder and beginning: first file
    std::map<std::string, std::multimap<std::int64_t, SourceFile>> groups_; // by the path of the first file
    std::map<std::string, std::string> member_;
    const JsonTree none_;
};

} // namespace

Result<std::unique_ptr<Reader>> make_openpose_reader(const ImportOptions& options,
                                                     const std::vector<SourceFile>& sources) {
    auto reader = std::make_unique<OpenPoseReader>(options, sources);
    reader->learn(sources);
    return reader;
}

} // namespace kinelens
