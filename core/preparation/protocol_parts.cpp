#include "core/preparation/protocol_parts.h"

namespace kinelens {

Result<std::set<int>> values_for_folds(std::string_view protocol, std::string_view what, int folds,
                                       const std::vector<SequenceInfo>& sequences) {
    std::set<int> values;
    for (const SequenceInfo& sequence : sequences) values.insert(sequence.*fact_named(what));
    if (values.size() >= static_cast<std::size_t>(folds)) return values;
    const bool unknown = values.size() == 1 && *values.begin() < 0;
    return wrong_protocol(protocol, std::to_string(folds) + " folds, but the sequences " +
                                        (unknown ? "tell no " + std::string(what)
                                                 : "are of " + std::to_string(values.size()) + " " +
                                                       std::string(what) + (values.size() == 1 ? "" : "s")));
}

} // namespace kinelens
