#include "core/results/ensemble.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace kinelens {
namespace {

using Order = std::vector<std::size_t>; // row of a member for each row of the first

tl::unexpected<Error> unlike(const EnsembleMember& member, const EnsembleMember& first, std::string what) {
    return fail(ErrorCode::invalid_argument, member.name, std::move(what) + " " + first.name);
}

Result<Order> joined(const EnsembleMember& member, const EnsembleMember& first) {
    const EvaluationResults& mine = member.results;
    const EvaluationResults& theirs = first.results;
    if (mine.scores.empty())
        return fail(ErrorCode::invalid_argument, member.name,
                    "it holds no scores, and an ensemble adds scores");
    if (mine.class_names != theirs.class_names) return unlike(member, first, "its classes are not those of");
    if (mine.stamp.text("split_hash") != theirs.stamp.text("split_hash"))
        return unlike(member, first, "its split is not that of");
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t i = 0; i < mine.names.size(); ++i) rows.emplace(mine.names[i], i);
    Order order;
    for (std::size_t i = 0; i < theirs.names.size(); ++i) {
        const auto found = rows.find(theirs.names[i]);
        if (found == rows.end())
            return unlike(member, first, "it has no sample " + theirs.names[i] + ", unlike");
        if (mine.truth[found->second] != theirs.truth[i])
            return unlike(member, first, "sample " + theirs.names[i] + " has another class than in");
        order.push_back(found->second);
    }
    if (mine.names.size() != theirs.names.size())
        return unlike(member, first,
                      "it has " + std::to_string(mine.names.size() - theirs.names.size()) +
                          " samples more than");
    return order;
}

Result<std::vector<Order>> all_joined(const std::vector<EnsembleMember>& members) {
    std::vector<Order> orders;
    for (const EnsembleMember& member : members) {
        KINELENS_TRY(order, joined(member, members.front()));
        orders.push_back(std::move(order));
    }
    return orders;
}

Result<std::vector<double>> whole_weights(std::vector<double> weights, std::size_t members) {
    if (weights.empty()) weights.assign(members, 1);
    if (weights.size() != members)
        return fail(ErrorCode::invalid_argument, "weights",
                    std::to_string(weights.size()) + " for " + std::to_string(members) + " members");
    double sum = 0;
    for (const double weight : weights) {
        if (!(weight >= 0) || !std::isfinite(weight))
            return fail(ErrorCode::invalid_argument, "weights", "each is a number from 0 on");
        sum += weight;
    }
    if (sum <= 0) return fail(ErrorCode::invalid_argument, "weights", "all are 0");
    for (double& weight : weights) weight /= sum;
    return weights;
}

// One row of the mix.
void mix_row(const std::vector<EnsembleMember>& members, const std::vector<Order>& orders,
             const std::vector<double>& weights, std::size_t row, std::vector<double>& mixed) {
    std::fill(mixed.begin(), mixed.end(), 0.0);
    for (std::size_t m = 0; m < members.size(); ++m) {
        const float* scores = members[m].results.scores.data() + orders[m][row] * mixed.size();
        for (std::size_t c = 0; c < mixed.size(); ++c) mixed[c] += weights[m] * double(scores[c]);
    }
}

// Every way to deal `steps` to the members from `first` on.
void add_mixes(std::vector<std::vector<int>>& mixes, std::vector<int>& mix, std::size_t first, int steps) {
    if (first + 1 == mix.size()) {
        mix[first] = steps;
        mixes.push_back(mix);
        return;
    }
    for (int own = steps; own >= 0; --own) {
        mix[first] = own;
        add_mixes(mixes, mix, first + 1, steps - own);
    }
}

// How many mixes there will be: C(steps + members − 1, members − 1).
double count_of_mixes(int steps, std::size_t members) {
    double count = 1;
    for (std::size_t i = 1; i < members; ++i)
        count *= static_cast<double>(steps + static_cast<int>(i)) / static_cast<double>(i);
    return count;
}

double accuracy_at(const std::vector<EnsembleMember>& members, const std::vector<Order>& orders,
                   const std::vector<double>& weights) {
    const auto& truth = members.front().results.truth;
    std::vector<double> mixed(members.front().results.classes());
    std::size_t right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        mix_row(members, orders, weights, i, mixed);
        right += std::max_element(mixed.begin(), mixed.end()) - mixed.begin() == truth[i] ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(truth.size());
}

// What the members agree on.
Stamp common_stamp(const std::vector<EnsembleMember>& members) {
    Stamp::Facts common = members.front().results.stamp.facts();
    for (const EnsembleMember& member : members)
        std::erase_if(common, [&stamp = member.results.stamp](const auto& fact) {
            return !stamp.contains(fact.first) || stamp.text(fact.first) != fact.second;
        });
    return common;
}

} // namespace

Result<EvaluationResults> ensemble_of(const std::vector<EnsembleMember>& members, std::vector<double> given) {
    if (members.size() < 2) return fail(ErrorCode::invalid_argument, "runs", "an ensemble has at least two");
    KINELENS_TRY(weights, whole_weights(std::move(given), members.size()));
    KINELENS_TRY(orders, all_joined(members));
    const EvaluationResults& first = members.front().results;
    EvaluationResults results;
    results.class_names = first.class_names;
    results.names = first.names;
    results.truth = first.truth;
    results.fold = first.fold;
    results.fold_names = first.fold_names;
    results.facts = first.facts;
    results.stamp = common_stamp(members);
    results.stamp["verb"] = "ensemble";
    std::vector<double> mixed(first.classes());
    for (std::size_t i = 0; i < first.names.size(); ++i) {
        mix_row(members, orders, weights, i, mixed);
        results.predicted.push_back(
            static_cast<std::int32_t>(std::max_element(mixed.begin(), mixed.end()) - mixed.begin()));
        for (const double score : mixed) results.scores.push_back(static_cast<float>(score));
    }
    return results;
}

std::vector<std::string> differing_members(const std::vector<EnsembleMember>& members) {
    std::vector<std::string> keys;
    const auto add = [&](const std::string& key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    };
    for (const EnsembleMember& member : members) {
        const Stamp &mine = member.results.stamp, &first = members.front().results.stamp;
        for (const std::string& key : compared_in(first, mine))
            if (key == "encoder" || key == "objective") add(key);
        for (const std::string& key : differing_stamps(first, mine)) add(key);
    }
    return keys;
}

Result<WeightMap> weight_map(const std::vector<EnsembleMember>& members, double step) {
    const int steps = std::max(1, static_cast<int>(std::lround(1 / step)));
    if (std::abs(steps * step - 1) > 0.002)
        return fail(ErrorCode::invalid_argument, "map_step",
                    "1 is not a whole number of such steps; 1/" + std::to_string(steps) + " is " +
                        number_text(std::round(1e4 / steps) / 1e4));
    if (count_of_mixes(steps, members.size()) > static_cast<double>(most_mixes))
        return fail(ErrorCode::invalid_argument, "map_step",
                    "more than " + std::to_string(most_mixes) + " mixes of so many members");
    KINELENS_TRY(orders, all_joined(members));
    std::vector<std::vector<int>> mixes;
    std::vector<int> mix(members.size());
    add_mixes(mixes, mix, 0, steps);
    WeightMap map;
    map.members = members.size();
    for (const auto& one : mixes) {
        std::vector<double> weights;
        for (const int share : one) weights.push_back(static_cast<double>(share) / steps);
        map.weights.insert(map.weights.end(), weights.begin(), weights.end());
        map.accuracy.push_back(static_cast<float>(accuracy_at(members, orders, weights)));
    }
    return map;
}

} // namespace kinelens
