// ConfusionCounts: who was taken for whom, and the orders that its classes are looked at in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens::viz {

struct ConfusionCounts {
    std::vector<std::string> names;   // C classes
    std::vector<std::int64_t> counts; // (C, C), rows: truth

    std::size_t size() const { return names.size(); }
    std::int64_t at(std::size_t truth, std::size_t said) const { return counts[truth * size() + said]; }
    std::int64_t of_truth(std::size_t truth) const;
    double share(std::size_t truth, std::size_t said) const; // of the truth's sequences; 0 where it has none
};

enum class ConfusionOrder { classes, worst_first, confused_together };

// The classes in an order: as they come; by rising accuracy; each after the one that it is most often
// confused with.
std::vector<std::size_t> confusion_order(const ConfusionCounts& counts, ConfusionOrder order);

} // namespace kinelens::viz
