// Options of `features`.
#pragma once

#include "core/options/clip_choices.h"
#include "core/options/option_fields.h"

#include <string>

namespace kinelens {

struct FeaturesOptions {
    Normalisation preprocess = Normalisation::trained;
    bool dense = false;
    bool projection = false;
    int batch_size = 32;
    std::string device = "auto";
    int threads = 0;
};

template <>
const OptionFields<FeaturesOptions>& option_fields<FeaturesOptions>();

} // namespace kinelens
