// Fields of comma-separated text (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace kinelens {

// In quotes where it holds a separator, a quote, a line break, a space at an end, or nothing.
std::string csv_field(std::string_view text);

} // namespace kinelens
