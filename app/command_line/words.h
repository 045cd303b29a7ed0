// Small words that every verb's text is made of.
#pragma once

#include "core/foundation/number_text.h"

#include <cstdint>
#include <string>

namespace kinelens {

// "19 of 60 classes" where only some of all are there, else "60 classes".
std::string counted_of(std::int64_t count, std::int64_t all, const std::string& one,
                       const std::string& several);

// One row of a text in two columns, with its line break; nothing where the value is empty.
std::string row(const std::string& name, const std::string& value);

// Characters that would move the cursor or end the text as \r, \0, \x1b; line breaks and tabs stay.
std::string visible(const std::string& text);

} // namespace kinelens
