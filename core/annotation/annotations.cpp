#include "core/annotation/annotations.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace kinelens {
namespace {

// Bytes that follow the first of a UTF-8 character, or -1 if none begins so.
int following_bytes(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first < 0xE0) return 1;
    if (first >= 0xE0 && first < 0xF0) return 2;
    return first >= 0xF0 && first < 0xF5 ? 3 : -1;
}

bool is_control(unsigned char letter) {
    return letter < 0x20 && letter != '\t' && letter != '\n';
}

// Overlong forms, surrogates and what lies beyond Unicode are told by the second byte.
bool second_byte_fits(unsigned char first, unsigned char second) {
    if (first == 0xE0) return second >= 0xA0;
    if (first == 0xED) return second < 0xA0;
    if (first == 0xF0) return second >= 0x90;
    return first != 0xF4 || second < 0x90;
}

bool is_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const int more = following_bytes(first);
        if (more < 0 || is_control(first) || at + static_cast<std::size_t>(more) >= text.size()) return false;
        if (more > 0 && !second_byte_fits(first, static_cast<unsigned char>(text[at + 1]))) return false;
        for (int i = 0; i < more; ++i)
            if ((static_cast<unsigned char>(text[++at]) & 0xC0) != 0x80) return false;
        // U+FFFE and U+FFFF are no characters of XML.
        if (first == 0xEF && text.substr(at - 2, 3) >= std::string_view("\xEF\xBF\xBE")) return false;
    }
    return true;
}

Result<void> check_text(const std::string& text) {
    if (is_text(text)) return {};
    return fail(ErrorCode::invalid_argument, text, "names must be UTF-8 without control characters");
}

Result<void> check_interval(const Interval& interval, const AnnotatedSequence& sequence,
                            std::size_t classes) {
    const auto wrong = [&](std::string detail) {
        return fail(ErrorCode::invalid_argument, sequence.name, std::move(detail));
    };
    const std::string frames = std::to_string(interval.start) + " to " + std::to_string(interval.end);
    if (interval.start < 0 || interval.end <= interval.start) return wrong(frames + " is no interval");
    if (sequence.frames > 0 && interval.end > sequence.frames)
        return wrong(frames + " is not inside its " + counted(sequence.frames, "frame"));
    if (interval.label < 0 || static_cast<std::size_t>(interval.label) >= classes)
        return wrong("there is no class " + std::to_string(interval.label));
    if (!std::isfinite(interval.confidence)) return wrong("a confidence is not a number");
    return check_text(interval.source);
}

} // namespace

int Annotations::class_index(const std::string& name) {
    const auto found = std::find(class_names.begin(), class_names.end(), name);
    if (found != class_names.end()) return static_cast<int>(found - class_names.begin());
    class_names.push_back(name);
    return static_cast<int>(class_names.size()) - 1;
}

AnnotatedSequence& Annotations::sequence(const std::string& name) {
    for (AnnotatedSequence& sequence : sequences)
        if (sequence.name == name) return sequence;
    sequences.push_back({name, 0, 30, {}});
    return sequences.back();
}

bool comes_before(const Interval& a, const Interval& b) {
    return std::tie(a.start, a.end, a.label) < std::tie(b.start, b.end, b.label);
}

void sort_intervals(std::vector<Interval>& intervals) {
    std::stable_sort(intervals.begin(), intervals.end(), comes_before);
}

Result<void> validate(const Annotations& annotations) {
    std::set<std::string> seen;
    for (const std::string& name : annotations.class_names) {
        KINELENS_CHECK(check_text(name));
        if (name.empty()) return fail(ErrorCode::invalid_argument, "class", "it has no name");
        if (!seen.insert(name).second)
            return fail(ErrorCode::invalid_argument, name, "two classes have this name");
    }
    for (const AnnotatedSequence& sequence : annotations.sequences) {
        KINELENS_CHECK(check_text(sequence.name));
        if (!(sequence.frame_rate > 0 && sequence.frame_rate < 1000))
            return fail(ErrorCode::invalid_argument, sequence.name,
                        "its frame rate is not between 0 and 1000");
        for (const Interval& interval : sequence.intervals)
            KINELENS_CHECK(check_interval(interval, sequence, annotations.class_names.size()));
    }
    return {};
}

} // namespace kinelens
