#include "core/import/tables/table_meaning.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kinelens {
namespace {

constexpr std::size_t rows_looked_at = 300;

std::size_t rows_of(const TableHead& head) {
    return std::min(head.rows.size(), rows_looked_at);
}

// A value in each row, each the last one and a bit more.
bool grows(const TableHead& head, std::size_t column, bool by_one) {
    double last = 0;
    for (std::size_t row = 0; row < rows_of(head); ++row) {
        const double value = head.value(row, column);
        if (std::isnan(value)) return false;
        if (row > 0 && (by_one ? value != last + 1 : value <= last)) return false;
        last = value;
    }
    return rows_of(head) > 2;
}

bool is_text(const TableHead& head, std::size_t column) {
    std::size_t texts = 0;
    for (std::size_t row = 0; row < rows_of(head); ++row)
        texts += !head.is_missing(row, column) && std::isnan(head.value(row, column)) ? 1 : 0;
    return texts * 2 > rows_of(head);
}

// A few whole numbers, none below 0.
bool is_class(const TableHead& head, std::size_t column) {
    std::set<double> values;
    for (std::size_t row = 0; row < rows_of(head); ++row) {
        const double value = head.value(row, column);
        if (std::isnan(value) || value != std::floor(value) || value < 0) return false;
        values.insert(value);
    }
    return values.size() <= 60 && values.size() * 2 <= std::max<std::size_t>(rows_of(head), 2);
}

// Every fourth column is between 0 and 1, and what lies between them is not.
bool looks_like_scores(const TableHead& head, std::size_t first, std::size_t count) {
    double outside = 0;
    for (std::size_t row = 0; row < rows_of(head); ++row)
        for (std::size_t i = 0; i < count; ++i) {
            const double value = head.value(row, first + i);
            if (std::isnan(value)) continue;
            const bool in_range = value >= 0 && value <= 1;
            if (i % 4 == 3 && !in_range) return false;
            outside += i % 4 != 3 && !in_range ? 1 : 0;
        }
    return outside > 0;
}

class ByNames {
public:
    ByNames(const TableHead& head, TableMeaning& meaning)
        : head_(head)
        , meaning_(meaning) {}

    void read() {
        const auto columns = column_meanings(head_.names);
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < columns.size() && i < meaning_.roles.size(); ++i) {
            const ColumnMeaning& column = columns[i];
            meaning_.roles[i] = column.role;
            if (column.role == ColumnRole::time && meaning_.column(ColumnRole::time) == static_cast<int>(i))
                meaning_.seconds = column.unit;
            if (column.role > ColumnRole::confidence) continue;
            const auto [place, added] = places.emplace(column.joint, meaning_.joints.size());
            if (added) meaning_.joints.push_back({column.joint, column.joint_name, {-1, -1, -1}});
            meaning_.joint_of[i] = static_cast<int>(place->second);
            put(meaning_.joints[place->second], column.role, static_cast<int>(i));
            if (column.unit > 0) meaning_.metres = column.unit;
        }
        if (head_.inner_separator != '\0') read_triples(columns);
        if (!meaning_.roles.empty() && head_.names[0].empty() && grows(head_, 0, true))
            meaning_.roles[0] = ColumnRole::frame;
    }

private:
    static void put(TableJoint& joint, ColumnRole role, int column) {
        const auto part = static_cast<std::size_t>(role);
        if (part >= joint.parts.size()) joint.parts.resize(part + 1, -1);
        joint.parts[part] = column;
    }

    // Joints whose three numbers stand in one cell.
    void read_triples(const std::vector<ColumnMeaning>& columns) {
        for (std::size_t i = 0; i < meaning_.roles.size(); ++i) {
            const std::string& cell = i < head_.rows.front().size() ? head_.rows.front()[i] : std::string();
            if (cell.find(' ') == std::string::npos || meaning_.roles[i] != ColumnRole::other) continue;
            meaning_.roles[i] = ColumnRole::position;
            meaning_.joint_of[i] = static_cast<int>(meaning_.joints.size());
            const bool named = i < columns.size();
            meaning_.joints.push_back(
                {named ? joint_key(head_.names[i]) : "", named ? head_.names[i] : "", {static_cast<int>(i)}});
        }
    }

