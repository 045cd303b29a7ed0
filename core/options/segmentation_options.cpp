#include "core/options/segmentation_options.h"

#include "core/foundation/number_text.h"
#include "core/options/option_info.h"

#include <sstream>

namespace kinelens {

Result<std::vector<int>> parse_class_lengths(const std::string& text) {
    std::vector<int> lengths;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const std::string_view words = part;
        const std::size_t colon = words.find(':');
        int label = 0;
        int length = 0;
        if (colon == std::string_view::npos || !parse_number(words.substr(0, colon), label) ||
            !parse_number(words.substr(colon + 1), length) || label < 1 || label > 100000 || length < 0)
            return fail(ErrorCode::invalid_argument, "class_lengths",
                        "'" + part + "' is not a class and its frames, as in 3:12");
        if (lengths.size() < static_cast<std::size_t>(label)) lengths.resize(static_cast<std::size_t>(label));
        lengths[static_cast<std::size_t>(label) - 1] = length;
    }
    return lengths;
}

std::string class_lengths_text(const std::vector<int>& lengths) {
    std::string text;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        if (lengths[i] > 0)
            text += (text.empty() ? "" : ",") + std::to_string(i + 1) + ":" + std::to_string(lengths[i]);
    return text;
}

Result<void> validate(const SegmentationOptions& options) {
    KINELENS_CHECK(validate(option_table<SegmentationOptions>(), option_values(options)));
    KINELENS_CHECK(parse_class_lengths(options.class_lengths));
    return {};
}

} // namespace kinelens
