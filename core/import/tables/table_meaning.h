// What the columns of a table are, by their names or by what stands in them.
#pragma once

#include "core/import/tables/column_names.h"
#include "core/import/tables/table_head.h"

namespace kinelens {

struct TableJoint {
    std::string key;        // as joint_key() says it; empty: the table does not name it
    std::string name;       // for people
    std::vector<int> parts; // columns of x, y and z and, where there is one, confidence
};

struct TableMeaning {
    std::vector<ColumnRole> roles;  // of the columns
    std::vector<int> joint_of;      // of the columns: place in `joints`, -1
    std::vector<TableJoint> joints; // in the order in which they begin
    double metres = 0;              // of the unit that names tell; 0: they do not
    double seconds = 0;             // of the time's unit; 0: its name does not tell
    bool by_names = false;
    int column(ColumnRole role) const; // the first of that role; -1: none
};

// Error: format_unknown (no positions in space; or a row for each joint).
Result<TableMeaning> meaning_of_table(const TableHead& head, const std::string& path);

} // namespace kinelens
