#include "core/learning/training/drop_draws.h"

#include "core/foundation/random.h"

namespace kinelens::learning {
namespace {

// Uniform draws (layers, 6, K·N), keyed by seed, epoch, sequence and view.
torch::Tensor drop_uniforms(const std::vector<std::uint64_t>& keys, std::int64_t views, std::int64_t seed,
                            std::int64_t epoch, std::int64_t layers) {
    const auto samples = static_cast<std::int64_t>(keys.size());
    const CounterRandom root = CounterRandom(mix64(static_cast<std::uint64_t>(seed)))
                                   .fork("drop path")
                                   .fork(static_cast<std::uint64_t>(epoch));
    auto uniforms = torch::empty({layers, 6, views * samples}, torch::kFloat32);
    auto at = uniforms.accessor<float, 3>();
    for (std::int64_t view = 0; view < views; ++view) {
        for (std::int64_t sample = 0; sample < samples; ++sample) {
            CounterRandom random =
                root.fork(keys[static_cast<std::size_t>(sample)]).fork(static_cast<std::uint64_t>(view));
            for (std::int64_t layer = 0; layer < layers; ++layer)
                for (std::int64_t call = 0; call < 6; ++call)
                    at[layer][call][view * samples + sample] = static_cast<float>(random.uniform());
        }
    }
    return uniforms;
}

} // namespace

std::vector<DropFactors> drop_draws(const std::vector<std::uint64_t>& keys, std::int64_t views,
                                    std::int64_t seed, std::int64_t epoch, std::size_t layers,
                                    double drop_path) {
    if (drop_path <= 0 || layers == 0) return {};
    return drop_factors(drop_uniforms(keys, views, seed, epoch, static_cast<std::int64_t>(layers)), drop_path)
        .unbind(0);
}

} // namespace kinelens::learning
