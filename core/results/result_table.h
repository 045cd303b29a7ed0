// A table of words and numbers as CSV or JSON. Only for core/results.
#pragma once

#include "core/foundation/number_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kinelens {

class ResultTable {
public:
    explicit ResultTable(std::vector<std::string> columns)
        : columns_(std::move(columns)) {}

    ResultTable& row() {
        rows_.emplace_back();
        return *this;
    }
    ResultTable& cell(std::string_view words) {
        rows_.back().push_back({std::string(words), true});
        return *this;
    }
    template <class Number>
    requires std::is_arithmetic_v<Number> ResultTable& cell(Number number) {
        rows_.back().push_back({number_text(number), false});
        return *this;
    }
    // Nothing leaves the field empty; a row may also end early.
    ResultTable& cell(const std::optional<double>& number) {
        if (number) return cell(*number);
        rows_.back().push_back({});
        return *this;
    }

    std::string csv() const; // RFC 4180
    // "columns": […], "rows": [[…], …], with null where a field is empty.
    std::string json_members() const;

private:
    struct Cell {
        std::string text;
        bool words = false;
    };
    std::vector<std::string> columns_;
    std::vector<std::vector<Cell>> rows_;
};

} // namespace kinelens
