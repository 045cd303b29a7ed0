#include "core/dataset/limits.h"
#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/import/capture/acclaim_files.h"
#include "core/import/capture/word_lines.h"
#include "core/skeleton/joint_sides.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace kinelens {
namespace {

constexpr double metres_per_inch = 0.0254;

// "XYZ": the turn about x acts first.
Rotation turn_of(const Vector3& degrees, const std::string& order) {
    Rotation turn;
    for (const char letter : order)
        if (const std::size_t axis = std::string_view("xyz").find(letter); axis != std::string_view::npos)
            turn = Rotation::about(static_cast<int>(axis), degrees[axis]) * turn;
    return turn;
}

class AsfParser {
public:
    AsfParser(std::string_view text, const std::string& path)
        : lines_(text)
        , path_(path) {}

    Result<AcclaimSkeleton> parse() {
        skeleton_.bones.push_back({"root", -1, {}, {}});
        skeleton_.places["root"] = 0;
        std::string section;
        while (lines_.next()) {
            const std::string word = first_word();
            if (word.starts_with('#')) continue;
            if (word.starts_with(':'))
                section = word;
            else
                KINELENS_CHECK(parse_line(section, word));
        }
        if (skeleton_.bones.size() < 2)
            return fail(ErrorCode::file_truncated, path_, "it has no bones", {lines_.line(), {}, {}});
        KINELENS_CHECK(order_bones());
        const double scale = skeleton_.degrees ? 1 : 57.29577951308232;
        for (auto& [name, axis] : axes_) {
            for (double& angle : axis.first) angle *= scale;
            skeleton_.bones[static_cast<std::size_t>(skeleton_.places.at(name))].axis =
                turn_of(axis.first, axis.second);
        }
        return std::move(skeleton_);
    }

private:
    tl::unexpected<Error> wrong(std::string why) const {
        return fail(ErrorCode::format_invalid, path_, std::move(why), {lines_.line(), {}, {}});
    }
    std::string first_word() const { return lower_case(std::string(lines_.words().front())); }

    Result<void> parse_line(const std::string& section, const std::string& word) {
        if (section == ":units") return parse_unit(word);
        if (section == ":root") return parse_root(word);
        if (section == ":bonedata") return parse_bone(word);
        if (section == ":hierarchy") return parse_children(word);
        return {};
    }

    Result<double> number(std::size_t place) const {
        double value = 0;
        if (place >= lines_.words().size() || !parse_number(lines_.words()[place], value) ||
            !std::isfinite(value))
            return wrong("a number was expected");
        return value;
    }
    Result<Vector3> numbers(std::size_t first) const {
        Vector3 values{};
        for (std::size_t i = 0; i < 3; ++i) {
            KINELENS_TRY(value, number(first + i));
            values[i] = value;
        }
        return values;
    }

    // The unit of length is told by how many of it an inch is.
    Result<void> parse_unit(const std::string& word) {
        if (word == "angle")
            skeleton_.degrees = !lower_case(std::string(lines_.words().back())).starts_with("rad");
        if (word != "length") return {};
        KINELENS_TRY(length, number(1));
        if (!(length > 0)) return wrong("the unit of length must be above 0");
        skeleton_.metres = metres_per_inch / length;
        return {};
    }

    Result<void> add_freedoms(AcclaimBone& bone) const {
        for (const std::string_view text : std::span(lines_.words()).subspan(1)) {
            const std::string word = lower_case(std::string(text));
            const std::size_t axis =
                word.size() == 2 ? std::string_view("xyz").find(word[1]) : std::string_view::npos;
            if (axis == std::string_view::npos || (word[0] != 't' && word[0] != 'r'))
                return wrong("'" + word.substr(0, 20) + "' is no degree of freedom that is read");
            bone.freedoms.push_back(static_cast<int>(axis) + (word[0] == 'r' ? 3 : 0));
        }
        return {};
    }

    Result<void> parse_root(const std::string& word) {
        AcclaimBone& root = skeleton_.bones.front();
        if (word == "order") return add_freedoms(root);
        if (word == "axis" && lines_.words().size() == 2)
            axes_["root"].second = lower_case(std::string(lines_.words()[1]));
        if (word != "orientation" && word != "position") return {};
        KINELENS_TRY(values, numbers(1));
        if (word == "orientation") axes_["root"].first = values;
        return {};
    }

