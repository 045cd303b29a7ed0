#include "core/import/capture/word_lines.h"

#include <algorithm>

namespace kinelens {

bool WordLines::next() {
    constexpr std::string_view blanks = " \t\r";
    while (!cursor_.at_end()) {
        line_ = cursor_.line();
        const std::string_view text = cursor_.take_line();
        words_.clear();
        for (std::size_t at = 0; (at = text.find_first_not_of(blanks, at)) != std::string_view::npos;) {
            const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
            words_.push_back(text.substr(at, end - at));
            at = end;
        }
        if (!words_.empty()) return true;
    }
    line_ = cursor_.line();
    return false;
}

std::string_view WordLines::text() const {
    if (words_.empty()) return {};
    const char* end = words_.back().data() + words_.back().size();
    return {words_.front().data(), static_cast<std::size_t>(end - words_.front().data())};
}

} // namespace kinelens
