#include "core/learning/pretraining/pretrain_data.h"

#include "core/dataset/dataset_hash.h"
#include "core/dataset/dataset_reader.h"
#include "core/foundation/number_text.h"
#include "core/preparation/protocol.h"

#include <algorithm>

namespace kinelens::learning {
namespace {

void limit_batch_size(PretrainData& data, PretrainOptions& options) {
    const auto samples = static_cast<int>(std::min<std::size_t>(data.clips->size(), 1u << 30));
    if (options.batch_size <= samples) return;
    data.warnings.push_back({ErrorCode::invalid_argument, "batch_size",
                             std::to_string(options.batch_size) + " lowered to the " +
                                 std::to_string(samples) + " samples there are"});
    options.batch_size = samples;
}

} // namespace

Result<PretrainData> open_pretrain_data(const Experiment& experiment, PretrainOptions& options) {
    KINELENS_TRY(opened, DatasetReader::open(experiment.data));
    const auto reader = std::make_shared<DatasetReader>(std::move(opened));
    KINELENS_TRY(split, split_sequences(reader->sequences(), experiment.protocol,
                                        static_cast<std::uint64_t>(options.seed)));
    auto sources = clip_sources(reader->sequences(), reader->intervals(), split.train, options.segments,
                                options.window, options.window_stride);
    if (sources.size() < 2)
        return fail(ErrorCode::dataset_empty, experiment.data,
                    counted(static_cast<std::int64_t>(sources.size()), "sample") + " on the training side");
    PretrainData data;
    data.bodies = std::min(options.bodies, reader->info().bodies);
    data.data_hash = reader->info().content_hash;
    KINELENS_CHECK(check_content(*reader));
    if (!reader->hash_is_ours())
        data.warnings.push_back({ErrorCode::content_foreign, experiment.data, "", {}});
    data.clips = std::make_shared<ClipStore>(
        std::move(sources), motions_of(reader), reader->info().layout,
        normalisation_options(options.preprocess, data.bodies, reader->info().up));
    limit_batch_size(data, options);
    return data;
}

ViewLoaderOptions loader_options(const PretrainOptions& options) {
    ViewLoaderOptions loader;
    loader.view.views = options.views;
    loader.view.frames = options.frames;
    loader.view.crop_minimum = options.crop_frames_minimum;
    loader.view.crop_ratio_low = options.crop_ratio_minimum;
    loader.view.corruption_probability = options.corruption_probability;
    loader.view.corrupted_share = options.corruption_joints;
    loader.view.zero_probability = options.corruption_zero_probability;
    loader.view.amplitude = options.amplitude;
    loader.stream = options.stream;
    loader.batch_size = options.batch_size;
    loader.seed = static_cast<std::uint64_t>(options.seed);
    loader.threads = options.loader_threads;
    return loader;
}

} // namespace kinelens::learning
