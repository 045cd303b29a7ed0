#include "core/dataset/name_list.h"

#include "core/foundation/text_cursor.h"

#include <algorithm>

namespace kinelens {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_heading(std::string_view line) {
    return line.ends_with("videos:");
}

} // namespace

std::unordered_set<std::string> name_list(std::string_view text) {
    std::unordered_set<std::string> names;
    bool split_file = false;
    bool wanted = true;
    TextCursor cursor(without_byte_order_mark(text));
    while (!cursor.at_end()) {
        const std::string_view line = trimmed(cursor.take_line());
        if (is_heading(line)) {
            split_file = true;
            wanted = line.starts_with("Train");
            continue;
        }
        // In plain lists a comma is part of the name.
        for (std::size_t start = 0; wanted && start <= line.size();) {
            const std::size_t end = split_file ? std::min(line.find(',', start), line.size()) : line.size();
            if (const auto name = trimmed(line.substr(start, end - start)); !name.empty())
                names.emplace(name);
            start = end + 1;
        }
    }
    return names;
}

Result<std::unordered_set<std::string>> read_name_list(const Path& file) {
    KINELENS_TRY(text, read_text_file(file));
    return name_list(text);
}

} // namespace kinelens
