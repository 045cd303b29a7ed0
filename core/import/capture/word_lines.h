// WordLines: walks through text line by line, each taken apart into its words; blank lines are passed over.
#pragma once

#include "core/foundation/text_cursor.h"

#include <vector>

namespace kinelens {

class WordLines {
public:
    explicit WordLines(std::string_view text) // which must outlive it
        : cursor_(without_byte_order_mark(text)) {}

    // Goes on to the next line with a word. False: the text ends.
    bool next();

    const std::vector<std::string_view>& words() const { return words_; }
    std::string_view text() const; // from the first word to the end of the last
    long long line() const { return line_; }
    std::size_t rest() const { return cursor_.rest(); } // bytes

private:
    TextCursor cursor_;
    std::vector<std::string_view> words_;
    long long line_ = 1;
};

} // namespace kinelens
