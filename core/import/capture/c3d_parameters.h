// The parameters of a C3D file: groups of named arrays, "POINT:LABELS".
#pragma once

#include "core/foundation/result.h"
#include "core/import/capture/c3d_bytes.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kinelens {

class C3dParameters {
public:
    // From byte `at` of the file, whose header names it. Error: format_invalid.
    static Result<C3dParameters> read(const C3dBytes& bytes, std::size_t at, const std::string& path);

    std::optional<double> number(const std::string& name) const; // the first value
    std::vector<double> numbers(const std::string& name) const;
    std::vector<std::string> texts(const std::string& name) const; // blanks at their ends cut

private:
    struct Value {
        std::vector<double> numbers;
        std::vector<std::string> texts;
    };
    std::map<std::string, Value> values_; // "GROUP:NAME", in capitals
    friend class C3dParameterReader;
};

} // namespace kinelens
