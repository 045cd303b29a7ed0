// JsonPieces: the members of a JSON object or the elements of an array, one by one, without a tree of the
// whole: recordings of gigabytes are walked through frame by frame, and of a file that ends too early all
// whole frames are there.
#pragma once

#include "core/foundation/json_text.h"

#include <optional>

namespace kinelens {

class JsonPieces {
public:
    explicit JsonPieces(std::string_view text); // which must outlive it

    bool is_object() const { return open_ == '{'; }
    bool is_array() const { return open_ == '['; }

    // On to the next; false behind the last, and where the text is no JSON any more.
    bool next();
    std::string_view key() const { return key_; } // of an object's member, as it is written
    std::string_view value() const { return value_; }
    std::int64_t offset() const { return value_.data() - text_.data(); }

    // It ended before its closing bracket, or something else stood in between. The last value may be cut.
    bool is_broken() const { return broken_; }

private:
    void skip_blanks();
    bool skip_string();
    bool skip_value();
    bool stop_broken();

    std::string_view text_;
    std::size_t at_ = 0;
    char open_ = ' ';
    bool first_ = true;
    bool broken_ = false;
    std::string_view key_;
    std::string_view value_;
};

// The member of that name; empty where there is none.
std::string_view json_member(std::string_view object, std::string_view key);

// The tree of one piece. NaN and Infinity, which Python writes, become null. Nothing where it is no JSON.
std::optional<nlohmann::ordered_json> parse_piece(std::string_view text);

// A number, or what stands for one ("1.5"); NaN for all else.
double json_number(const nlohmann::ordered_json& value);

// The member of the first of these keys that there is; null otherwise.
const nlohmann::ordered_json& json_of(const nlohmann::ordered_json& object,
                                      std::initializer_list<const char*> keys);

// Of texts that end in a number ("frame_000012.jpg", "12.png"): that number. -1: none.
std::int64_t number_at_end(std::string_view text);

} // namespace kinelens
