#include "core/learning/jobs/detection_plan.h"

#include "core/foundation/content_hash.h"

#include <algorithm>

namespace kinelens::learning {

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
    KINELENS_TRY(single, single_protocols(reader.sequences(), protocol));
    DetectionPlan plan;
    if (!labels.empty()) {
        KINELENS_TRY(replaced, replace_labels(reader, labels));
        plan.labels = std::move(replaced);
    }
    const auto unnamed = [&](std::size_t sequence) {
        return !plan.labels.named.empty() && !plan.labels.named[sequence];
    };
    ContentHash hash;
    for (const std::string& one : single) {
        KINELENS_TRY(split, split_sequences(reader.sequences(), one, seed));
        std::erase_if(split.train, unnamed);
        std::erase_if(split.test, unnamed);
        for (const auto& [side, words] :
             {std::pair{&split.train, "training"}, std::pair{&split.test, "test"}})
            if (truth_of(reader, *side).empty())
                return fail(ErrorCode::dataset_empty, one,
                            std::string("no labelled interval is on the ") + words + " side");
        plan.folds.push_back({one, std::move(split.train), std::move(split.test), split.hash});
        plan.split_hash = split.hash;
        hash.add_text(split.hash);
    }
    if (single.size() > 1) plan.split_hash = hash.text();
    plan.dataset = std::make_shared<const DatasetReader>(std::move(reader));
    return plan;
}

} // namespace kinelens::learning
