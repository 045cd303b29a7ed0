#include "core/foundation/shell_words.h"

#include <algorithm>
#include <utility>

namespace kinelens {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view harmless = "_-./:=,+@%"; // nowhere in a word do they mean anything

// Letters beyond ASCII are none of a shell's own.
bool is_plain(char letter) {
    return static_cast<unsigned char>(letter) >= 0x80 || letters.find(letter) != std::string_view::npos ||
           harmless.find(letter) != std::string_view::npos;
}

} // namespace

std::string shell_quoted(std::string_view word) {
    if (!word.empty() && std::ranges::all_of(word, is_plain)) return std::string(word);
    std::string quoted = "'";
    for (const char letter : word) {
        if (letter == '\'')
            quoted += "'\\''";
        else
            quoted += letter;
    }
    return quoted + "'";
}

std::string shell_line(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_quoted(word);
    return line;
}

std::vector<std::string> shell_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool inside = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char letter = line[i];
        const bool escapes = letter == '\\' && quote != '\'' && i + 1 < line.size();
        if (quote != 0 && letter == quote) {
            quote = 0;
        } else if (quote == 0 && (letter == '\'' || letter == '"')) {
            quote = letter;
            inside = true;
        } else if (quote == 0 && (letter == ' ' || letter == '\t' || letter == '\n')) {
            if (inside) words.push_back(std::exchange(word, {}));
            inside = false;
        } else {
            word += escapes ? line[++i] : letter;
            inside = true;
        }
    }
    if (inside) words.push_back(word);
    return words;
}

} // namespace kinelens
