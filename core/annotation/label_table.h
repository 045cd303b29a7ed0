// What the readers of label tables share: columns by name, faults by line.
#pragma once

#include "core/annotation/annotations.h"
#include "core/foundation/table_rows.h"

#include <optional>

namespace kinelens {

class LabelTable {
public:
    LabelTable(TableRows& rows, const LabelFile& file, AnnotationReading& reading)
        : rows_(rows)
        , file_(file)
        , reading_(reading) {}

    void set_header(const std::vector<std::string>& names);
    // Matches without regard to case and blanks around it.
    bool has(std::string_view column) const;

    // Goes on to the next row that is not blank. False: there is none.
    bool next();
    // Of the row; empty where the column or the field lacks.
    std::string text(std::string_view column) const;
    bool number(std::string_view column, double& value) const;

    std::int64_t frame_at(double seconds) const;
    void fault(std::string why, ErrorCode code = ErrorCode::format_invalid);
    void fault_at(long long line, std::string why, ErrorCode code = ErrorCode::format_invalid);
    // A fault where frames or class cannot be used.
    void add(const std::string& sequence, Interval interval, const std::string& class_name);

    long long line() const { return line_; }
    const LabelFile& file() const { return file_; }
    AnnotationReading& reading() { return reading_; }

private:
    std::optional<std::size_t> place_of(std::string_view column) const;

    TableRows& rows_;
    const LabelFile& file_;
    AnnotationReading& reading_;
    std::vector<std::string> names_; // lower case
    std::vector<std::string> fields_;
    long long line_ = 1;
};

// Readers of tables whose header stands; each takes all rows.
void read_interval_rows(LabelTable& table);
void read_frame_rows(LabelTable& table);
void read_aggregated_events(LabelTable& table);
// `observation`: what the lines above the header call it.
void read_tabular_events(LabelTable& table, const std::string& observation);

} // namespace kinelens
