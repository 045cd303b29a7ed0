// Ranks over a process group of c10d: Gloo's or NCCL's, which offer the same calls.
#pragma once

#include "core/learning/distributed/meeting_point.h"
#include "core/learning/distributed/rank_lost.h"
#include "core/learning/training/ranks.h"

#include <torch/csrc/distributed/c10d/Types.hpp>

namespace kinelens::learning {

template <class Group>
class GroupRanks : public Ranks {
public:
    GroupRanks(std::shared_ptr<MeetingPoint> point, c10::intrusive_ptr<Group> group)
        : point_(std::move(point))
        , group_(std::move(group)) {}

    int rank() const override { return point_->place().rank; }
    int size() const override { return point_->place().size; }

    torch::Tensor gather(const torch::Tensor& mine, const std::vector<std::int64_t>& counts) override {
        const torch::NoGradGuard no_grad;
        const auto most = *std::max_element(counts.begin(), counts.end());
        auto padded = torch::zeros({mine.size(0), most, mine.size(2)}, mine.options());
        padded.narrow(1, 0, mine.size(1)).copy_(mine);
        std::vector<torch::Tensor> in{padded};
        std::vector<std::vector<torch::Tensor>> out(1);
        for (int i = 0; i < size(); ++i) out[0].push_back(torch::empty_like(padded));
        finish([&] { return group_->allgather(out, in); });
        std::vector<torch::Tensor> parts;
        for (std::size_t i = 0; i < counts.size(); ++i) parts.push_back(out[0][i].narrow(1, 0, counts[i]));
        return torch::cat(parts, 1);
    }

    void sum(const std::vector<torch::Tensor>& tensors) override {
        in_pieces(tensors, [this](std::vector<torch::Tensor>& flat) { return group_->allreduce(flat); });
    }

    void share(const std::vector<torch::Tensor>& tensors) override {
        in_pieces(tensors, [this](std::vector<torch::Tensor>& flat) { return group_->broadcast(flat); });
    }

    std::string share(const std::string& text) override { return point_->share(text); }

    void check() const override {}

protected:
    Group& group() { return *group_; }

private:
    // Sums travel in pieces: few messages, little memory.
    static constexpr std::int64_t piece = std::int64_t(1) << 22;

    template <class Start>
    void finish(const Start& start) {
        check();
        try {
            start()->wait();
        } catch (const std::exception& error) {
            throw RankLost(error.what());
        }
    }

    // Tensors of one type, joined until a piece is full.
    template <class Start>
    void in_pieces(const std::vector<torch::Tensor>& tensors, const Start& start) {
        const torch::NoGradGuard no_grad;
        std::vector<torch::Tensor> waiting;
        std::int64_t held = 0;
        const auto flush = [&] {
            if (waiting.empty()) return;
            std::vector<torch::Tensor> rows;
            for (const auto& tensor : waiting) rows.push_back(tensor.reshape({-1}));
            std::vector<torch::Tensor> flat{torch::cat(rows)};
            finish([&] { return start(flat); });
            std::int64_t at = 0;
            for (auto& tensor : waiting) {
                tensor.copy_(flat[0].narrow(0, at, tensor.numel()).view(tensor.sizes()));
                at += tensor.numel();
            }
            waiting.clear();
            held = 0;
        };
        for (const auto& tensor : tensors) {
            if (!waiting.empty() && (waiting[0].scalar_type() != tensor.scalar_type() || held > piece))
                flush();
            waiting.push_back(tensor);
            held += tensor.numel();
        }
        flush();
    }

    std::shared_ptr<MeetingPoint> point_; // rank 0's store serves the others: it lives as long as the group
    c10::intrusive_ptr<Group> group_;
};

} // namespace kinelens::learning
