#include "core/import/recipe_readers.h"

#include "core/dataset/motion_parts.h"
#include "core/dataset/tracking.h"
#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/foundation/text_encoding.h"
#include "core/import/tables/table_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens {
namespace {

// One file: its frames, and the label of each.
class TextParser {
public:
    // lines: where the lines stand in the file, if the text is a part of one.
    TextParser(const Recipe& recipe, std::string_view text, const std::string& path,
               const std::vector<long long>& lines = {})
        : recipe_(recipe)
        , cursor_(text)
        , path_(path)
        , lines_(lines)
        , separator_(recipe.separator)
        , joints_(recipe.layout.joint_count()) {}

    Result<void> parse(RawSequence& sequence) {
        take_separator_line();
        std::string_view head;
        for (int i = 0; i < recipe_.header_lines && !cursor_.at_end(); ++i) head = cursor_.take_line();
        std::vector<std::string> kept;
        KINELENS_CHECK(find_columns(cells_of_line(head, separator_, kept)));
        while (!cursor_.at_end()) {
            const auto row = static_cast<std::size_t>(cursor_.line());
            line_ = row <= lines_.size() ? lines_[row - 1] : cursor_.line();
            const auto fields = cells_of_line(cursor_.take_line(), separator_, kept);
            // Spreadsheets end in rows of nothing but separators.
            if (std::ranges::any_of(fields, [](std::string_view field) { return !field.empty(); }))
                KINELENS_CHECK(parse_row(fields));
        }
        if (labels_.empty()) return fail(ErrorCode::file_truncated, path_, "it has no row of data");
        sequence.motion = motion();
        if (gaps_ > 0)
            sequence.warnings.push_back({ErrorCode::part_left_out,
                                         path_,
                                         counted(gaps_, "joint position") +
                                             (gaps_ == 1 ? " has no value: a gap" : " have no value: gaps"),
                                         {first_gap_line_, {}, {}}});
        add_intervals(sequence);
        return {};
    }

private:
    tl::unexpected<Error> wrong(ErrorCode code, std::size_t column, std::string detail) const {
        return fail(code, path_, std::move(detail), {line_, static_cast<long long>(column) + 1, {}});
    }

    // Excel begins a file with "sep=;" where the system's settings ask for it.
    void take_separator_line() {
        if (!cursor_.peek_word().starts_with("sep=")) return;
        const std::string_view line = cursor_.take_line();
        if (line.size() > 4) separator_ = line[4];
    }

    bool nested() const { return recipe_.inner_separator != '\0'; }
    std::size_t columns_of_joint() const { return nested() ? 1 : recipe_.joint_columns.size(); }

    // Where each joint's columns stand: none of a joint that the recipe does not name.
    Result<void> find_columns(const std::vector<std::string_view>& head) {
        const std::size_t width = columns_of_joint();
        for (std::size_t joint = 0; joint < static_cast<std::size_t>(joints_); ++joint) {
            places_.emplace_back();
            for (std::size_t part = 0; part < width && recipe_.columns.empty(); ++part)
                places_.back().push_back(static_cast<std::size_t>(recipe_.first_column) + joint * width +
                                         part);
            const auto named = recipe_.columns.find(recipe_.layout.joint_names[joint]);
            if (named == recipe_.columns.end()) continue;
            for (const RecipeColumn& column : named->second) {
                KINELENS_TRY(place, place_of(column, head));
                places_.back().push_back(place);
            }
        }
        for (const auto& places : places_)
            for (const std::size_t place : places) end_ = std::max(end_, place + 1);
        return {};
    }

    Result<std::size_t> place_of(const RecipeColumn& column,
                                 const std::vector<std::string_view>& head) const {
        if (column.index >= 0) return static_cast<std::size_t>(column.index);
        const auto at = std::ranges::find(head, column.name);
        if (at == head.end())
            return fail(ErrorCode::format_invalid, path_,
                        "its head has no column '" + column.name + "', which the recipe names",
                        {std::max(recipe_.header_lines, 1), {}, {}});
        return static_cast<std::size_t>(at - head.begin());
    }

