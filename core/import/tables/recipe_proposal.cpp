#include "core/import/tables/recipe_proposal.h"

#include "core/foundation/error_json.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_encoding.h"
#include "core/import/capture/marker_file.h"
#include "core/import/people/body_places.h"
#include "core/import/source_file.h"
#include "core/import/tables/layout_fit.h"
#include "core/import/tables/table_meaning.h"
#include "core/import/tables/table_upright.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <set>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t head_size = std::size_t(4) << 20; // bytes
constexpr double usual_rate = 30;

class Proposer {
public:
    Proposer(const TableHead& head, TableMeaning meaning, const std::string& path)
        : head_(head)
        , meaning_(std::move(meaning))
        , path_(path) {}

    RecipeProposal propose() {
        json_["name"] = Path(path_).stem().string();
        json_["kind"] = "text";
        json_["pattern"] = "(.*)";
        choose_layout();
        choose_rate();
        choose_upright();
        tell_columns();
        describe_table();
        describe_joints();
        describe_label();
        describe_parts();
        list_columns();
        proposal_.recipe = json_.dump(2) + "\n";
        return std::move(proposal_);
    }

private:
    void warn(ErrorCode code, std::string detail) {
        proposal_.warnings.push_back({code, path_, std::move(detail), {}});
    }

    MarkerFile positions() const {
        MarkerFile file;
        for (const TableJoint& joint : meaning_.joints) file.markers.push_back(joint.name);
        for (std::size_t row = 0; row < head_.rows.size(); ++row)
            for (const TableJoint& joint : meaning_.joints) {
                double values[3];
                position(row, joint, values);
                const bool seen = std::isfinite(values[0] + values[1] + values[2]) &&
                                  (values[0] != 0 || values[1] != 0 || values[2] != 0);
                for (const double value : values)
                    file.positions.push_back(seen ? static_cast<float>(value)
                                                  : std::numeric_limits<float>::quiet_NaN());
            }
        return file;
    }

    void position(std::size_t row, const TableJoint& joint, double* values) const {
        if (joint.parts.size() >= 3) {
            for (std::size_t axis = 0; axis < 3; ++axis)
                values[axis] = head_.value(row, static_cast<std::size_t>(joint.parts[axis]));
            return;
        }
        std::fill_n(values, 3, std::nan(""));
        const auto column = static_cast<std::size_t>(joint.parts[0]);
        if (column < head_.rows[row].size()) read_triple(head_.rows[row][column], values);
    }

