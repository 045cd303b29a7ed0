// TextCursor: walks through text by lines and numbers without copying it. Counts lines for error messages.
#pragma once

#include "core/foundation/result.h"

#include <charconv>
#include <cstring>
#include <string>
#include <string_view>

namespace kinelens {

// Windows programs put three bytes before UTF-8 text.
inline std::string_view without_byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

// Some Windows programs call two bytes a letter "Unicode". With its mark, or where a letter is half empty.
inline bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.substr(0, 2).find('\0') != std::string_view::npos;
}
inline constexpr std::string_view utf16_words = "it is UTF-16 text; save it as UTF-8";

class TextCursor {
public:
    explicit TextCursor(std::string_view text)
        : at_(text.data())
        , end_(text.data() + text.size()) {}

    bool at_end() const { return at_ == end_; }
    long long line() const { return line_; }
    std::size_t rest() const { return static_cast<std::size_t>(end_ - at_); } // bytes

    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) {
            if (*at_ == '\n') ++line_;
            ++at_;
        }
    }

    // The next number, blanks and line breaks before it skipped. False: there is none here.
    template <class Number>
    bool number(Number& value) {
        skip_blanks();
        if (at_ != end_ && *at_ == '+') ++at_;
        const auto parsed = std::from_chars(at_, end_, value);
        if (parsed.ec != std::errc{}) return false;
        at_ = parsed.ptr;
        return true;
    }

    // What stands here up to the next blank, at most 20 bytes: for messages.
    std::string_view peek_word() const {
        const char* stop = at_;
        while (stop != end_ && stop - at_ < 20 && *stop != ' ' && *stop != '\t' && *stop != '\r' &&
               *stop != '\n')
            ++stop;
        return {at_, static_cast<std::size_t>(stop - at_)};
    }

    // Whether what was read last ends here.
    bool at_word_end() const {
        return at_ == end_ || *at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n';
    }

    // The same as peek_word(), and on behind it.
    std::string_view take_word() {
        const std::string_view word = peek_word();
        at_ += word.size();
        return word;
    }

    void skip_line() {
        const auto* found =
            static_cast<const char*>(std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_)));
        at_ = found ? found + 1 : end_;
        if (found) ++line_;
    }

    // The rest of the current line, without its break, and on to the next.
    std::string_view take_line() {
        const char* start = at_;
        const auto* found =
            static_cast<const char*>(std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_)));
        const char* stop = found ? found : end_;
        skip_line();
        std::string_view text(start, static_cast<std::size_t>(stop - start));
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        return text;
    }

private:
    const char* at_;
    const char* end_;
    long long line_ = 1;
};

} // namespace kinelens
