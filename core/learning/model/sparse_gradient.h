// A gradient of few numbers: behind a maximum over the tokens, one token of a sample takes a channel's whole
// gradient and the others none. Products with it cost what its numbers cost.
#pragma once

#include "core/learning/torch_include.h"

#include <optional>

namespace kinelens::learning {

class SparseGradient {
public:
    // rows: (R, C), float32 on the processor, contiguous. nullopt where more than one number in 32 is not 0:
    // from there on dense products are faster.
    static std::optional<SparseGradient> of(const torch::Tensor& rows);

    torch::Tensor times(const torch::Tensor& b) const {
        return combined(by_row_, b);
    } // G·b: (C, K) -> (R, K)
    torch::Tensor turned_times(const torch::Tensor& b) const { return combined(by_column_, b); } // Gᵀ·b

private:
    // What is not 0 in group i lies at start[i] … start[i + 1].
    struct Groups {
        std::vector<std::size_t> start;
        std::vector<std::int64_t> other; // its column, or row
        std::vector<float> value;
    };

    static std::optional<Groups> gathered(const torch::Tensor& rows);
    static Groups turned(const Groups& groups, std::size_t count);
    static torch::Tensor combined(const Groups& groups, const torch::Tensor& b);

    Groups by_row_, by_column_;
};

} // namespace kinelens::learning
