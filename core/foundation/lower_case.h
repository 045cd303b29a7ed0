// Letters of ASCII made small, such as those of a file's ending; others stay as they are.
#pragma once

#include <string>

namespace kinelens {

inline std::string lower_case(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

} // namespace kinelens