    void choose_layout() {
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < meaning_.joints.size(); ++i) {
            TableJoint& joint = meaning_.joints[i];
            keys.push_back(joint.key);
            if (joint.name.empty() || number_of_joint(joint.key) >= 0)
                joint.name = "joint " + (joint.key.empty() ? std::to_string(i + 1)
                                                           : std::to_string(number_of_joint(joint.key)));
        }
        file_ = positions();
        if (const auto fit = fitting_layout(keys)) {
            layout_ = fit->layout;
            order_ = fit->joints;
            json_["layout"] = layout_.name;
            proposal_.layout = layout_.name;
            if (!fit->by_names)
                warn(ErrorCode::data_doubted,
                     "its columns do not name the joints; taken for " + layout_.name + ", which has as many" +
                         (fit->others.empty() ? "" : " (so has " + fit->others + ")"));
            return;
        }
        layout_ = marker_layout(file_);
        layout_.name = json_["name"].get<std::string>();
        for (int joint = 0; joint < layout_.joint_count(); ++joint) order_.push_back(joint);
        json_["layout"] = Json::parse(layout_to_json(layout_));
        proposal_.layout = "of the table's own names";
        warn(ErrorCode::data_doubted, "no built-in layout has its " +
                                          counted(layout_.joint_count(), "joint") +
                                          "; which hangs from which was told by their distances");
    }

    void choose_rate() {
        const int time = meaning_.column(ColumnRole::time);
        const double step = time >= 0 ? usual_step(static_cast<std::size_t>(time)) : 0;
        const double seconds = meaning_.seconds > 0 ? meaning_.seconds : likely_seconds(step);
        double rate = step > 0 && seconds > 0 ? 1 / (step * seconds) : 0;
        if (std::abs(rate - std::round(rate)) < 0.01 * rate) rate = std::round(rate);
        const bool known = rate >= 1 && rate <= 10000;
        proposal_.frame_rate = known ? rate : usual_rate;
        json_["frame_rate"] = proposal_.frame_rate;
        if (!known)
            warn(ErrorCode::rate_assumed, "taken for " + short_number_text(usual_rate) + " frames a second");
        else if (meaning_.seconds == 0)
            warn(ErrorCode::rate_assumed, "its column of times does not tell their unit; taken for " +
                                              short_number_text(rate) + " frames a second");
    }

    double usual_step(std::size_t column) const {
        std::vector<double> steps;
        for (std::size_t row = 1; row < head_.rows.size(); ++row)
            if (const double step = head_.value(row, column) - head_.value(row - 1, column); step > 0)
                steps.push_back(step);
        if (steps.empty()) return 0;
        std::ranges::nth_element(steps, steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2));
        return steps[steps.size() / 2];
    }

    // Of which a step between frames takes from a thousandth of a second to a second.
    static double likely_seconds(double step) {
        for (const double seconds : {1.0, 1e-3, 1e-6, 1e-9})
            if (step * seconds >= 0.001 && step * seconds < (seconds == 1.0 ? 0.999 : 1.0)) return seconds;
        return 0;
    }

    void choose_upright() {
        const double likely = likely_metres(file_);
        proposal_.metres = meaning_.metres > 0 ? meaning_.metres : likely;
        json_["scale"] = proposal_.metres;
        if (meaning_.metres == 0)
            warn(ErrorCode::unit_assumed, "taken for " + unit_name(likely) + ", by the size of the body");
        std::vector<std::string> names(file_.markers.size());
        for (std::size_t joint = 0; joint < order_.size(); ++joint)
            names[static_cast<std::size_t>(order_[joint])] = layout_.joint_names[joint];
        const TableUpright upright = upright_of(file_, names);
        json_["up"] = upright.up;
        if (!upright.axes.empty()) json_["axes"] = upright.axes;
        if (!upright.is_sure)
            warn(ErrorCode::data_doubted, "it does not say which axis points up; taken for " + upright.said);
    }

    void tell_columns() {
        std::string left_out;
        for (std::size_t i = 0; i < head_.names.size() && i < meaning_.roles.size(); ++i)
            if (meaning_.roles[i] == ColumnRole::other && !head_.names[i].empty() && left_out.size() < 200)
                left_out += (left_out.empty() ? "" : ", ") + head_.names[i];
        if (!left_out.empty()) warn(ErrorCode::part_left_out, "columns that are read over: " + left_out);
        if (head_.names_are_numbers)
            warn(ErrorCode::part_left_out, "its first row only counts the columns: it is read over");
    }

    void describe_table() {
        json_["separator"] = head_.separator == '\t' ? "tab" : std::string(1, head_.separator);
        if (head_.inner_separator != '\0') json_["inner_separator"] = std::string(1, head_.inner_separator);
        json_["header_lines"] = head_.header_lines;
    }

    bool has_scores() const {
        return std::ranges::any_of(meaning_.joints,
                                   [](const TableJoint& joint) { return joint.parts.size() > 3; });
    }

    // From one column on, the joints in the layout's order: the width of a joint; 0 where it is not so.
    int regular_width() const {
        const auto& first = meaning_.joints[static_cast<std::size_t>(order_[0])].parts;
        const int start = *std::ranges::min_element(first);
        int width = static_cast<int>(first.size());
        if (order_.size() > 1)
            width = std::ranges::min(meaning_.joints[static_cast<std::size_t>(order_[1])].parts) - start;
        if (width < static_cast<int>(first.size()) || width > 20) return 0;
        for (std::size_t joint = 0; joint < order_.size(); ++joint) {
            const auto& parts = meaning_.joints[static_cast<std::size_t>(order_[joint])].parts;
            if (parts.size() != first.size()) return 0;
            for (std::size_t part = 0; part < parts.size(); ++part)
                if (parts[part] != first[part] + static_cast<int>(joint) * width) return 0;
        }
        const int end = start + static_cast<int>(order_.size()) * width;
        return end <= static_cast<int>(head_.columns) ? width : 0;
    }

    void describe_joints() {
        const auto& first = meaning_.joints[static_cast<std::size_t>(order_[0])].parts;
        static constexpr const char* names[] = {"x", "y", "z", "confidence"};
        if (const int width = regular_width(); width > 0) {
            const int start = *std::ranges::min_element(first);
            json_["first_column"] = start;
            std::vector<std::string> parts(static_cast<std::size_t>(width), "other");
            for (std::size_t part = 0; part < first.size(); ++part)
                parts[static_cast<std::size_t>(first[part] - start)] = names[part];
            if (head_.inner_separator == '\0') json_["joint_columns"] = parts;
            json_["other_columns"] = "skip";
            return;
        }
        json_["joint_columns"] = has_scores() ? Json{"x", "y", "z", "confidence"} : Json{"x", "y", "z"};
        Json& columns = json_["columns"] = Json::object();
        for (std::size_t joint = 0; joint < order_.size(); ++joint) {
            Json& places = columns[layout_.joint_names[joint]] = Json::array();
            for (const int part : meaning_.joints[static_cast<std::size_t>(order_[joint])].parts)
                if (part >= 0) places.push_back(name_or_place(static_cast<std::size_t>(part)));
        }
    }

    Json name_or_place(std::size_t column) const {
        const bool named = head_.names_in_last_line && column < head_.names.size() &&
                           !head_.names[column].empty() &&
                           std::ranges::count(head_.names, head_.names[column]) == 1;
        return named ? Json(head_.names[column]) : Json(column);
    }

    std::set<std::string> cells_of_column(int column) const {
        std::set<std::string> cells;
        for (const auto& row : head_.rows)
            if (static_cast<std::size_t>(column) < row.size())
                cells.insert(row[static_cast<std::size_t>(column)]);
        return cells;
    }

    void describe_label() {
        const int column = meaning_.column(ColumnRole::label);
        if (column < 0) return;
        json_["label_column"] = column;
        const std::set<std::string> labels = cells_of_column(column);
        std::string background = "0";
        for (const char* one : {"none", "None", "background", "idle", "rest", "no action", "null"})
            if (labels.contains(one)) background = one;
        json_["background"] = background;
        const bool numbers = std::ranges::all_of(labels, [](const std::string& label) {
            double value = 0;
            return label.empty() || parse_number(label, value);
        });
        if (numbers)
            warn(ErrorCode::label_missing, "its classes are numbers; name them in the recipe (classes). " +
                                               background + " is taken for no class at all (background)");
    }

    void describe_parts() {
        const int sequence = meaning_.column(ColumnRole::sequence);
        const int body = meaning_.column(ColumnRole::body);
        const auto recordings = sequence < 0 ? 0 : cells_of_column(sequence).size();
        const auto bodies = body < 0 ? 0 : cells_of_column(body).size();
        // A column of one value may have others further down: it is kept.
        if (recordings > 0) json_["sequence_column"] = sequence;
        if (bodies > 0) {
            json_["body_column"] = body;
            json_["bodies"] = std::min<std::size_t>(bodies, static_cast<std::size_t>(most_people));
            if (bodies > static_cast<std::size_t>(most_people))
                warn(ErrorCode::part_left_out, std::to_string(bodies) + " bodies, of which the first " +
                                                   std::to_string(most_people) + " are kept");
        }
        if (const int frame = meaning_.column(ColumnRole::frame);
            frame >= 0 && (bodies > 0 || recordings > 0))
            json_["frame_column"] = frame;
    }

    void list_columns() {
        std::vector<std::string> names(meaning_.joints.size());
        for (std::size_t joint = 0; joint < order_.size(); ++joint)
            names[static_cast<std::size_t>(order_[joint])] = layout_.joint_names[joint];
        for (std::size_t i = 0; i < meaning_.roles.size(); ++i) {
            const int joint = meaning_.joint_of[i];
            proposal_.columns.push_back({static_cast<std::int64_t>(i),
                                         i < head_.names.size() ? head_.names[i] : "",
                                         std::string(name_of(meaning_.roles[i])),
                                         joint < 0 ? "" : names[static_cast<std::size_t>(joint)]});
        }
    }

    const TableHead& head_;
    TableMeaning meaning_;
    const std::string& path_;
    MarkerFile file_;
    SkeletonLayout layout_;
    std::vector<int> order_; // for each joint of the layout: its place among the table's
    Json json_ = Json::object();
    RecipeProposal proposal_;
};

} // namespace

