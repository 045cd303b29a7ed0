#include "core/import/recipe_readers.h"

#include "core/dataset/tracking.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> fields;
    for (std::size_t start = 0;;) {
        const std::size_t end = line.find(separator, start);
        fields.push_back(trimmed(line.substr(start, end == std::string_view::npos ? end : end - start)));
        if (end == std::string_view::npos) return fields;
        start = end + 1;
    }
}

// One file: its frames, and the label of each.
class TextParser {
public:
    TextParser(const Recipe& recipe, std::string_view text, const std::string& path)
        : recipe_(recipe)
        , cursor_(without_byte_order_mark(text))
        , path_(path)
        , joints_(recipe.layout.joint_count()) {}

    Result<void> parse(RawSequence& sequence) {
        for (int i = 0; i < recipe_.header_lines && !cursor_.at_end(); ++i) cursor_.skip_line();
        while (!cursor_.at_end()) {
            const long long line = cursor_.line();
            const std::string_view text = cursor_.take_line();
            if (!trimmed(text).empty()) KINELENS_CHECK(parse_row(split(text, recipe_.separator), line));
        }
        if (labels_.empty()) return fail(ErrorCode::file_truncated, path_, "it has no row of data");
        sequence.motion = motion();
        add_intervals(sequence);
        return {};
    }

private:
    tl::unexpected<Error> wrong(ErrorCode code, long long line, std::size_t column,
                                std::string detail) const {
        return fail(code, path_, std::move(detail), {line, static_cast<long long>(column) + 1, {}});
    }

    Result<void> parse_row(const std::vector<std::string_view>& fields, long long line) {
        const bool nested = recipe_.inner_separator != '\0';
        const std::size_t first = static_cast<std::size_t>(recipe_.first_column);
        const std::size_t columns = static_cast<std::size_t>(nested ? joints_ : joints_ * 3);
        std::size_t needed = first + columns;
        if (recipe_.label_column >= 0)
            needed = std::max(needed, static_cast<std::size_t>(recipe_.label_column) + 1);
        if (fields.size() < needed)
            return fail(ErrorCode::joint_count_wrong, path_,
                        std::to_string(fields.size()) + (fields.size() == 1 ? " column" : " columns") +
                            " found, " + std::to_string(needed) + " expected",
                        {line, {}, {}});
        for (std::size_t column = first; column < first + columns; ++column)
            KINELENS_CHECK(nested ? add_joint(fields[column], line, column)
                                  : add_value(fields[column], line, column));
        labels_.emplace_back(
            recipe_.label_column >= 0 ? fields[static_cast<std::size_t>(recipe_.label_column)] : "");
        return {};
    }

    Result<void> add_joint(std::string_view field, long long line, std::size_t column) {
        int count = 0;
        for (const std::string_view part : split(field, recipe_.inner_separator)) {
            if (part.empty()) continue;
            KINELENS_CHECK(add_value(part, line, column));
            ++count;
        }
        if (count == 3) return {};
        return wrong(ErrorCode::format_invalid, line, column,
                     "a joint needs three coordinates, not " + std::to_string(count));
    }

    Result<void> add_value(std::string_view text, long long line, std::size_t column) {
        float value = 0;
        if (!parse_number(text, value))
            return wrong(ErrorCode::format_invalid, line, column,
                         "'" + std::string(text) + "' is not a number");
        if (!std::isfinite(value)) return wrong(ErrorCode::value_not_finite, line, column, {});
        values_.push_back(value);
        return {};
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
    int joints_;
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
        return recipe_.read_name(source.stem, info, class_name);
    }

    std::string accepted() const override { return "file named " + recipe_.names_wanted(); }

    Result<DatasetInfo> describe(const std::vector<SourceFile>&) const override {
        return describe_recipe(recipe_, recipe_.layout);
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(text, source.read());
        std::vector<RawSequence> sequences(1);
        sequences[0].info.name = source.stem;
        recipe_.read_name(source.stem, sequences[0].info, sequences[0].class_name);
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
