#include "core/annotation/csv_format.h"
#include "core/annotation/label_table.h"
#include "core/foundation/csv_text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kinelens {
namespace {

// One class of one recording while its frames follow each other.
struct Run {
    std::int64_t start = 0;
    std::int64_t end = 0;
};
using Runs = std::map<std::pair<std::string, std::string>, Run>; // by recording and class

void end_run(LabelTable& table, const Runs::value_type& run) {
    const auto& [recording, class_name] = run.first;
    table.add(recording, {0, 0, run.second.start, run.second.end}, class_name);
}

} // namespace

void read_frame_rows(LabelTable& table) {
    Runs runs;
    while (table.next()) {
        double frame = 0;
        if (!table.number("frame", frame) || frame < 0 || frame != std::floor(frame) || frame > 1e12) {
            table.fault("the frame must be a whole number from 0");
            continue;
        }
        const std::string recording = table.text("sequence");
        const std::string class_name = table.text("class");
        table.reading().annotations.sequence(recording);
        if (class_name.empty()) continue;
        const auto at = static_cast<std::int64_t>(frame);
        const auto [run, is_new] = runs.try_emplace({recording, class_name}, Run{at, at + 1});
        if (is_new) continue;
        if (at >= run->second.start && at < run->second.end) {
            table.fault("frame " + std::to_string(at) + " has this class already");
        } else if (at == run->second.end) {
            ++run->second.end;
        } else {
            end_run(table, *run);
            run->second = {at, at + 1};
        }
    }
    for (const auto& run : runs) end_run(table, run);
}

std::string annotations_to_frame_table(const Annotations& annotations) {
    std::string text = "sequence,frame,class\r\n";
    for (const AnnotatedSequence& sequence : annotations.sequences) {
        std::int64_t frames = sequence.frames;
        for (const Interval& interval : sequence.intervals) frames = std::max(frames, interval.end);
        std::vector<std::vector<int>> classes(static_cast<std::size_t>(frames));
        for (const Interval& interval : sequence.intervals)
            for (std::int64_t frame = interval.start; frame < interval.end; ++frame) {
                auto& there = classes[static_cast<std::size_t>(frame)];
                if (std::ranges::find(there, interval.label) == there.end()) there.push_back(interval.label);
            }
        for (std::size_t frame = 0; frame < classes.size(); ++frame) {
            const std::string start = csv_field(sequence.name) + "," + std::to_string(frame) + ",";
            if (classes[frame].empty()) text += start + "\r\n";
            for (const int label : classes[frame])
                text += start + csv_field(annotations.class_names[static_cast<std::size_t>(label)]) + "\r\n";
        }
    }
    return text;
}

} // namespace kinelens
