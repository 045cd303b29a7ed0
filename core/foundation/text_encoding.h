// Text of other encodings as UTF-8.
#pragma once

#include <string>

namespace kinelens {

// UTF-16 with its mark, or where every other byte of the start is empty ("Unicode" of Windows programs),
// becomes UTF-8; a half or a lone surrogate becomes U+FFFD. Other text stays what it is, without the mark of
// UTF-8.
std::string as_utf8(std::string text);

} // namespace kinelens
