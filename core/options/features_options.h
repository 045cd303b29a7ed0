// Options of `features`.
#pragma once

#include "core/options/option_table.h"

namespace kinelens {

struct FeaturesOptions {
    std::string preprocess = "trained";
    bool dense = false;
    bool projection = false;
    int batch_size = 32;
    std::string device = "auto";
    int threads = 0;
};

template <>
const OptionFields<FeaturesOptions>& option_fields<FeaturesOptions>();

} // namespace kinelens
