#include "core/import/estimators/json_frames.h"

#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

namespace kinelens {
namespace {

using Each = std::function<void(std::int64_t, const JsonTree&)>;

class FrameWalk {
public:
    FrameWalk(const std::string& path, std::vector<Error>& warnings, const Each& each)
        : path_(path)
        , warnings_(warnings)
        , each_(each) {}

    void array(std::string_view list) {
        JsonPieces pieces(list);
        while (pieces.next()) {
            if (pieces.is_broken()) break;
            one(pieces.value());
        }
        if (pieces.is_broken()) tell_cut();
    }

    // Objects one behind the other, with or without line breaks between them.
    void lines(std::string_view text) {
        TextCursor cursor(text);
        while (!cursor.at_end()) {
            const std::string_view line = cursor.take_line();
            if (line.find('{') == std::string_view::npos) continue;
            if (cursor.at_end() && line.find_last_of('}') == std::string_view::npos)
                tell_cut();
            else
                one(line);
        }
    }

    void tell_bad() {
        if (bad_ > 0)
            warnings_.push_back({ErrorCode::part_left_out,
                                 path_,
                                 counted(bad_, "frame") + " could not be read: gaps",
                                 {{}, {}, first_bad_}});
    }

private:
    void one(std::string_view text) {
        if (const auto tree = parse_piece(text)) {
            each_(index_++, *tree);
            return;
        }
        if (bad_++ == 0) first_bad_ = index_;
        ++index_;
    }

    void tell_cut() {
        warnings_.push_back(
            {ErrorCode::file_truncated,
             path_,
             "the file ends too early; " + counted(index_, "frame") + " before that are whole",
             {}});
    }

    const std::string& path_;
    std::vector<Error>& warnings_;
    const Each& each_;
    std::int64_t index_ = 0;
    std::int64_t bad_ = 0;
    std::int64_t first_bad_ = 0;
};

bool is_line_each(std::string_view text) {
    JsonPieces first(text);
    if (!first.is_object()) return false;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    const std::string_view line = text.substr(0, end);
    return line.find_last_not_of(" \r\t") != std::string_view::npos &&
           line[line.find_last_not_of(" \r\t")] == '}' && text.find('{', end) != std::string_view::npos;
}

} // namespace

Result<void> for_each_frame(std::string_view text, std::initializer_list<std::string_view> lists,
                            const std::string& path, std::vector<Error>& warnings, const Each& each) {
    FrameWalk walk(path, warnings, each);
    JsonPieces whole(text);
    std::string_view list;
    if (whole.is_array()) list = text;
    for (const std::string_view key : lists)
        if (list.empty() && whole.is_object()) list = json_member(text, key);
    if (!list.empty() && JsonPieces(list).is_array())
        walk.array(list);
    else if (is_line_each(text))
        walk.lines(text);
    else
        return malformed(path, "it has no list of frames");
    walk.tell_bad();
    return {};
}

} // namespace kinelens
