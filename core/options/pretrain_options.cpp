#include "core/options/pretrain_options.h"

#include "core/options/option_info.h"

#include <charconv>

namespace kinelens {

Result<std::vector<int>> parse_milestones(const std::string& text) {
    std::vector<int> epochs;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        int epoch = 0;
        const auto [after, error] = std::from_chars(at, end, epoch);
        const bool separated = after == end || (*after == ',' && after + 1 != end);
        if (error != std::errc{} || epoch < 1 || !separated)
            return fail(ErrorCode::invalid_argument, "milestones", text);
        epochs.push_back(epoch);
        at = after == end ? end : after + 1;
    }
    return epochs;
}

Result<void> validate(const PretrainOptions& options) {
    KINELENS_CHECK(validate(option_table<PretrainOptions>(), option_values(options)));
    KINELENS_CHECK(parse_milestones(options.milestones));
    if (options.hidden_size % options.heads != 0)
        return fail(ErrorCode::invalid_argument, "heads",
                    "must divide hidden_size " + std::to_string(options.hidden_size));
    if (options.hidden_size % 2 != 0) return fail(ErrorCode::invalid_argument, "hidden_size", "must be even");
    if (options.ca_kernel % 2 == 0) return fail(ErrorCode::invalid_argument, "ca_kernel", "must be odd");
    if (options.ca_convolution == ContextConvolution::pointwise && options.ca_kernel != 1)
        return fail(ErrorCode::invalid_argument, "ca_kernel", "a pointwise convolution has kernel 1");
    return {};
}

} // namespace kinelens
