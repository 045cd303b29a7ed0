// What the rules of protocols and the list of their folds both read.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"

#include <charconv>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

// A fact by which sequences are divided: "subject", otherwise the camera.
using Fact = int SequenceInfo::*;
inline Fact fact_named(std::string_view what) {
    return what == "subject" ? &SequenceInfo::subject : &SequenceInfo::camera;
}

// invalid_argument; the subject is the protocol.
inline tl::unexpected<Error> wrong_protocol(std::string_view protocol, std::string detail) {
    return fail(ErrorCode::invalid_argument, std::string(protocol), std::move(detail));
}

// The whole text, or nothing.
template <class Number>
bool parse_number(std::string_view text, Number& number) {
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc{} && end.ptr == text.data() + text.size();
}

// The subjects or cameras that are divided. Error: invalid_argument where a fold would hold none.
Result<std::set<int>> values_for_folds(std::string_view protocol, std::string_view what, int folds,
                                       const std::vector<SequenceInfo>& sequences);

} // namespace kinelens