Result<RecipeProposal> propose_recipe(std::string_view text, const std::string& path) {
    KINELENS_TRY(head, read_table_head(text, path));
    KINELENS_TRY(meaning, meaning_of_table(head, path));
    return Proposer(head, std::move(meaning), path).propose();
}

Result<RecipeProposal> propose_recipe(const Path& file) {
    KINELENS_TRY(sources, list_sources({file.string()}));
    if (sources.empty()) return fail(ErrorCode::format_unknown, file.string(), "found no files");
    if (sources.front().fault) return fail(*sources.front().fault);
    const SourceFile& source = sources.front();
    std::string text = as_utf8(source.head(head_size));
    if (text.find('\0') != std::string::npos)
        return fail(ErrorCode::format_unknown, source.path, "it is no text");
    if (text.size() >= head_size) text.resize(text.rfind('\n') + 1); // its last line may be cut
    return propose_recipe(text, source.path);
}

std::string proposal_to_json(const RecipeProposal& proposal) {
    Json json{{"columns", Json::array()},
              {"layout", proposal.layout},
              {"frame_rate", proposal.frame_rate},
              {"metres", proposal.metres},
              {"warnings", errors_json(proposal.warnings)}};
    for (const ProposedColumn& column : proposal.columns) {
        Json entry{{"index", column.index}, {"name", column.name}, {"role", column.role}};
        if (!column.joint.empty()) entry["joint"] = column.joint;
        json["columns"].push_back(std::move(entry));
    }
    return json_line(json);
}

} // namespace kinelens
