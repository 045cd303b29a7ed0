#include "core/learning/evaluation/clip_batches.h"

#include "core/foundation/parallel.h"
#include "core/preparation/resampling.h"

namespace kinelens::learning {

Result<torch::Tensor> clip_batch(ClipStore& clips, std::span<const std::size_t> chosen,
                                 const ClipShape& shape, const WindowOf& window) {
    const std::size_t count = chosen.size();
    std::vector<Clip> made(count);
    std::vector<Result<void>> outcomes(count);
    parallel_for(count, static_cast<unsigned>(shape.threads), [&](std::size_t i) {
        const auto clip = clips.clip(chosen[i]);
        if (!clip) {
            outcomes[i] = fail(clip.error());
            return;
        }
        const ClipWindow part = window(chosen[i], (*clip)->frames);
        made[i] = resample(**clip, part.first, part.length, shape.frames);
        apply_stream(made[i].data.data(), shape.frames, made[i].bodies, clips.layout(), shape.stream);
    });
    for (auto& outcome : outcomes) KINELENS_CHECK(outcome);
    return stacked(made);
}

torch::Tensor stacked(const std::vector<Clip>& clips) {
    const Clip& one = clips.front();
    auto batch =
        torch::empty({static_cast<std::int64_t>(clips.size()), one.frames, one.bodies, one.joints, 3});
    float* out = batch.data_ptr<float>();
    for (const Clip& clip : clips) out = std::copy(clip.data.begin(), clip.data.end(), out);
    return batch;
}

} // namespace kinelens::learning
