#include "core/learning/model/positions.h"

#include <algorithm>
#include <cmath>

namespace kinelens::learning {

SinusoidTableImpl::SinusoidTableImpl(std::int64_t length, std::int64_t hidden) {
    using torch::indexing::None;
    using torch::indexing::Slice;
    const auto rows = std::max<std::int64_t>(200, length);
    const auto position = torch::arange(rows, torch::kFloat32).unsqueeze(1);
    const auto rate = torch::exp(torch::arange(0, hidden, 2, torch::kFloat32) *
                                 (-std::log(10000.0) / static_cast<double>(hidden)));
    table = torch::zeros({1, rows, hidden});
    table.index_put_({0, Slice(), Slice(0, None, 2)}, torch::sin(position * rate));
    table.index_put_({0, Slice(), Slice(1, None, 2)}, torch::cos(position * rate));
    register_buffer("pe", table);
}

} // namespace kinelens::learning
