#include "core/annotation/pku_text.h"

#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens {
namespace {

constexpr double frames_limit = 1e12;

class RowReader {
public:
    RowReader(PkuText& text, const std::string& path, int classes)
        : text_(text)
        , path_(path)
        , classes_(classes) {}

    void read(std::string_view row, long long line) {
        std::array<double, 3> numbers{};
        float confidence = 1;
        std::size_t count = 0;
        for (const std::string_view field : fields_of(row)) {
            if (count > numbers.size()) return fault(line, "more than four numbers");
            const bool good = count < numbers.size()
                                  ? parse_number(field, numbers[count]) && std::isfinite(numbers[count])
                                  : parse_number(field, confidence) && std::isfinite(confidence);
            if (!good) return fault(line, "'" + std::string(field.substr(0, 20)) + "' is not a number");
            ++count;
        }
        if (count < 3) return fault(line, std::to_string(count) + " of four numbers");
        for (const double number : numbers)
            if (number != std::floor(number) || std::abs(number) > frames_limit)
                return fault(line, "class and frames must be whole numbers");
        add(numbers, confidence, line);
    }

private:
    void add(const std::array<double, 3>& numbers, float confidence, long long line) {
        const auto label = static_cast<std::int64_t>(numbers[0]);
        const auto start = static_cast<std::int64_t>(numbers[1]);
        const auto end = static_cast<std::int64_t>(numbers[2]);
        if (label < 1 || label > classes_) return fault(line, "there is no class " + std::to_string(label));
        if (start < 0) return fault(line, "it starts before the first frame");
        if (end < std::max<std::int64_t>(start, 1))
            return fault(line, "it ends at " + std::to_string(end) + ", before its start " +
                                   std::to_string(start) + ", and is left out");
        text_.intervals.push_back(
            {0, static_cast<int>(label) - 1, std::max<std::int64_t>(0, start - 1), end, confidence});
        text_.lines.push_back(line);
    }

    // Commas, in some copies blanks.
    static std::vector<std::string_view> fields_of(std::string_view row) {
        std::vector<std::string_view> fields;
        for (std::size_t at = 0; (at = row.find_first_not_of(" \t,;", at)) != std::string_view::npos;) {
            const std::size_t end = std::min(row.find_first_of(" \t,;", at), row.size());
            fields.push_back(row.substr(at, end - at));
            at = end;
        }
        return fields;
    }

    void fault(long long line, std::string why) {
        text_.faults.push_back({ErrorCode::format_invalid, path_, std::move(why), {line, {}, {}}});
    }

    PkuText& text_;
    const std::string& path_;
    int classes_;
};

} // namespace

PkuText read_pku_text(std::string_view text, const std::string& path, int classes) {
    PkuText read;
    if (is_utf16(text)) {
        read.faults.push_back({ErrorCode::format_invalid, path, std::string(utf16_words), {}});
        return read;
    }
    RowReader rows(read, path, classes);
    TextCursor cursor(without_byte_order_mark(text));
    while (!cursor.at_end()) {
        const long long line = cursor.line();
        const std::string_view row = cursor.take_line();
        if (row.find_first_not_of(" \t") != std::string_view::npos) rows.read(row, line);
    }
    return read;
}

std::string pku_text(const std::vector<Interval>& intervals) {
    std::string text;
    for (const Interval& interval : intervals)
        text += std::to_string(interval.label + 1) + "," + std::to_string(interval.start + 1) + "," +
                std::to_string(interval.end) + "," + number_text(interval.confidence) + "\n";
    return text;
}

} // namespace kinelens
