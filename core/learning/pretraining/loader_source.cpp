#include "core/learning/pretraining/loader_source.h"

#include "core/learning/training/ranks.h"

namespace kinelens::learning {

LoaderSource::LoaderSource(std::shared_ptr<ClipStore> clips, const ViewLoaderOptions& options)
    : clips_(clips)
    , loader_(std::make_shared<ViewLoader>(std::move(clips), options))
    , ranks_(options.ranks) {}

Result<void> LoaderSource::start(std::int64_t epoch, std::int64_t first_batch) {
    loader_->start(epoch, first_batch);
    left_ = loader_->batches_per_epoch() - first_batch;
    return {};
}

Result<std::optional<Batch>> LoaderSource::next() {
    if (left_ <= 0) return std::optional<Batch>();
    --left_;
    KINELENS_TRY(made, loader_->next());
    const auto views = std::make_shared<ViewBatch>(std::move(made));
    Batch batch;
    for (const std::size_t clip : views->clips) batch.keys.push_back(hash_text(clips_->source(clip).name));
    if (ranks_ > 1) batch.counts = rank_counts(views->all_samples, ranks_);
    // The tensor lends the batch's memory and hands it back to the loader when it is done with.
    batch.views = torch::from_blob(
        views->data.data(), {views->views, views->samples, views->frames, views->bodies, views->joints, 3},
        [views, loader = loader_](void*) { loader->recycle(std::move(*views)); }, torch::kFloat32);
    return std::optional<Batch>(std::move(batch));
}

} // namespace kinelens::learning
