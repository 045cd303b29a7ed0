#include "core/preparation/protocol_fit.h"

#include "core/preparation/split_sides.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kinelens {
namespace {

Result<void> check_classes(const DividedData& data) {
    std::set<int> classes;
    for (const SequenceInfo& sequence : data.sequences)
        if (sequence.label >= 0 && sequence.length > 0) classes.insert(sequence.label);
    if (classes.empty())
        return fail(ErrorCode::dataset_empty, data.file,
                    "no sequence has a class; recordings with intervals are made into labelled sequences by "
                    "import --trim");
    if (classes.size() == 1)
        return fail(ErrorCode::dataset_empty, data.file,
                    "all labelled sequences are of one class, " +
                        data.info.class_names[static_cast<std::size_t>(*classes.begin())]);
    return {};
}

Result<std::vector<bool>> usable_of(const DividedData& data, LearnsFrom from) {
    std::vector<bool> usable(data.sequences.size(), from == LearnsFrom::sequences);
    if (from == LearnsFrom::classes) {
        KINELENS_CHECK(check_classes(data));
        for (std::size_t i = 0; i < usable.size(); ++i)
            usable[i] = data.sequences[i].label >= 0 && data.sequences[i].length > 0;
    }
    if (from == LearnsFrom::intervals) {
        for (const Interval& interval : data.intervals)
            if (interval.source != "prediction") usable[static_cast<std::size_t>(interval.sequence)] = true;
        if (std::ranges::find(usable, true) == usable.end())
            return fail(ErrorCode::dataset_empty, data.file,
                        "no recording has a labelled interval to learn from");
    }
    return usable;
}

Result<Division> divide_once(const DividedData& data, const std::string& protocol, std::uint64_t seed) {
    KINELENS_TRY(single, single_protocols(data.sequences, protocol));
    if (single.size() > 1)
        return fail(ErrorCode::invalid_argument, protocol,
                    "it means " + std::to_string(single.size()) + " splits; name one, as " + single.front());
    KINELENS_TRY(sizes, split_sizes(data.sequences, protocol, seed));
    if (sizes.train == 0)
        return fail(ErrorCode::dataset_empty, protocol.empty() ? data.file : protocol,
                    "no sequence is on the training side");
    return Division{1, sizes.train, sizes.test};
}

} // namespace

Result<Division> divide(const std::vector<SequenceInfo>& sequences, const std::vector<bool>& usable,
                        const std::string& protocol, std::uint64_t seed, const std::string& what) {
    KINELENS_TRY(single, single_protocols(sequences, protocol));
    Division division;
    for (const std::string& one : single) {
        KINELENS_TRY(split, split_sides(sequences, one, seed));
        const auto count = [&](const std::vector<std::size_t>& side) {
            return std::ranges::count_if(side, [&](std::size_t index) { return usable[index]; });
        };
        const std::int64_t train = count(split.train), test = count(split.test);
        for (const auto& [found, side] : {std::pair{train, "training"}, std::pair{test, "test"}})
            if (found == 0)
                return fail(ErrorCode::dataset_empty, one, "no " + what + " is on the " + side + " side");
        const bool first = division.splits++ == 0;
        division.least_train = first ? train : std::min(division.least_train, train);
        division.least_test = first ? test : std::min(division.least_test, test);
    }
    return division;
}

Result<Division> divide(const DividedData& data, const std::string& protocol, std::uint64_t seed,
                        LearnsFrom from) {
    KINELENS_TRY(usable, usable_of(data, from));
    if (from == LearnsFrom::sequences) return divide_once(data, protocol, seed);
    if (protocol.empty())
        return fail(ErrorCode::argument_missing, "protocol",
                    "which sequences are learned from: subjects:1,2, …");
    const bool classes = from == LearnsFrom::classes;
    return divide(data.sequences, usable, protocol, seed,
                  classes ? "labelled sequence" : "labelled interval");
}

Result<void> check_label_fraction(double fraction, const Division& division) {
    if (std::floor(fraction * static_cast<double>(division.least_train)) >= 1) return {};
    return fail(ErrorCode::invalid_argument, "label_fraction",
                "it leaves none of " + std::to_string(division.least_train) + " training samples");
}

OfferedProtocol offered_protocol(const DividedData& data, const std::string& protocol, std::uint64_t seed,
                                 LearnsFrom from) {
    OfferedProtocol offered;
    offered.protocol = protocol;
    if (!published_dataset(protocol).empty()) {
        offered.share = published_share(data.info, data.sequences, protocol);
        offered.foreign = !offered.share;
    }
    auto division = divide(data, protocol, seed, from);
    if (division)
        offered.division = *division;
    else
        offered.reason = std::move(division.error());
    return offered;
}

std::vector<std::string> common_protocols() {
    std::vector<std::string> names{"folds:subject/4", "leave-subject-out", "leave-camera-out", "random:0.8"};
    for (std::string& name : published_protocols()) names.push_back(std::move(name));
    return names;
}

std::vector<std::string> common_splits(const std::vector<SequenceInfo>& sequences) {
    std::vector<std::string> names = published_protocols();
    for (const char* several : {"folds:subject/4", "leave-subject-out", "leave-camera-out"})
        if (const auto single = single_protocols(sequences, several))
            names.insert(names.end(), single->begin(), single->end());
    names.emplace_back("random:0.8");
    return names;
}

} // namespace kinelens
