#include "core/learning/distributed/process_ranks.h"

#ifdef KINELENS_HAS_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

#include <numeric>

namespace kinelens::learning {

#ifdef KINELENS_HAS_GLOO
namespace {

using Gloo = c10d::ProcessGroupGloo;

// Sums travel in pieces: few messages, little memory.
constexpr std::int64_t piece = std::int64_t(1) << 22;

class GlooRanks final : public Ranks {
public:
    GlooRanks(c10::intrusive_ptr<c10d::Store> store, c10::intrusive_ptr<Gloo> group, const LaunchPlace& place)
        : store_(std::move(store))
        , group_(std::move(group))
        , rank_(place.rank)
        , size_(place.size) {}

    int rank() const override { return rank_; }
    int size() const override { return size_; }

    torch::Tensor gather(const torch::Tensor& mine, const std::vector<std::int64_t>& counts) override {
        const torch::NoGradGuard no_grad;
        const auto most = *std::max_element(counts.begin(), counts.end());
        auto padded = torch::zeros({mine.size(0), most, mine.size(2)}, mine.options());
        padded.narrow(1, 0, mine.size(1)).copy_(mine);
        std::vector<torch::Tensor> in{padded};
        std::vector<std::vector<torch::Tensor>> out(1);
        for (int i = 0; i < size_; ++i) out[0].push_back(torch::empty_like(padded));
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

    std::string share(const std::string& text) override {
        std::vector<torch::Tensor> length{
            torch::tensor({static_cast<std::int64_t>(text.size())}, torch::kInt64)};
        finish([&] { return group_->broadcast(length); });
        const auto size = length[0].item<std::int64_t>();
        if (size == 0) return {};
        std::vector<torch::Tensor> bytes{torch::zeros({size}, torch::kUInt8)};
        if (rank_ == 0) std::memcpy(bytes[0].data_ptr(), text.data(), text.size());
        finish([&] { return group_->broadcast(bytes); });
        return {static_cast<const char*>(bytes[0].data_ptr()), static_cast<std::size_t>(size)};
    }

private:
    template <class Start>
    static void finish(const Start& start) {
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

    c10::intrusive_ptr<c10d::Store> store_; // rank 0's serves the others: it lives as long as the group
    c10::intrusive_ptr<Gloo> group_;
    int rank_, size_;
};

std::shared_ptr<::gloo::transport::Device> network(const LaunchPlace& place) {
    if (const char* interface = std::getenv("GLOO_SOCKET_IFNAME"))
        return Gloo::createDeviceForInterface(interface);
    if (place.host == "127.0.0.1" || place.host == "localhost")
        return Gloo::createDeviceForHostname("127.0.0.1");
    return Gloo::createDefaultDevice();
}

c10::intrusive_ptr<c10d::Store> meeting_point(const LaunchPlace& place) {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = place.rank == 0 && !place.store_is_there;
    options.numWorkers = static_cast<std::size_t>(place.size);
    options.waitWorkers = !place.store_is_there;
    options.timeout = std::chrono::minutes(5);
    return c10::make_intrusive<c10d::TCPStore>(place.host, options);
}

} // namespace

Result<std::unique_ptr<Ranks>> connect_ranks(const LaunchPlace& place) {
    try {
        const auto store = meeting_point(place);
        const auto options = Gloo::Options::create();
        options->devices.push_back(network(place));
        return std::make_unique<GlooRanks>(
            store, c10::make_intrusive<Gloo>(store, place.rank, place.size, options), place);
    } catch (const std::exception& error) {
        const std::string message = error.what();
        return fail(ErrorCode::process_failed, place.host + ":" + std::to_string(place.port),
                    "the " + std::to_string(place.size) +
                        " processes did not meet: " + message.substr(0, message.find('\n')));
    }
}

#else

Result<std::unique_ptr<Ranks>> connect_ranks(const LaunchPlace&) {
    return fail(ErrorCode::device_unavailable, "cpu", "this build of LibTorch cannot join several processes");
}

#endif

} // namespace kinelens::learning