    Result<void> parse_row(const std::vector<std::string_view>& fields) {
        KINELENS_CHECK(check_columns(fields, end_));
        values_.resize(values_.size() + static_cast<std::size_t>(joints_) * 3);
        confidence_.resize(confidence_.size() + static_cast<std::size_t>(joints_), 1.0f);
        const std::int64_t gaps_before = gaps_;
        for (std::size_t joint = 0; joint < static_cast<std::size_t>(joints_); ++joint)
            KINELENS_CHECK(parse_joint(fields, places_[joint], joint));
        // A row without any value is a frame in which nobody was seen, and no gap of its joints.
        if (gaps_ - gaps_before == joints_) gaps_ = gaps_before;
        labels_.emplace_back(
            recipe_.label_column >= 0 ? fields[static_cast<std::size_t>(recipe_.label_column)] : "");
        return {};
    }

    Result<void> check_columns(const std::vector<std::string_view>& fields, std::size_t end) const {
        const auto label = static_cast<std::size_t>(std::max(recipe_.label_column, 0));
        const std::size_t needed = recipe_.label_column >= 0 ? std::max(end, label + 1) : end;
        if (fields.size() < needed)
            return fail(ErrorCode::joint_count_wrong, path_,
                        counted(static_cast<std::int64_t>(fields.size()), "column") + " found, " +
                            std::to_string(needed) + " expected",
                        {line_, {}, {}});
        const bool skips = recipe_.skips_other_columns || !recipe_.columns.empty();
        for (std::size_t column = end; column < fields.size() && !skips; ++column)
            if (!fields[column].empty() && !(recipe_.label_column >= 0 && column == label))
                return wrong(ErrorCode::joint_count_wrong, column,
                             counted(static_cast<std::int64_t>(fields.size()), "column") + " found, " +
                                 std::to_string(needed) +
                                 " expected; say in the recipe what the others are (joint_columns, "
                                 "other_columns)");
        return {};
    }

    // Of the row that was begun last.
    Result<void> parse_joint(const std::vector<std::string_view>& fields,
                             const std::vector<std::size_t>& places, std::size_t joint) {
        const std::size_t behind = static_cast<std::size_t>(joints_) - joint;
        float* position = values_.data() + values_.size() - behind * 3;
        float& confidence = confidence_[confidence_.size() - behind];
        missing_ = places.empty();
        if (nested() && !missing_)
            KINELENS_CHECK(parse_nested(fields[places[0]], places[0], position));
        else
            KINELENS_CHECK(parse_parts(fields, places, position, confidence));
        if (!missing_) return {};
        std::fill_n(position, 3, 0.0f);
        confidence = 0;
        if (gaps_++ == 0) first_gap_line_ = line_;
        return {};
    }

    Result<void> parse_parts(const std::vector<std::string_view>& fields,
                             const std::vector<std::size_t>& places, float* position, float& confidence) {
        for (std::size_t part = 0; part < places.size(); ++part) {
            const std::string& name = recipe_.joint_columns[part];
            const std::size_t column = places[part];
            if (const std::size_t axis = std::string_view("xyz").find(name); name.size() == 1 && axis < 3)
                KINELENS_CHECK(parse_value(fields[column], column, position[axis]));
            else if (is_confidence(name))
                KINELENS_CHECK(parse_confidence(fields[column], column, confidence));
        }
        return {};
    }

    Result<void> parse_nested(std::string_view field, std::size_t column, float* position) {
        int count = 0;
        std::vector<std::string> kept;
        for (const std::string_view part : split_line(field, recipe_.inner_separator, kept)) {
            if (part.empty()) continue;
            if (count < 3) KINELENS_CHECK(parse_value(part, column, position[count]));
            ++count;
        }
        missing_ = missing_ || field.empty();
        if (count == 3 || field.empty()) return {};
        return wrong(ErrorCode::format_invalid, column,
                     "a joint needs three coordinates, not " + std::to_string(count));
    }

    static bool is_confidence(std::string_view name) {
        constexpr std::array names{"confidence", "score", "visibility", "likelihood"};
        return std::ranges::find(names, name) != names.end();
    }

    // Without a value it is as good as measured: that is said by the position.
    Result<void> parse_confidence(std::string_view text, std::size_t column, float& target) {
        if (is_missing_cell(text)) return {};
        KINELENS_CHECK(parse_value(text, column, target));
        target = std::clamp(target, least_confidence, 1.0f);
        has_confidence_ = true;
        return {};
    }