    struct Draft {
        AcclaimBone bone;
        Vector3 direction{};
        double length = 0;
        std::pair<Vector3, std::string> axis;
    };

    Result<void> parse_bone(const std::string& word) {
        if (word == "begin") draft_ = {};
        if (word == "name" && lines_.words().size() >= 2) draft_.bone.name = lines_.words()[1];
        if (word == "dof") return add_freedoms(draft_.bone);
        if (word == "direction") {
            KINELENS_TRY(direction, numbers(1));
            draft_.direction = direction;
        } else if (word == "length") {
            KINELENS_TRY(length, number(1));
            draft_.length = length;
        } else if (word == "axis") {
            KINELENS_TRY(angles, numbers(1));
            draft_.axis = {angles,
                           lines_.words().size() > 4 ? lower_case(std::string(lines_.words()[4])) : "xyz"};
        } else if (word == "end") {
            return add_bone();
        }
        return {};
    }

    Result<void> add_bone() {
        if (draft_.bone.name.empty()) return wrong("a bone without a name");
        if (skeleton_.bones.size() >= most_joints) return wrong("it has more bones than anybody");
        if (!skeleton_.places.emplace(draft_.bone.name, static_cast<int>(skeleton_.bones.size())).second)
            return wrong("a second bone of the name '" + draft_.bone.name + "'");
        for (std::size_t axis = 0; axis < 3; ++axis)
            draft_.bone.reach[axis] = draft_.direction[axis] * draft_.length;
        axes_[draft_.bone.name] = draft_.axis;
        skeleton_.bones.push_back(draft_.bone);
        return {};
    }

    Result<void> parse_children(const std::string& word) {
        if (word == "begin" || word == "end") return {};
        const auto parent = skeleton_.places.find(lines_.words().front());
        if (parent == skeleton_.places.end())
            return wrong("there is no bone '" + std::string(lines_.words().front()) + "'");
        for (const std::string_view name : std::span(lines_.words()).subspan(1)) {
            const auto child = skeleton_.places.find(name);
            if (child == skeleton_.places.end() || child->second == 0)
                return wrong("there is no bone '" + std::string(name) + "'");
            skeleton_.bones[static_cast<std::size_t>(child->second)].parent = parent->second;
        }
        return {};
    }

    // Parents before their children, otherwise in the file's order.
    Result<void> order_bones() {
        std::vector<int> order{0};
        std::vector<bool> placed(skeleton_.bones.size(), false);
        placed[0] = true;
        for (bool more = true; more;) {
            more = false;
            for (std::size_t bone = 1; bone < placed.size(); ++bone) {
                const int parent = skeleton_.bones[bone].parent;
                if (placed[bone] || parent < 0 || !placed[static_cast<std::size_t>(parent)]) continue;
                order.push_back(static_cast<int>(bone));
                placed[bone] = more = true;
            }
        }
        if (order.size() != placed.size()) {
            const auto loose = static_cast<std::size_t>(std::ranges::find(placed, false) - placed.begin());
            return fail(ErrorCode::format_invalid, path_,
                        "bone '" + skeleton_.bones[loose].name + "' hangs on no other (:hierarchy)");
        }
        std::vector<AcclaimBone> bones;
        std::vector<int> place_of(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            place_of[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        for (const int from : order) {
            bones.push_back(skeleton_.bones[static_cast<std::size_t>(from)]);
            if (bones.back().parent >= 0)
                bones.back().parent = place_of[static_cast<std::size_t>(bones.back().parent)];
        }
        skeleton_.bones = std::move(bones);
        for (auto& [name, place] : skeleton_.places) place = place_of[static_cast<std::size_t>(place)];
        return {};
    }

    WordLines lines_;
    const std::string& path_;
    AcclaimSkeleton skeleton_;
    Draft draft_;
    std::map<std::string, std::pair<Vector3, std::string>> axes_; // angles and their order, by bone
};

} // namespace

Result<AcclaimSkeleton> parse_asf(std::string_view text, const std::string& path) {
    return AsfParser(text, path).parse();
}

SkeletonLayout acclaim_layout(const AcclaimSkeleton& skeleton) {
    SkeletonLayout layout;
    layout.name = "acclaim" + std::to_string(skeleton.bones.size());
    for (const AcclaimBone& bone : skeleton.bones) {
        layout.joint_names.push_back(bone.name);
        layout.parents.push_back(bone.parent);
    }
    find_sides(layout);
    return layout;
}

} // namespace kinelens
