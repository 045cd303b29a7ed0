#include "core/import/recipe_readers.h"

#include "core/dataset/tracking.h"
#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/foundation/text_encoding.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

// One file: its frames, and the label of each.
class TextParser {
public:
    TextParser(const Recipe& recipe, std::string_view text, const std::string& path)
        : recipe_(recipe)
        , cursor_(text)
        , path_(path)
        , separator_(recipe.separator)
        , joints_(recipe.layout.joint_count()) {}

    Result<void> parse(RawSequence& sequence) {
        take_separator_line();
        for (int i = 0; i < recipe_.header_lines && !cursor_.at_end(); ++i) cursor_.skip_line();
        std::vector<std::string> kept;
        while (!cursor_.at_end()) {
            line_ = cursor_.line();
            const auto fields = split_line(cursor_.take_line(), separator_, kept);
            // Spreadsheets end in rows of nothing but separators.
            if (std::ranges::any_of(fields, [](std::string_view field) { return !field.empty(); }))
                KINELENS_CHECK(parse_row(fields));
        }
        if (labels_.empty()) return fail(ErrorCode::file_truncated, path_, "it has no row of data");
        sequence.motion = motion();
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

    Result<void> parse_row(const std::vector<std::string_view>& fields) {
        const auto first = static_cast<std::size_t>(recipe_.first_column);
        const std::size_t end = first + static_cast<std::size_t>(joints_) * columns_of_joint();
        KINELENS_CHECK(check_columns(fields, end));
        values_.resize(values_.size() + static_cast<std::size_t>(joints_) * 3);
        missing_ = 0;
        for (std::size_t joint = 0; joint < static_cast<std::size_t>(joints_); ++joint)
            KINELENS_CHECK(parse_joint(fields, first + joint * columns_of_joint(),
                                       values_.data() + values_.size() -
                                           (static_cast<std::size_t>(joints_) - joint) * 3));
        // A row without any value is a frame in which nobody was seen.
        if (missing_ > 0 && missing_ < joints_ * 3)
            return wrong(ErrorCode::value_not_finite, first_missing_, "some of its joints have no value");
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
        for (std::size_t column = end; column < fields.size() && !recipe_.skips_other_columns; ++column)
            if (!fields[column].empty() && !(recipe_.label_column >= 0 && column == label))
                return wrong(ErrorCode::joint_count_wrong, column,
                             counted(static_cast<std::int64_t>(fields.size()), "column") + " found, " +
                                 std::to_string(needed) +
                                 " expected; say in the recipe what the others are (joint_columns, "
                                 "other_columns)");
        return {};
    }

    Result<void> parse_joint(const std::vector<std::string_view>& fields, std::size_t column,
                             float* position) {
        if (nested()) return parse_nested(fields[column], column, position);
        for (std::size_t part = 0; part < recipe_.joint_columns.size(); ++part) {
            const std::string& name = recipe_.joint_columns[part];
            if (const std::size_t axis = std::string_view("xyz").find(name); name.size() == 1 && axis < 3)
                KINELENS_CHECK(parse_value(fields[column + part], column + part, position[axis]));
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
        for (; field.empty() && count < 3; ++count) note_missing(column);
        if (count == 3) return {};
        return wrong(ErrorCode::format_invalid, column,
                     "a joint needs three coordinates, not " + std::to_string(count));
    }

    Result<void> parse_value(std::string_view text, std::size_t column, float& target) {
        double value = 0;
        if (is_missing_cell(text)) {
            note_missing(column);
        } else if (parse_cell(text, separator_ != ',', value) && std::isfinite(value)) {
            target = static_cast<float>(value);
        } else {
            return wrong(ErrorCode::format_invalid, column,
                         "'" + std::string(text.substr(0, 20)) + "' is not a number");
        }
        return {};
    }

    void note_missing(std::size_t column) {
        if (missing_++ == 0) first_missing_ = column;
    }

    Motion motion() {
        Motion motion(static_cast<std::int64_t>(labels_.size()), 1, joints_);
        motion.positions = std::move(values_);
        finish_motion(motion, recipe_);
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
    char separator_;
    int joints_;
    long long line_ = 1;
    int missing_ = 0; // values of the row
    std::size_t first_missing_ = 0;
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
        std::vector<RawSequence> sequences(1);
        sequences[0].info.name = source.name;
        recipe_.read_name(source, sequences[0].info, sequences[0].class_name);
        KINELENS_CHECK(TextParser(recipe_, text, source.path).parse(sequences[0]));
        return sequences;
    }

private:
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
    for (const auto& entry : recipe.classes)
        if (entry.first != recipe.background || recipe.label_column < 0)
            info.class_names.push_back(entry.second);
    return info;
}

std::unique_ptr<Reader> make_text_reader(Recipe recipe) {
    return std::make_unique<TextReader>(std::move(recipe));
}

} // namespace kinelens
