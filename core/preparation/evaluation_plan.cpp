#include "core/preparation/evaluation_plan.h"

#include "core/dataset/dataset_facts.h"
#include "core/foundation/content_hash.h"
#include "core/foundation/random.h"
#include "core/preparation/protocol_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kinelens {
namespace {

using Order = std::vector<std::pair<std::uint64_t, std::size_t>>;

Order drawn_order(const EvaluationPlan& plan, const std::vector<std::size_t>& chosen,
                  const CounterRandom& random) {
    Order order;
    for (const std::size_t index : chosen) order.emplace_back(random.fork(plan.names[index]).next(), index);
    std::sort(order.begin(), order.end());
    return order;
}

void add_sample(EvaluationPlan& plan, const DatasetReader& dataset, std::size_t index,
                const std::optional<std::vector<std::uint8_t>>& tracked) {
    const SequenceInfo& sequence = dataset.sequences()[index];
    plan.names.push_back(sequence.name);
    plan.sequences.push_back(index);
    plan.labels.push_back(sequence.label);
    plan.facts.subject.push_back(sequence.subject);
    plan.facts.camera.push_back(sequence.camera);
    plan.facts.setup.push_back(sequence.setup);
    plan.facts.length.push_back(sequence.length);
    const int problems =
        tracked ? (tracking_of(*tracked, dataset.info().bodies, sequence).fine() ? 0 : 1) : -1;
    plan.facts.problems.push_back(problems);
}

void add_samples(EvaluationPlan& plan, const DatasetReader& dataset) {
    const auto& sequences = dataset.sequences();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sequences.size(); ++i)
        if (sequences[i].label >= 0 && sequences[i].length > 0) order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return sequences[a].name < sequences[b].name; });
    const auto tracked = dataset.tracked_flags();
    for (const std::size_t index : order) add_sample(plan, dataset, index, tracked);
}

// Places of the sequences in the plan; those without a label have none.
std::vector<std::size_t> places(const std::vector<std::size_t>& side,
                                const std::map<std::size_t, std::size_t>& place_of) {
    std::vector<std::size_t> found;
    for (const std::size_t sequence : side)
        if (const auto place = place_of.find(sequence); place != place_of.end())
            found.push_back(place->second);
    std::sort(found.begin(), found.end());
    return found;
}

Result<void> add_folds(EvaluationPlan& plan, const DatasetReader& dataset, const std::string& protocol,
                       std::uint64_t seed) {
    std::map<std::size_t, std::size_t> place_of;
    for (std::size_t place = 0; place < plan.sequences.size(); ++place)
        place_of[plan.sequences[place]] = place;
    KINELENS_TRY(single, single_protocols(dataset.sequences(), protocol));
    ContentHash hash;
    for (const std::string& one : single) {
        KINELENS_TRY(split, split_sequences(dataset.sequences(), one, seed));
        EvaluationFold fold{one, places(split.train, place_of), places(split.test, place_of)};
        plan.folds.push_back(std::move(fold));
        plan.split_hash = split.hash;
        hash.add_text(split.hash);
    }
    if (single.size() > 1) plan.split_hash = hash.text();
    return {};
}

} // namespace

Result<EvaluationPlan> plan_evaluation(const DatasetReader& dataset, const std::string& protocol,
                                       std::uint64_t seed) {
    KINELENS_CHECK(divide({dataset.info(), dataset.sequences(), dataset.intervals(), dataset.file().string()},
                          protocol, seed, LearnsFrom::classes));
    EvaluationPlan plan;
    plan.class_names = dataset.info().class_names;
    add_samples(plan, dataset);
    KINELENS_CHECK(add_folds(plan, dataset, protocol, seed));
    return plan;
}

std::vector<std::size_t> labelled_subset(const EvaluationPlan& plan, const std::vector<std::size_t>& chosen,
                                         double fraction, std::uint64_t seed, std::uint64_t repeat) {
    const auto random = CounterRandom(mix64(seed)).fork("labelled subset").fork(repeat);
    auto order = drawn_order(plan, chosen, random);
    order.resize(static_cast<std::size_t>(std::floor(fraction * static_cast<double>(order.size()))));
    std::vector<std::size_t> subset;
    for (const auto& [draw, index] : order) subset.push_back(index);
    std::sort(subset.begin(), subset.end());
    return subset;
}

HeldOut hold_out(const EvaluationPlan& plan, const std::vector<std::size_t>& chosen, double share,
                 std::uint64_t seed) {
    std::map<std::int32_t, Order> per_class;
    for (const auto& entry : drawn_order(plan, chosen, CounterRandom(mix64(seed)).fork("validation")))
        per_class[plan.labels[entry.second]].push_back(entry);
    HeldOut parts;
    for (const auto& [label, order] : per_class) {
        const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(order.size())));
        const std::size_t held = std::min(wanted, order.size() - 1);
        for (std::size_t i = 0; i < order.size(); ++i)
            (i < held ? parts.validation : parts.train).push_back(order[i].second);
    }
    std::sort(parts.train.begin(), parts.train.end());
    std::sort(parts.validation.begin(), parts.validation.end());
    return parts;
}

} // namespace kinelens
