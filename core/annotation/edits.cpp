#include "core/annotation/edits.h"

#include <algorithm>

namespace kinelens {
namespace {

// Ascending, each once, and all of them there.
Result<std::vector<std::size_t>> checked(const IntervalList& list, std::vector<std::size_t> indices) {
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    if (indices.empty()) return fail(ErrorCode::not_found, "interval", "none is chosen");
    if (indices.back() >= list.size())
        return fail(ErrorCode::not_found, "interval " + std::to_string(indices.back()));
    return indices;
}

Result<void> check_frames(const IntervalList& intervals, std::int64_t frames) {
    for (const Interval& interval : intervals)
        if (interval.start < 0 || interval.end <= interval.start || (frames > 0 && interval.end > frames))
            return fail(ErrorCode::invalid_argument, "interval",
                        "frames " + std::to_string(interval.start) + " to " + std::to_string(interval.end) +
                            " are not inside the sequence");
    return {};
}

// Takes the intervals at `indices` (ascending) out and `coming` in, wherever the order wants them.
IntervalEdit exchange(const IntervalList& list, const std::vector<std::size_t>& indices,
                      IntervalList coming) {
    IntervalEdit edit;
    IntervalList after;
    std::size_t next = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (next == indices.size() || indices[next] != i) {
            after.push_back(list[i]);
            continue;
        }
        edit.removed.emplace_back(i, list[i]);
        ++next;
    }
    sort_intervals(coming);
    for (Interval& interval : coming) {
        const auto place = std::upper_bound(after.begin(), after.end(), interval, comes_before);
        edit.added.emplace_back(static_cast<std::size_t>(place - after.begin()), interval);
        after.insert(place, std::move(interval));
    }
    return edit;
}

IntervalList chosen(const IntervalList& list, const std::vector<std::size_t>& indices) {
    IntervalList intervals;
    for (const std::size_t index : indices) intervals.push_back(list[index]);
    return intervals;
}

} // namespace

IntervalList applied(IntervalList list, const IntervalEdit& edit) {
    for (auto removed = edit.removed.rbegin(); removed != edit.removed.rend(); ++removed)
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(removed->first));
    for (const auto& [index, interval] : edit.added)
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(index), interval);
    return list;
}

IntervalEdit inverse(IntervalEdit edit) {
    std::swap(edit.removed, edit.added);
    return edit;
}

Result<IntervalEdit> draw_interval(const IntervalList& list, const Interval& interval, std::int64_t frames) {
    return insert_intervals(list, {interval}, frames);
}

Result<IntervalEdit> insert_intervals(const IntervalList& list, IntervalList coming, std::int64_t frames) {
    if (coming.empty()) return fail(ErrorCode::not_found, "interval", "none is chosen");
    KINELENS_CHECK(check_frames(coming, frames));
    return exchange(list, {}, std::move(coming));
}

Result<IntervalEdit> move_edge(const IntervalList& list, std::size_t index, IntervalEdge edge,
                               std::int64_t frame, std::int64_t frames) {
    KINELENS_TRY(indices, checked(list, {index}));
    Interval moved = list[index];
    if (edge == IntervalEdge::start)
        moved.start = std::clamp<std::int64_t>(frame, 0, moved.end - 1);
    else
        moved.end = std::max(frames > 0 ? std::min(frame, frames) : frame, moved.start + 1);
    return exchange(list, indices, {moved});
}

Result<IntervalEdit> split_interval(const IntervalList& list, std::size_t index, std::int64_t frame) {
    KINELENS_TRY(indices, checked(list, {index}));
    Interval first = list[index];
    Interval second = first;
    if (frame <= first.start || frame >= first.end)
        return fail(ErrorCode::invalid_argument, "frame " + std::to_string(frame),
                    "it is not inside the interval that is to be split");
    first.end = frame;
    second.start = frame;
    return exchange(list, indices, {first, second});
}

Result<IntervalEdit> merge_intervals(const IntervalList& list, std::vector<std::size_t> wanted) {
    KINELENS_TRY(indices, checked(list, std::move(wanted)));
    const IntervalList parts = chosen(list, indices);
    if (parts.size() < 2) return fail(ErrorCode::invalid_argument, "interval", "one alone cannot be merged");
    Interval whole = parts.front();
    double confidence = 0;
    double length = 0;
    for (const Interval& part : parts) {
        if (part.label != whole.label)
            return fail(ErrorCode::invalid_argument, "interval", "they are not of one class");
        const auto weight = static_cast<double>(part.end - part.start);
        whole.start = std::min(whole.start, part.start);
        whole.end = std::max(whole.end, part.end);
        confidence += weight * static_cast<double>(part.confidence);
        length += weight;
    }
    whole.confidence = static_cast<float>(confidence / length);
    return exchange(list, indices, {whole});
}

Result<IntervalEdit> relabel_intervals(const IntervalList& list, std::vector<std::size_t> wanted, int label) {
    KINELENS_TRY(indices, checked(list, std::move(wanted)));
    if (label < 0)
        return fail(ErrorCode::invalid_argument, "class", "there is no class " + std::to_string(label));
    IntervalList parts = chosen(list, indices);
    for (Interval& part : parts) part.label = label;
    return exchange(list, indices, std::move(parts));
}

Result<IntervalEdit> delete_intervals(const IntervalList& list, std::vector<std::size_t> wanted) {
    KINELENS_TRY(indices, checked(list, std::move(wanted)));
    return exchange(list, indices, {});
}

Result<IntervalEdit> copy_intervals(const IntervalList& list, std::vector<std::size_t> wanted,
                                    std::int64_t start, std::int64_t frames) {
    KINELENS_TRY(indices, checked(list, std::move(wanted)));
    IntervalList copies = chosen(list, indices);
    const std::int64_t shift = start - copies.front().start; // the list is sorted: the first begins first
    for (Interval& copy : copies) {
        copy.start += shift;
        copy.end += shift;
    }
    KINELENS_CHECK(check_frames(copies, frames));
    return exchange(list, {}, std::move(copies));
}

} // namespace kinelens
