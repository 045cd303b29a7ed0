// The fixed sinusoid table of positions: sin on even, cos on odd channels, base 10000, built in float32.
#pragma once

#include "core/learning/torch_include.h"

namespace kinelens::learning {

class SinusoidTableImpl : public torch::nn::Module {
public:
    // At least 200 rows, as published.
    SinusoidTableImpl(std::int64_t length, std::int64_t hidden);
    torch::Tensor table; // "pe" (1, rows, C)
};
TORCH_MODULE(SinusoidTable);

} // namespace kinelens::learning
