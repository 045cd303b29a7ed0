// Exports of BORIS (behaviour observation, University of Torino).
#include "core/annotation/label_table.h"

#include "core/foundation/number_text.h"

#include <cmath>
#include <map>

namespace kinelens {
namespace {

constexpr double rate_tolerance = 0.02;

std::string source_of(const LabelTable& table) {
    const std::string subject = table.text("subject");
    return subject.empty() || subject == "No focal subject" ? "truth" : subject;
}

struct Event {
    double seconds = 0;
    long long line = 0;
};

// Image indices count the film's frames, which are ours only where film and recording have one rate.
std::int64_t event_frame(const LabelTable& table, const char* index_column, double seconds) {
    double index = 0;
    const bool fits = table.number(index_column, index) && seconds > 0 &&
                      std::abs(index / seconds / table.file().frame_rate - 1) < rate_tolerance;
    return fits ? std::llround(index) : table.frame_at(seconds);
}

} // namespace

void read_aggregated_events(LabelTable& table) {
    while (table.next()) {
        double start = 0;
        double stop = 0;
        if (!table.number("start (s)", start) || !table.number("stop (s)", stop)) {
            table.fault("start and stop must be seconds");
            continue;
        }
        Interval interval;
        interval.source = source_of(table);
        interval.start = event_frame(table, "image index start", start);
        interval.end = event_frame(table, "image index stop", stop);
        if (table.text("behavior type") == "POINT" || start == stop) interval.end = interval.start + 1;
        table.add(table.text("observation id"), interval, table.text("behavior"));
    }
}

void read_tabular_events(LabelTable& table, const std::string& observation) {
    std::map<std::pair<std::string, std::string>, Event> running; // by subject and behaviour
    while (table.next()) {
        const std::string behaviour = table.text("behavior");
        const std::string status = table.text(table.has("status") ? "status" : "behavior type");
        const std::string source = source_of(table);
        const std::string own = table.text("observation id");
        const std::string& name = own.empty() ? observation : own;
        double seconds = 0;
        if (!table.number("time", seconds)) {
            table.fault("the time must be seconds");
            continue;
        }
        const auto key = std::pair(source, behaviour);
        const auto begun = running.find(key);
        const std::int64_t frame = table.frame_at(seconds);
        if (status == "POINT") {
            table.add(name, {0, 0, frame, frame + 1, 1, source}, behaviour);
        } else if (status == "START") {
            if (begun != running.end())
                table.fault("'" + behaviour + "' starts again and did not stop since line " +
                            std::to_string(begun->second.line));
            running[key] = {seconds, table.line()};
        } else if (status == "STOP" && begun != running.end()) {
            table.add(name, {0, 0, table.frame_at(begun->second.seconds), frame, 1, source}, behaviour);
            running.erase(begun);
        } else if (status == "STOP") {
            table.fault("'" + behaviour + "' stops and did not start");
        } else {
            table.fault("its status is '" + status + "', not START, STOP or POINT");
        }
    }
    for (const auto& [key, event] : running)
        table.fault_at(event.line, "'" + key.second + "' starts at " + short_number_text(event.seconds) +
                                       " s and never stops; it is left out");
}

} // namespace kinelens
