#include "core/dataset/ntu_name.h"

#include <cctype>
#include <charconv>

namespace kinelens {
namespace {

bool is_word(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0;
}

// Takes "A013", "a13" or "A13" off the front of `text`.
bool take_part(std::string_view& text, char letter, int& number) {
    if (text.empty() || std::toupper(static_cast<unsigned char>(text[0])) != letter) return false;
    std::size_t digits = 0;
    while (digits + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[digits + 1]))) ++digits;
    if (digits < 1 || digits > 3) return false;
    std::from_chars(text.data() + 1, text.data() + 1 + digits, number);
    text.remove_prefix(digits + 1);
    return true;
}

bool take_scene(std::string_view& text, NtuName& name) {
    return take_part(text, 'S', name.setup) && take_part(text, 'C', name.camera) &&
           take_part(text, 'P', name.subject) && take_part(text, 'R', name.repetition);
}

bool ends_word(std::string_view rest) {
    return rest.empty() || !is_word(rest.front());
}

bool parse_here(std::string_view text, NtuName& name) {
    std::string_view rest = text;
    if (take_scene(rest, name) && take_part(rest, 'A', name.action) && ends_word(rest)) return true;
    rest = text;
    if (!take_part(rest, 'A', name.action) || rest.empty() || (rest[0] != '_' && rest[0] != '-'))
        return false;
    rest.remove_prefix(1);
    return take_scene(rest, name) && ends_word(rest);
}

} // namespace

bool parse_ntu_name(std::string_view text, NtuName& name) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_word(text[at - 1])) continue;
        NtuName found;
        if (!parse_here(text.substr(at), found)) continue;
        name = found;
        return true;
    }
    return false;
}

} // namespace kinelens
