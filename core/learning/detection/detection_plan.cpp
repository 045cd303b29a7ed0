#include "core/learning/detection/detection_plan.h"

#include "core/foundation/content_hash.h"
#include "core/preparation/protocol_fit.h"

#include <algorithm>
#include <functional>

namespace kinelens::learning {
namespace {

using Unnamed = std::function<bool(std::size_t)>;

// As before a start, but for the recordings that a file of labels does not name.
Result<void> check_sides(const DatasetReader& dataset, const std::string& protocol, std::uint64_t seed,
                         const Unnamed& unnamed) {
    const auto& sequences = dataset.sequences();
    KINELENS_CHECK(divide({dataset.info(), sequences, dataset.intervals(), dataset.file().string()}, protocol,
                          seed, LearnsFrom::intervals));
    std::vector<bool> usable(sequences.size());
    for (const Interval& interval : dataset.intervals())
        if (interval.source != "prediction")
            usable[static_cast<std::size_t>(interval.sequence)] =
                !unnamed(static_cast<std::size_t>(interval.sequence));
    KINELENS_CHECK(divide(sequences, usable, protocol, seed, "labelled interval"));
    return {};
}

} // namespace

std::vector<Interval> truth_of(const DatasetReader& dataset, const std::vector<std::size_t>& sequences) {
    std::vector<Interval> truth;
    for (const Interval& interval : dataset.intervals())
        if (interval.source != "prediction" &&
            std::ranges::find(sequences, static_cast<std::size_t>(interval.sequence)) != sequences.end())
            truth.push_back(interval);
    return truth;
}

Result<DetectionPlan> plan_detection(const std::string& data, const std::string& protocol, std::uint64_t seed,
                                     const std::string& labels) {
    if (data.empty()) return fail(ErrorCode::argument_missing, "data", "the dataset with the intervals");
    if (protocol.empty())
        return fail(ErrorCode::argument_missing, "protocol",
                    "which recordings are learned from: pku-xsub, subjects:1,2, …");
    KINELENS_TRY(reader, DatasetReader::open(data));
    DetectionPlan plan;
    if (!labels.empty()) {
        KINELENS_TRY(replaced, replace_labels(reader, labels));
        plan.labels = std::move(replaced);
    }
    const auto unnamed = [&](std::size_t sequence) {
        return !plan.labels.named.empty() && !plan.labels.named[sequence];
    };
    KINELENS_TRY(single, single_protocols(reader.sequences(), protocol));
    KINELENS_CHECK(check_sides(reader, protocol, seed, unnamed));
    ContentHash hash;
    for (const std::string& one : single) {
        KINELENS_TRY(split, split_sequences(reader.sequences(), one, seed));
        std::erase_if(split.train, unnamed);
        std::erase_if(split.test, unnamed);
        plan.folds.push_back({one, std::move(split.train), std::move(split.test), split.hash});
        plan.split_hash = split.hash;
        hash.add_text(split.hash);
    }
    if (single.size() > 1) plan.split_hash = hash.text();
    plan.dataset = std::make_shared<const DatasetReader>(std::move(reader));
    return plan;
}

} // namespace kinelens::learning