    const TableHead& head_;
    TableMeaning& meaning_;
};

// Of a table without a head: time and frame in front, a class behind, joints between.
class ByValues {
public:
    ByValues(const TableHead& head, TableMeaning& meaning)
        : head_(head)
        , meaning_(meaning) {}

    void read() {
        std::size_t first = 0;
        std::size_t end = head_.columns;
        while (first < end && (is_text(head_, first) || grows(head_, first, false)) && first < 4) {
            meaning_.roles[first] = is_text(head_, first)       ? ColumnRole::other
                                    : grows(head_, first, true) ? ColumnRole::frame
                                                                : ColumnRole::time;
            ++first;
        }
        while (end > first && (end - first) % 3 != 0 && (end - first) % 4 != 0 && is_last_other(end - 1)) {
            meaning_.roles[end - 1] = is_empty(end - 1) ? ColumnRole::other : ColumnRole::label;
            --end;
        }
        const std::size_t count = end - first;
        const bool fours = count % 4 == 0 && looks_like_scores(head_, first, count);
        if (count == 0 || (!fours && count % 3 != 0)) return;
        const std::size_t width = fours ? 4 : 3;
        for (std::size_t i = first; i < end; ++i) {
            if ((i - first) % width == 0) meaning_.joints.emplace_back();
            meaning_.joints.back().parts.push_back(static_cast<int>(i));
            meaning_.joint_of[i] = static_cast<int>(meaning_.joints.size()) - 1;
            meaning_.roles[i] = static_cast<ColumnRole>((i - first) % width);
        }
    }

private:
    bool is_empty(std::size_t column) const {
        for (std::size_t row = 0; row < rows_of(head_); ++row)
            if (!head_.is_missing(row, column)) return false;
        return true;
    }
    bool is_last_other(std::size_t column) const {
        return is_empty(column) || is_text(head_, column) || is_class(head_, column);
    }

    const TableHead& head_;
    TableMeaning& meaning_;
};

} // namespace

int TableMeaning::column(ColumnRole role) const {
    const auto at = std::ranges::find(roles, role);
    return at == roles.end() ? -1 : static_cast<int>(at - roles.begin());
}

Result<TableMeaning> meaning_of_table(const TableHead& head, const std::string& path) {
    TableMeaning meaning;
    meaning.roles.resize(head.columns, ColumnRole::other);
    meaning.joint_of.resize(head.columns, -1);
    if (!head.names.empty() || head.inner_separator != '\0') {
        meaning.by_names = true;
        TableHead named = head;
        named.names.resize(std::max(named.names.size(), head.columns));
        ByNames(named, meaning).read();
    }
    if (meaning.joints.empty() && head.inner_separator == '\0') {
        meaning.by_names = false;
        const std::vector<ColumnRole> before = meaning.roles;
        ByValues(head, meaning).read();
        for (std::size_t i = 0; i < before.size(); ++i) // what names say of other columns stays
            if (meaning.joint_of[i] < 0 && before[i] != ColumnRole::other) meaning.roles[i] = before[i];
    }
    if (meaning.joints.size() == 1 && meaning.column(ColumnRole::joint_name) >= 0)
        return fail(ErrorCode::format_unknown, path,
                    "it has a row for each joint, and a recipe needs all joints of a frame in one row");
    if (meaning.joints.empty())
        return fail(ErrorCode::format_unknown, path,
                    "no columns could be told to be x, y and z of joints among its " +
                        counted(static_cast<std::int64_t>(head.columns), "column"));
    return meaning;
}

} // namespace kinelens
