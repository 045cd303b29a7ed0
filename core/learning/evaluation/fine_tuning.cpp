#include "core/learning/evaluation/fine_tuning.h"

#include "core/foundation/random.h"
#include "core/learning/evaluation/linear_head.h"
#include "core/learning/training/drop_draws.h"

#include <algorithm>

namespace kinelens::learning {

ClipWindow random_crop(std::int64_t frames, double low, double high, double u, double v) {
    const auto wanted = static_cast<std::int64_t>(static_cast<double>(frames) * (low + (high - low) * u));
    const std::int64_t length = std::clamp<std::int64_t>(wanted, 1, frames);
    return {static_cast<std::int64_t>(v * static_cast<double>(frames - length + 1)), length};
}

ClipWindow middle_crop(std::int64_t frames, double ratio) {
    const auto start = static_cast<std::int64_t>((1 - ratio) * static_cast<double>(frames) / 2);
    return {start, std::max<std::int64_t>(1, frames - 2 * start)};
}

FineTuning::FineTuning(ClipEncoder encoder, std::int64_t classes, const FinetuneOptions& options,
                       std::uint64_t repeat)
    : encoder_(std::move(encoder))
    , options_(options)
    , key_(CounterRandom(mix64(static_cast<std::uint64_t>(options.seed)))
               .fork("fine-tuning")
               .fork(repeat)
               .key())
    , head_(linear_head(encoder_.dimension(), classes, static_cast<std::uint64_t>(options.seed), repeat)) {
    head_->to(encoder_.device());
}

Result<torch::Tensor> FineTuning::training_logits(std::span<const std::size_t> samples, std::int64_t epoch) {
    std::vector<std::uint64_t> keys;
    for (const std::size_t sample : samples) keys.push_back(hash_text(encoder_.name(sample)));
    const double drop_path = options_.drop_path ? encoder_.options().drop_path : 0;
    const auto drop = drop_draws(keys, 1, static_cast<std::int64_t>(key_ >> 1), epoch,
                                 encoder_.model()->encoder().drop_layers(), drop_path);
    const auto crop = [&](std::size_t sample, std::int64_t frames) {
        CounterRandom random = CounterRandom(key_)
                                   .fork("crop")
                                   .fork(static_cast<std::uint64_t>(epoch))
                                   .fork(encoder_.name(sample));
        const double u = random.uniform();
        return random_crop(frames, options_.crop_ratio_minimum, options_.crop_ratio_maximum, u,
                           random.uniform());
    };
    encoder_.model()->train();
    KINELENS_TRY(encoded, encoder_.encode(samples, crop, drop));
    return head_->forward(instance_of(encoded));
}

Result<torch::Tensor> FineTuning::test_logits(std::span<const std::size_t> samples) {
    const auto crop = [&](std::size_t, std::int64_t frames) {
        return middle_crop(frames, options_.test_crop);
    };
    const auto most = static_cast<std::size_t>(options_.encode_batch_size);
    encoder_.model()->eval();
    std::vector<torch::Tensor> parts;
    for (std::size_t first = 0; first < samples.size(); first += most) {
        KINELENS_TRY(encoded,
                     encoder_.encode(samples.subspan(first, std::min(most, samples.size() - first)), crop));
        parts.push_back(head_->forward(instance_of(encoded)));
    }
    return torch::cat(parts);
}

std::vector<torch::Tensor> FineTuning::parameters() {
    auto all = encoder_.model()->encoder().parameters();
    for (const auto& parameter : head_->parameters()) all.push_back(parameter);
    return all;
}

} // namespace kinelens::learning
