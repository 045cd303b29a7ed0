#include "core/annotation/csv_format.h"

#include "core/annotation/label_table.h"
#include "core/foundation/csv_text.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_encoding.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr long long longest_preamble = 60; // lines above the header of BORIS's tabular events

// The lines above the header, such as "Observation id,0002-L", until the row that is one.
std::string skip_preamble(TableRows& rows, std::vector<std::string>& header) {
    std::string observation;
    const auto names = [&](const char* name) { return std::ranges::find(header, name) != header.end(); };
    while (!rows.at_end() && rows.line() < longest_preamble && !(names("Time") && names("Behavior"))) {
        if (header.size() > 1 && header[0] == "Observation id") observation = header[1];
        header = rows.row();
    }
    return observation;
}

tl::unexpected<Error> no_table(const LabelFile& file, const LabelTable& table) {
    std::string lacking;
    for (const char* name : {"class", "start", "end"})
        if (!table.has(name)) lacking += (lacking.empty() ? "" : " and ") + std::string(name);
    return fail(ErrorCode::format_invalid, file.path,
                "the header has no column " + lacking + " (or frame and class, or those of BORIS)",
                {1, {}, {}});
}

} // namespace

void read_interval_rows(LabelTable& table) {
    while (table.next()) {
        const std::string name = table.text("sequence");
        const std::string source = table.has("source") ? table.text("source") : "truth";
        if (!name.empty() && table.text("class").empty() && table.text("start").empty() &&
            table.text("end").empty()) {
            table.reading().annotations.sequence(name);
            continue;
        }
        Interval interval;
        interval.source = source;
        double confidence = 1;
        if (!parse_number(table.text("start"), interval.start) ||
            !parse_number(table.text("end"), interval.end))
            table.fault("start and end must be whole numbers");
        else if (!table.text("confidence").empty() && !table.number("confidence", confidence))
            table.fault("confidence is not a number");
        else {
            interval.confidence = static_cast<float>(confidence);
            table.add(name, interval, table.text("class"));
        }
    }
}

std::string annotations_to_csv(const Annotations& annotations) {
    std::string text = "sequence,class,start,end,confidence,source\r\n";
    for (const AnnotatedSequence& sequence : annotations.sequences) {
        if (sequence.intervals.empty()) text += csv_field(sequence.name) + ",,,,,\r\n";
        for (const Interval& interval : sequence.intervals)
            text += csv_field(sequence.name) + "," +
                    csv_field(annotations.class_names[static_cast<std::size_t>(interval.label)]) + "," +
                    std::to_string(interval.start) + "," + std::to_string(interval.end) + "," +
                    number_text(interval.confidence) + "," + csv_field(interval.source) + "\r\n";
    }
    return text;
}

Result<AnnotationReading> annotations_from_csv(std::string_view text, const LabelFile& file) {
    const std::string plain = as_utf8(std::string(text));
    TableRows rows(plain);
    AnnotationReading reading;
    reading.annotations.class_names = file.class_names;
    LabelTable table(rows, file, reading);
    std::vector<std::string> header = rows.row();
    table.set_header(header);
    if (table.has("class") && table.has("start") && table.has("end")) {
        read_interval_rows(table);
    } else if (table.has("class") && table.has("frame")) {
        read_frame_rows(table);
    } else if (table.has("behavior") && table.has("start (s)") && table.has("stop (s)")) {
        read_aggregated_events(table);
    } else {
        const bool named = header.front() == "Observation id" || table.has("behavior");
        const std::string observation = named ? skip_preamble(rows, header) : "";
        if (!named || rows.at_end()) return no_table(file, table);
        table.set_header(header);
        read_tabular_events(table, observation);
    }
    for (auto& sequence : reading.annotations.sequences) sort_intervals(sequence.intervals);
    return reading;
}

} // namespace kinelens
