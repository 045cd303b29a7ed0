// Whether a protocol can divide a dataset, and why not: the same answer for the window, which asks before a
// job is started, for `inspect`, and for the jobs themselves.
#pragma once

#include "core/preparation/protocol.h"
#include "core/preparation/published_protocols.h"

#include <optional>

namespace kinelens {

enum class LearnsFrom { sequences, classes, intervals };

// The tables of a dataset; `file` names it in errors.
struct DividedData {
    const DatasetInfo& info;
    const std::vector<SequenceInfo>& sequences;
    const std::vector<Interval>& intervals;
    std::string file;
};

// Of all single splits that a protocol means: the fewest usable sequences on either side.
struct Division {
    std::int64_t splits = 0;
    std::int64_t least_train = 0;
    std::int64_t least_test = 0;
};

// What is learned from decides which sequences are usable: all, those with a class, those with an interval.
// Of `sequences` an empty protocol means all of them, one that means several splits cannot be used, and the
// test side may be empty. Errors: argument_missing (protocol), invalid_argument (subject = the protocol),
// dataset_empty (subject = file: no class, one class, no interval; subject = the single split: a side
// without usable sequences), what reading a list gives.
Result<Division> divide(const DividedData& data, const std::string& protocol, std::uint64_t seed,
                        LearnsFrom from);

// The same for sequences that are usable as the caller says; `what` names them: "labelled sequence".
Result<Division> divide(const std::vector<SequenceInfo>& sequences, const std::vector<bool>& usable,
                        const std::string& protocol, std::uint64_t seed, const std::string& what);

// Whether a share of the labels leaves any to learn from in every split. Error: invalid_argument, subject =
// label_fraction.
Result<void> check_label_fraction(double fraction, const Division& division);

// A protocol in a list of those that could be meant.
struct OfferedProtocol {
    std::string protocol;
    Division division;                   // where it can be used
    std::optional<Error> reason;         // why it cannot
    bool foreign = false;                // published for another dataset than this is one of
    std::optional<PublishedShare> share; // of a published one's dataset
    bool fits() const { return !reason && !foreign; }
};

OfferedProtocol offered_protocol(const DividedData& data, const std::string& protocol, std::uint64_t seed,
                                 LearnsFrom from);

// Those that need no list or number of one's own, without and with the dataset's own subjects and cameras:
// where single splits are asked for, each protocol of several stands with all of its splits.
std::vector<std::string> common_protocols();
std::vector<std::string> common_splits(const std::vector<SequenceInfo>& sequences);

} // namespace kinelens
