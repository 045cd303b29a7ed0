// EncoderPass: the encoder over a batch, cut from the projectors and the loss at the pooled representations.
//
// Nothing before the cut mixes samples, so it may go through in chunks and on several ranks: pooled
// representations are made chunk by chunk without a graph and gathered; projectors and loss see the whole
// batch; the loss's gradient at the cut is then carried through a second pass of each chunk, with the same
// DropPath draws. The gradient is exactly that of the whole batch; the memory is that of one chunk.
#pragma once

#include "core/learning/model/usdrl_model.h"
#include "core/learning/training/ranks.h"

#include <optional>

namespace kinelens::learning {

struct PassSetting {
    std::int64_t chunk = 0; // samples at a time; 0: all, in one pass that keeps its graph
    std::optional<torch::ScalarType> format;
    Ranks* ranks = nullptr;           // null: this process alone
    std::vector<std::int64_t> counts; // samples of each rank
};

class EncoderPass {
public:
    // views (K, n, T, M, V, 3) on the model's device, n this rank's share; drop as for the encoder, K·n
    // columns.
    EncoderPass(UsdrlModel& model, torch::Tensor views, std::vector<DropFactors> drop, PassSetting setting);

    // Of the whole batch over all ranks; leaves that collect the gradient of what is made of them.
    const Pooled& pooled() const { return whole_; }

    // After the loss's backward(): the encoder's gradient of this rank's share.
    void backward();

private:
    Pooled encode(std::int64_t first, std::int64_t count) const;
    Pooled encode_without_graph() const;
    Pooled gathered(const Pooled& mine) const;
    bool keeps_graph() const;

    UsdrlModel& model_;
    torch::Tensor views_;
    std::vector<DropFactors> drop_;
    PassSetting setting_;
    Pooled mine_; // with its graph; undefined in chunks
    Pooled whole_;
};

// The whole batch's pooled representations and nothing else, as for the momentum encoder of the baseline.
Pooled pooled_only(UsdrlModel& model, const torch::Tensor& views, const PassSetting& setting);

} // namespace kinelens::learning
