// Words of a command line as a POSIX shell reads them: what we show can be pasted, what was written is
// understood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

// As it is where a shell takes it as it is, in single quotes otherwise.
std::string shell_quoted(std::string_view word);

// Quoted where needed, with blanks between them.
std::string shell_line(const std::vector<std::string>& words);

// The words of a line: quotes of both kinds and backslashes, no expansion. What is quoted above comes back.
std::vector<std::string> shell_words(std::string_view line);

} // namespace kinelens
