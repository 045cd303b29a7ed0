#include "core/preparation/split_sides.h"

#include "core/dataset/name_list.h"
#include "core/dataset/pku_name.h"
#include "core/foundation/files.h"
#include "core/foundation/random.h"
#include "core/preparation/protocol_parts.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace kinelens {
namespace {

using IsTrain = std::function<bool(const SequenceInfo&)>;

const std::set<int> ntu60_subjects{1, 2, 4, 5, 8, 9, 13, 14, 15, 16, 17, 18, 19, 25, 27, 28, 31, 34, 35, 38};
const std::set<int> ntu120_more_subjects{45, 46, 47, 49, 50, 52, 53, 54, 55, 56, 57, 58, 59, 70, 74,  78, 80,
                                         81, 82, 83, 84, 85, 86, 89, 91, 92, 93, 94, 95, 97, 98, 100, 103};

Result<std::set<int>> parse_list(std::string_view protocol, std::string_view text) {
    std::set<int> numbers;
    std::istringstream parts{std::string(text)};
    for (std::string part; std::getline(parts, part, ',');) {
        int number = 0;
        if (!parse_number(part, number)) return wrong_protocol(protocol, "'" + part + "' is not a number");
        numbers.insert(number);
    }
    if (numbers.empty()) return wrong_protocol(protocol, "a list of numbers is needed");
    return numbers;
}

IsTrain member_of(Fact fact, std::set<int> numbers) {
    return [fact, numbers = std::move(numbers)](const SequenceInfo& sequence) {
        return numbers.contains(sequence.*fact);
    };
}

Result<IsTrain> published(std::string_view protocol) {
    if (protocol == "ntu60-xsub") return member_of(&SequenceInfo::subject, ntu60_subjects);
    if (protocol == "ntu60-xview") return member_of(&SequenceInfo::camera, {2, 3});
    if (protocol == "ntu120-xset")
        return IsTrain([](const SequenceInfo& s) { return s.setup > 0 && s.setup % 2 == 0; });
    if (protocol == "ntu120-xsub") {
        std::set<int> subjects = ntu60_subjects;
        subjects.insert(ntu120_more_subjects.begin(), ntu120_more_subjects.end());
        return member_of(&SequenceInfo::subject, subjects);
    }
    if (protocol == "pku-xsub")
        return IsTrain([](const SequenceInfo& s) { return is_pku_subject_training(s.name); });
    if (protocol == "pku-xview")
        return IsTrain([](const SequenceInfo& s) { return is_pku_view_training(s.name); });
    return wrong_protocol(
        protocol, "no such protocol; there are ntu60-xsub, ntu60-xview, ntu120-xsub, ntu120-xset, "
                  "pku-xsub, pku-xview, subjects:1,2, cameras:1,2, "
                  "folds:subject/4#0, leave-subject-out#1, leave-camera-out#1, random:0.8 and file:LIST");
}

// "subject/4#1": every fourth subject, from the second on, is held out.
Result<IsTrain> fold(std::string_view protocol, std::string_view text,
                     const std::vector<SequenceInfo>& sequences) {
    const std::size_t slash = text.find('/');
    const std::size_t mark = text.find('#');
    if (slash == std::string_view::npos || mark == std::string_view::npos || mark < slash)
        return wrong_protocol(protocol, "write folds:subject/4#0");
    const std::string_view what = text.substr(0, slash);
    if (what != "subject" && what != "camera")
        return wrong_protocol(protocol, "folds are made of subjects or cameras");
    const Fact fact = fact_named(what);
    int count = 0;
    int held_out = 0;
    if (!parse_number(text.substr(slash + 1, mark - slash - 1), count) ||
        !parse_number(text.substr(mark + 1), held_out) || count < 2 || held_out < 0 || held_out >= count)
        return wrong_protocol(protocol, "the fold after # must lie in 0..folds-1");
    KINELENS_TRY(values, values_for_folds(protocol, what, count, sequences));
    std::set<int> train;
    int place = 0;
    for (const int value : values)
        if (place++ % count != held_out) train.insert(value);
    return member_of(fact, train);
}

Result<IsTrain> leave_out(std::string_view protocol, std::string_view number_text, Fact fact) {
    int number = 0;
    if (!parse_number(number_text, number))
        return wrong_protocol(protocol, "name the one to leave out after #");
    return IsTrain([=](const SequenceInfo& sequence) { return sequence.*fact != number; });
}

// The sequences with the smallest draws; the draw depends on the name alone, not on the order.
Result<IsTrain> random_share(std::string_view protocol, std::string_view text,
                             const std::vector<SequenceInfo>& sequences, std::uint64_t seed) {
    double share = 0;
    if (!parse_number(text, share) || !(share > 0 && share < 1))
        return wrong_protocol(protocol, "a share between 0 and 1 is needed");
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const SequenceInfo& sequence : sequences)
        order.emplace_back(CounterRandom(seed).fork("split").fork(sequence.name).next(), sequence.name);
    std::sort(order.begin(), order.end());
    order.resize(static_cast<std::size_t>(share * static_cast<double>(order.size())));
    std::unordered_set<std::string> names;
    for (auto& entry : order) names.insert(std::move(entry.second));
    return IsTrain([names = std::move(names)](const SequenceInfo& s) { return names.contains(s.name); });
}

// A list of recordings holds for the actions that were trimmed from them.
Result<IsTrain> listed(const Path& file) {
    KINELENS_TRY(names, read_name_list(file));
    return IsTrain([names = std::move(names)](const SequenceInfo& s) {
        return names.contains(s.name) || names.contains(s.name.substr(0, s.name.find('#')));
    });
}

Result<IsTrain> rule_of(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                        std::uint64_t seed) {
    const auto after = [&](std::string_view start) { return protocol.substr(start.size()); };
    if (protocol.empty()) return IsTrain([](const SequenceInfo&) { return true; });
    for (const auto& [start, fact] : {std::pair{std::string_view("subjects:"), &SequenceInfo::subject},
                                      {std::string_view("cameras:"), &SequenceInfo::camera}}) {
        if (!protocol.starts_with(start)) continue;
        KINELENS_TRY(numbers, parse_list(protocol, after(start)));
        return member_of(fact, numbers);
    }
    if (protocol.starts_with("folds:")) return fold(protocol, after("folds:"), sequences);
    if (protocol.starts_with("leave-subject-out#"))
        return leave_out(protocol, after("leave-subject-out#"), &SequenceInfo::subject);
    if (protocol.starts_with("leave-camera-out#"))
        return leave_out(protocol, after("leave-camera-out#"), &SequenceInfo::camera);
    if (protocol.starts_with("random:")) return random_share(protocol, after("random:"), sequences, seed);
    if (protocol.starts_with("file:")) return listed(Path(after("file:")));
    return published(protocol);
}

} // namespace

Result<Split> split_sides(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                          std::uint64_t seed) {
    KINELENS_TRY(is_train, rule_of(sequences, protocol, seed));
    Split split;
    for (std::size_t i = 0; i < sequences.size(); ++i)
        (is_train(sequences[i]) ? split.train : split.test).push_back(i);
    return split;
}

} // namespace kinelens
