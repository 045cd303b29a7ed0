#include "core/learning/evaluation/clip_encoder.h"

#include "core/experiment/checkpoint_fit.h"

namespace kinelens::learning {
namespace {

Result<std::shared_ptr<ClipStore>> clips_of(const SavedModel& saved,
                                            const std::shared_ptr<const DatasetReader>& dataset,
                                            const std::vector<std::size_t>& chosen, Normalisation preprocess,
                                            std::size_t byte_budget) {
    const std::string file = dataset->file().string();
    KINELENS_CHECK(check_checkpoint(saved.info, dataset->info(), file, CheckpointUse::encode));
    auto sources = clip_sources(dataset->sequences(), dataset->intervals(), chosen, Segments::whole, 1, 1);
    if (sources.empty()) return fail(ErrorCode::dataset_empty, file);
    return std::make_shared<ClipStore>(
        std::move(sources), motions_of(dataset), dataset->info().layout,
        normalisation_options(preprocess, saved.info.bodies, dataset->info().up), byte_budget);
}

} // namespace

ClipEncoder::ClipEncoder(SavedModel saved, std::shared_ptr<ClipStore> clips,
                         const ClipEncoderSetting& setting)
    : saved_(std::move(saved))
    , clips_(std::move(clips))
    , preprocess_(setting.preprocess)
    , device_(setting.device)
    , shape_{saved_.options.frames, saved_.options.stream, setting.threads} {
    saved_.model->to(device_);
}

Result<ClipEncoder> ClipEncoder::open(const Path& checkpoint, std::shared_ptr<const DatasetReader> dataset,
                                      const std::vector<std::size_t>& chosen,
                                      const ClipEncoderSetting& setting) {
    KINELENS_TRY(saved, load_model(checkpoint));
    ClipEncoderSetting known = setting;
    if (setting.preprocess == Normalisation::trained) known.preprocess = saved.options.preprocess;
    KINELENS_TRY(clips, clips_of(saved, dataset, chosen, known.preprocess, known.byte_budget));
    return ClipEncoder(std::move(saved), std::move(clips), known);
}

Result<DenseFeatures> ClipEncoder::encode(std::span<const std::size_t> chosen, const WindowOf& window,
                                          const std::vector<DropFactors>& drop) {
    KINELENS_TRY(batch, clip_batch(*clips_, chosen, shape_, window));
    return saved_.model->encoder().forward(batch.to(device_), drop);
}

torch::Tensor instance_of(const DenseFeatures& encoded) {
    return torch::cat({encoded.pooled_temporal(), encoded.pooled_spatial()}, 1);
}

} // namespace kinelens::learning
