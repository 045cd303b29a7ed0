#include "core/metrics/slices.h"

#include <bit>
#include <functional>
#include <map>

namespace kinelens {
namespace {

using Words = std::function<std::string(std::int64_t)>;

std::string number_words(std::int64_t value) {
    return value < 0 ? "unknown" : std::to_string(value);
}

// The lowest length of the bucket stands for it.
std::int64_t bucket_of(std::int64_t length) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(length > 0 ? length : 0)));
}

std::string bucket_words(std::int64_t low) {
    if (low <= 1) return std::to_string(low);
    return std::to_string(low) + "–" + std::to_string(2 * low - 1);
}

std::string problem_words(std::int64_t value) {
    return value < 0 ? "unknown" : value == 0 ? "none" : "some";
}

void add_slices(std::vector<Slice>& slices, const std::string& by, const std::vector<std::int64_t>& values,
                std::span<const std::int32_t> truth, std::span<const std::int32_t> predicted,
                const Words& words) {
    std::map<std::int64_t, Slice> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Slice& slice = found[values[i]];
        ++slice.count;
        slice.right += truth[i] == predicted[i] ? 1 : 0;
    }
    if (found.empty() || (found.size() == 1 && found.begin()->first < 0)) return;
    for (auto& [value, slice] : found) slices.push_back({by, words(value), slice.count, slice.right});
}

} // namespace

void SampleFacts::add(const SampleFacts& other, std::size_t index) {
    subject.push_back(other.subject[index]);
    camera.push_back(other.camera[index]);
    setup.push_back(other.setup[index]);
    length.push_back(other.length[index]);
    problems.push_back(other.problems[index]);
}

std::vector<Slice> accuracy_slices(std::span<const std::int32_t> truth,
                                   std::span<const std::int32_t> predicted, const SampleFacts& facts) {
    std::vector<Slice> slices;
    const auto add = [&](const char* by, const auto& column, const Words& words) {
        add_slices(slices, by, {column.begin(), column.end()}, truth, predicted, words);
    };
    add("camera", facts.camera, number_words);
    add("setup", facts.setup, number_words);
    add("subject", facts.subject, number_words);
    std::vector<std::int64_t> buckets;
    for (const std::int64_t length : facts.length) buckets.push_back(bucket_of(length));
    add("length", buckets, bucket_words);
    add("problems", facts.problems, problem_words);
    return slices;
}

} // namespace kinelens
