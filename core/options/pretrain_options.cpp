#include "core/options/pretrain_options.h"

#include "core/options/pretrain_fields.h"

#include <charconv>

namespace kinelens {
namespace {

OptionFields<PretrainOptions> all_fields() {
    OptionFields<PretrainOptions> all;
    for (const auto part :
         {pretrain_fields::data_fields, pretrain_fields::view_fields, pretrain_fields::encoder_fields,
          pretrain_fields::layer_fields, pretrain_fields::agreement_fields,
          pretrain_fields::decorrelation_fields, pretrain_fields::contrast_fields,
          pretrain_fields::training_fields, pretrain_fields::run_fields, pretrain_fields::probe_fields})
        for (auto& field : part()) all.push_back(std::move(field));
    return all;
}

} // namespace

template <>
const OptionFields<PretrainOptions>& option_fields<PretrainOptions>() {
    static const OptionFields<PretrainOptions> fields = all_fields();
    return fields;
}

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
    if (options.ca_convolution == "pointwise" && options.ca_kernel != 1)
        return fail(ErrorCode::invalid_argument, "ca_kernel", "a pointwise convolution has kernel 1");
    return {};
}

} // namespace kinelens
