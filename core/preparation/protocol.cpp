#include "core/preparation/protocol.h"

#include "core/foundation/content_hash.h"
#include "core/preparation/protocol_parts.h"

#include <algorithm>

namespace kinelens {
namespace {

std::string hash_of(const std::vector<SequenceInfo>& sequences, const Split& split) {
    ContentHash hash;
    for (const auto* side : {&split.train, &split.test}) {
        std::vector<std::string_view> names;
        for (const std::size_t index : *side) names.push_back(sequences[index].name);
        std::sort(names.begin(), names.end());
        hash.add_integer(static_cast<long long>(names.size()));
        for (const std::string_view name : names) hash.add_text(name);
    }
    return hash.text();
}

} // namespace

Result<Split> split_sequences(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                              std::uint64_t seed) {
    KINELENS_TRY(split, split_sides(sequences, protocol, seed));
    if (split.train.empty())
        return fail(ErrorCode::dataset_empty, std::string(protocol), "no sequence is on the training side");
    split.hash = hash_of(sequences, split);
    return split;
}

Result<std::vector<std::string>> single_protocols(const std::vector<SequenceInfo>& sequences,
                                                  std::string_view protocol) {
    std::vector<std::string> single;
    const auto add = [&](int number) {
        single.push_back(std::string(protocol) + "#" + std::to_string(number));
    };
    if (protocol.starts_with("folds:") && protocol.find('#') == std::string_view::npos) {
        int count = 0;
        const std::size_t slash = protocol.find('/');
        if (slash == std::string_view::npos || !parse_number(protocol.substr(slash + 1), count) ||
            count < 2 || count > 1000)
            return wrong_protocol(protocol, "write folds:subject/4");
        const std::string_view what = protocol.substr(6, slash - 6);
        if (what == "subject" || what == "camera") // others are refused when they are split
            KINELENS_CHECK(values_for_folds(protocol, what, count, sequences));
        for (int fold = 0; fold < count; ++fold) add(fold);
        return single;
    }
    if (protocol != "leave-subject-out" && protocol != "leave-camera-out")
        return std::vector<std::string>{std::string(protocol)};
    const Fact fact = protocol == "leave-subject-out" ? &SequenceInfo::subject : &SequenceInfo::camera;
    std::set<int> values;
    for (const SequenceInfo& sequence : sequences)
        if (sequence.*fact >= 0) values.insert(sequence.*fact);
    if (values.size() < 2)
        return wrong_protocol(protocol,
                              "the sequences know of " + std::to_string(values.size()) + " to leave out");
    for (const int value : values) add(value);
    return single;
}

Result<SplitSizes> split_sizes(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                               std::uint64_t seed) {
    KINELENS_TRY(split, split_sides(sequences, protocol, seed));
    return SplitSizes{static_cast<std::int64_t>(split.train.size()),
                      static_cast<std::int64_t>(split.test.size())};
}

} // namespace kinelens
