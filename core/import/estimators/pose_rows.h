// Rows of a table of points, of any separator: cells that hold no number are gaps, and told.
#pragma once

#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/import/estimators/seen_bodies.h"

namespace kinelens {

// Where the x, y, z and confidence of a joint stand; -1: nowhere.
struct PointColumns {
    int x = -1;
    int y = -1;
    int z = -1;
    int sure = -1;
};

class PoseRows {
public:
    PoseRows(std::string_view text, std::string path); // the text must outlive it

    // On to the next row that is not blank.
    bool next();
    long long line() const { return line_; }
    std::size_t size() const { return cells_.size(); }
    std::string_view cell(int column) const;

    // NaN of a cell that is empty, missing or no number.
    double number(int column);
    // -1: it holds no whole number.
    std::int64_t whole(int column);
    void read_joint(SeenBody& body, int joint, const PointColumns& columns);

    // Rows of another length than `columns` are counted.
    void expect(std::size_t columns) { expected_ = columns; }
    void tell(std::vector<Error>& warnings) const;

private:
    TextCursor cursor_;
    char separator_ = ',';
    std::string path_;
    std::vector<std::string> kept_;
    std::vector<std::string_view> cells_;
    long long line_ = 0;
    std::size_t expected_ = 0;
    std::int64_t other_lengths_ = 0;
    long long first_other_ = 0;
    std::int64_t bad_ = 0;
    ErrorPlace first_bad_;
};

// The part before the last of ". _-" or blank and the part behind it, small: ("left_eye", "x"). Of "x12":
// ("12", "x").
std::pair<std::string, std::string> name_and_measure(std::string_view column);

// Puts a column to its joint by its measure; false where that is none.
bool set_measure(PointColumns& columns, std::string_view measure, int column);

} // namespace kinelens
