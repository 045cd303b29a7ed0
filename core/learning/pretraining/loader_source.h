// The threaded view loader as a source of training batches.
#pragma once

#include "core/learning/training/batch_source.h"
#include "core/preparation/view_loader.h"

namespace kinelens::learning {

class LoaderSource final : public BatchSource {
public:
    LoaderSource(std::shared_ptr<ClipStore> clips, const ViewLoaderOptions& options);
    std::int64_t batches_per_epoch() const override { return loader_->batches_per_epoch(); }
    std::int64_t samples_per_epoch() const override { return static_cast<std::int64_t>(clips_->size()); }
    Result<void> start(std::int64_t epoch, std::int64_t first_batch) override;
    Result<std::optional<Batch>> next() override;

private:
    std::shared_ptr<ClipStore> clips_;
    std::shared_ptr<ViewLoader> loader_; // shared with the batches that are still in use
    int ranks_;
    std::int64_t left_ = 0;
};

} // namespace kinelens::learning
