#include "core/annotation/csv_format.h"

#include "core/foundation/csv_text.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

#include <array>
#include <cmath>

namespace kinelens {
namespace {

// Rows of fields; a quoted field may hold separators and line breaks.
class RowCursor {
public:
    explicit RowCursor(std::string_view text)
        : text_(without_byte_order_mark(text)) {}

    bool at_end() const { return at_ >= text_.size(); }
    long long line() const { return line_; }

    std::vector<std::string> row() {
        std::vector<std::string> fields;
        do fields.push_back(field());
        while (take(','));
        take('\r');
        if (take('\n')) ++line_;
        return fields;
    }

private:
    bool take(char letter) {
        if (at_ >= text_.size() || text_[at_] != letter) return false;
        ++at_;
        return true;
    }

    std::string field() {
        std::string text;
        if (!take('"')) {
            while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') text += text_[at_++];
            if (text.ends_with('\r')) text.pop_back();
            return text;
        }
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
            if (text_[at_] == '"') ++at_;
            if (text_[at_] == '\n') ++line_;
            text += text_[at_];
        }
        take('"');
        return text;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    long long line_ = 1;
};

enum Column { sequence, label, start, end, confidence, source, columns };
constexpr std::array<std::string_view, columns> column_names{"sequence", "class",      "start",
                                                             "end",      "confidence", "source"};

class CsvReader {
public:
    CsvReader(const std::string& path, std::vector<std::string> class_names)
        : path_(path) {
        reading_.annotations.class_names = std::move(class_names);
    }

    Result<AnnotationReading> read(std::string_view text) {
        RowCursor rows(text);
        KINELENS_CHECK(read_header(rows.row()));
        while (!rows.at_end()) {
            line_ = rows.line();
            const auto fields = rows.row();
            if (fields.size() > 1 || !fields.front().empty()) add(fields);
        }
        for (auto& sequence : reading_.annotations.sequences) sort_intervals(sequence.intervals);
        return std::move(reading_);
    }

private:
    Result<void> read_header(const std::vector<std::string>& fields) {
        places_.fill(-1);
        for (std::size_t i = 0; i < fields.size(); ++i)
            for (std::size_t name = 0; name < column_names.size(); ++name)
                if (fields[i] == column_names[name]) places_[name] = static_cast<int>(i);
        for (const Column needed : {label, start, end})
            if (places_[needed] < 0)
                return fail(ErrorCode::format_invalid, path_,
                            "the header has no column " + std::string(column_names[needed]), {1, {}, {}});
        return {};
    }

    std::string field(const std::vector<std::string>& fields, Column column, const char* otherwise) const {
        const int place = places_[column];
        if (place < 0 || static_cast<std::size_t>(place) >= fields.size()) return otherwise;
        return fields[static_cast<std::size_t>(place)];
    }

    void add(const std::vector<std::string>& fields) {
        const std::string name = field(fields, sequence, "");
        if (!name.empty() && field(fields, label, "").empty() && field(fields, start, "").empty() &&
            field(fields, end, "").empty()) {
            reading_.annotations.sequence(name);
            return;
        }
        Interval interval;
        interval.source = field(fields, source, "truth");
        if (!parse_number(field(fields, start, ""), interval.start) ||
            !parse_number(field(fields, end, ""), interval.end))
            return fault("start and end must be whole numbers");
        if (interval.start < 0 || interval.end <= interval.start)
            return fault(std::to_string(interval.start) + " to " + std::to_string(interval.end) +
                         " is no interval");
        if (!parse_number(field(fields, confidence, "1"), interval.confidence) ||
            !std::isfinite(interval.confidence))
            return fault("confidence is not a number");
        const std::string class_name = field(fields, label, "");
        if (class_name.empty()) return fault("it has no class");
        interval.label = reading_.annotations.class_index(class_name);
        reading_.annotations.sequence(name).intervals.push_back(std::move(interval));
    }

    void fault(std::string why) {
        reading_.faults.push_back({ErrorCode::format_invalid, path_, std::move(why), {line_, {}, {}}});
    }

    const std::string& path_;
    AnnotationReading reading_;
    std::array<int, columns> places_{};
    long long line_ = 1;
};

} // namespace

std::string annotations_to_csv(const Annotations& annotations) {
    std::string text = "sequence,class,start,end,confidence,source\r\n";
    for (const AnnotatedSequence& sequence : annotations.sequences) {
        if (sequence.intervals.empty()) text += csv_field(sequence.name) + ",,,,,\r\n";
        for (const Interval& interval : sequence.intervals)
            text += csv_field(sequence.name) + "," +
                    csv_field(annotations.class_names[static_cast<std::size_t>(interval.label)]) + "," +
                    std::to_string(interval.start) + "," + std::to_string(interval.end) + "," +
                    number_text(interval.confidence) + "," + csv_field(interval.source) + "\r\n";
    }
    return text;
}

Result<AnnotationReading> annotations_from_csv(std::string_view text, const std::string& path,
                                               std::vector<std::string> class_names) {
    return CsvReader(path, std::move(class_names)).read(text);
}

} // namespace kinelens
