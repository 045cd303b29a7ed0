// The published protocols and how many recordings the dataset of each has, so that a part of it is told from
// the whole: a figure of a part compares with no published one.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

// Their names, in the order of lists.
std::vector<std::string> published_protocols();

struct PublishedShare {
    std::string dataset; // "NTU RGB+D 60"
    std::int64_t here = 0;
    std::int64_t all = 0; // recordings that its published splits count
    // Some recordings show nobody and are left out by an import.
    bool whole() const { return 100 * here >= 99 * all; }
};

// How much of the protocol's dataset these recordings are; nothing where they are no part of it, or where the
// protocol is none of the published ones. NTU RGB+D is known by its joints, names and classes, PKU-MMD by its
// names; actions that were trimmed from one recording count once.
std::optional<PublishedShare> published_share(const DatasetInfo& info,
                                              const std::vector<SequenceInfo>& sequences,
                                              std::string_view protocol);

// What a published protocol is of, in words: "NTU RGB+D 60", "PKU-MMD"; empty for other protocols.
std::string published_dataset(std::string_view protocol);

} // namespace kinelens