    Result<void> parse_value(std::string_view text, std::size_t column, float& target) {
        double value = 0;
        if (is_missing_cell(text)) {
            missing_ = true;
        } else if (parse_cell(text, separator_ != ',', value) && std::isfinite(value)) {
            target = static_cast<float>(value);
        } else {
            return wrong(ErrorCode::format_invalid, column,
                         "'" + std::string(text.substr(0, 20)) + "' is not a number");
        }
        return {};
    }

    Motion motion() {
        Motion motion(static_cast<std::int64_t>(labels_.size()), 1, joints_);
        motion.positions = std::move(values_);
        finish_motion(motion, recipe_);
        if (gaps_ == 0 && !has_confidence_) return motion;
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            if (!motion.is_tracked(frame, 0))
                std::fill_n(confidence_.begin() + frame * joints_, joints_, 0.0f);
        motion.confidence = std::move(confidence_);
        return motion;
    }

    // Runs of one label that is not the background.
    void add_intervals(RawSequence& sequence) const {
        if (recipe_.label_column < 0) return;
        for (std::size_t start = 0; start < labels_.size();) {
            std::size_t end = start + 1;
            while (end < labels_.size() && labels_[end] == labels_[start]) ++end;
            if (labels_[start] != recipe_.background && !labels_[start].empty())
                sequence.intervals.push_back({recipe_.class_name(labels_[start]),
                                              static_cast<std::int64_t>(start),
                                              static_cast<std::int64_t>(end)});
            start = end;
        }
    }

    const Recipe& recipe_;
    TextCursor cursor_;
    const std::string& path_;
    std::vector<long long> lines_;
    char separator_;
    int joints_;
    std::vector<std::vector<std::size_t>> places_; // of each joint's columns
    std::size_t end_ = 0;                          // behind the last of them
    long long line_ = 1;
    bool missing_ = false; // a value of the joint that is read
    bool has_confidence_ = false;
    std::int64_t gaps_ = 0; // joints without a value in rows that have others
    long long first_gap_line_ = 0;
    std::vector<float> confidence_; // (rows, joints)
    std::vector<float> values_;
    std::vector<std::string> labels_;
};

class TextReader : public Reader {
public:
    explicit TextReader(Recipe recipe)
        : recipe_(std::move(recipe)) {}

    bool accepts(const SourceFile& source) const override {
        SequenceInfo info;
        std::string class_name;
        return recipe_.read_name(source, info, class_name);
    }

    std::string accepted() const override { return "file named " + recipe_.names_wanted(); }

    Result<DatasetInfo> describe(const std::vector<SourceFile>&) const override {
        return describe_recipe(recipe_, recipe_.layout);
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(bytes, source.read());
        const std::string text = as_utf8(std::move(bytes));
        if (is_in_parts(recipe_)) return read_parts(source, text);
        std::vector<RawSequence> sequences(1);
        sequences[0].info.name = source.name;
        recipe_.read_name(source, sequences[0].info, sequences[0].class_name);
        KINELENS_CHECK(TextParser(recipe_, text, source.path).parse(sequences[0]));
        return sequences;
    }

private:
    Result<std::vector<RawSequence>> read_parts(const SourceFile& source, const std::string& text) const {
        KINELENS_TRY(parts, parts_of_table(recipe_, text, source.path));
        for (TablePart& part : parts) {
            KINELENS_CHECK(TextParser(recipe_, part.text, source.path, part.lines).parse(part.sequence));
            part.sequence.info.name = part.name.empty() ? source.name : part.name;
            recipe_.read_name(source, part.sequence.info, part.sequence.class_name);
        }
        return joined_parts(recipe_, std::move(parts), source.path);
    }

    Recipe recipe_;
};

} // namespace

void finish_motion(Motion& motion, const Recipe& recipe) {
    for (std::size_t i = 0; i < motion.positions.size(); i += 3) recipe.convert(motion.positions.data() + i);
    track_by_position(motion);
}

DatasetInfo describe_recipe(const Recipe& recipe, SkeletonLayout layout) {
    DatasetInfo info;
    info.layout = std::move(layout);
    info.frame_rate = recipe.frame_rate;
    info.up = recipe.up;
    info.bodies = recipe.bodies;
    for (const auto& entry : recipe.classes)
        if (entry.first != recipe.background || recipe.label_column < 0)
            info.class_names.push_back(entry.second);
    return info;
}

std::unique_ptr<Reader> make_text_reader(Recipe recipe) {
    return std::make_unique<TextReader>(std::move(recipe));
}

} // namespace kinelens
