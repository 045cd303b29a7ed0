// What was done to data, oldest first: lines of JSON in DatasetInfo::history. Readers of a file see how its
// recordings came to be, and from what.
#pragma once

#include <map>
#include <string>

namespace kinelens {

struct HistoryStep {
    std::string verb;                           // "import", "transform"
    std::string from_hash;                      // content hash of the dataset it was made of; empty: of files
    std::map<std::string, std::string> options; // that were given, as text
};

// {"verb": …, "version": …, "from": …, "options": {…}}: no time, so that the same work gives the same bytes.
std::string history_line(const HistoryStep& step);

} // namespace kinelens
