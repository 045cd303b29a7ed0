#include "core/learning/detection/training_windows.h"

#include "core/foundation/parallel.h"
#include "core/learning/evaluation/clip_batches.h"
#include "core/metrics/detection_frames.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinelens::learning {
namespace {

std::vector<std::int64_t> labels_of(const DatasetReader& dataset, std::size_t sequence) {
    std::vector<Interval> truth;
    for (const Interval& interval : dataset.intervals())
        if (interval.sequence == static_cast<int>(sequence) && interval.source != "prediction")
            truth.push_back(interval);
    std::vector<std::int64_t> labels;
    for (const int label : frame_labels(truth, dataset.sequences()[sequence].length))
        labels.push_back(label == background ? 0 : label + 1);
    return labels;
}

} // namespace

TrainingWindows::TrainingWindows(std::shared_ptr<const DatasetReader> dataset,
                                 const std::vector<std::size_t>& chosen, WindowShape shape,
                                 const DetectTrainOptions& options, int threads)
    : dataset_(std::move(dataset))
    , shape_(std::move(shape))
    , options_(options)
    , threads_(threads)
    , random_(CounterRandom(mix64(static_cast<std::uint64_t>(options.seed))).fork("detection")) {
    const int stride = options.window_stride > 0 ? options.window_stride : options.window_frames;
    const auto in_order =
        clip_sources(dataset_->sequences(), {}, chosen, Segments::windows, options.window_frames, stride);
    for (int draw = 0; draw < options.samples_per_window; ++draw)
        for (ClipSource source : in_order) {
            if (draw > 0) source.name.append("/").append(std::to_string(draw));
            sources_.push_back(std::move(source));
        }
    if (options.mirror > 0 && !shape_.layout.left_right_pairs.empty())
        mirrored_ = mirrored_classes(dataset_->info().class_names);
    labels_.resize(dataset_->sequences().size());
    for (const std::size_t sequence : chosen) labels_[sequence] = labels_of(*dataset_, sequence);
}

CounterRandom TrainingWindows::random_of(const ClipSource& source, std::int64_t epoch) const {
    return random_.fork(static_cast<std::uint64_t>(epoch)).fork(source.name);
}

std::vector<std::size_t> TrainingWindows::order(std::int64_t epoch) const {
    std::vector<std::pair<std::uint64_t, std::size_t>> keyed;
    for (std::size_t i = 0; i < sources_.size(); ++i)
        keyed.emplace_back(random_of(sources_[i], epoch).fork("order").next(), i);
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::size_t> order;
    for (const auto& [key, place] : keyed) order.push_back(place);
    return order;
}

// Random windows may begin a quarter of their length before the recording and are then moved into it: the
// frames at its ends would otherwise hardly ever be drawn.
TrainingWindows::Drawn TrainingWindows::drawn(const ClipSource& source, std::int64_t epoch) const {
    CounterRandom random = random_of(source, epoch).fork("window");
    Drawn made{source.first, options_.window_frames, {}};
    if (options_.sampling == WindowSampling::random) {
        const double factor = std::pow(options_.stretch, random.uniform(-1, 1));
        made.length = std::max<std::int64_t>(2, std::llround(factor * options_.window_frames));
        const std::int64_t frames = dataset_->sequences()[source.sequence].length;
        const auto room = static_cast<double>(std::max<std::int64_t>(frames - made.length / 2, 1));
        const auto first = static_cast<std::int64_t>(random.uniform() * room) - made.length / 4;
        made.first = std::clamp<std::int64_t>(first, 0, std::max<std::int64_t>(frames - made.length, 0));
    }
    made.change.mirror = random.uniform() < options_.mirror;
    made.change.turn = options_.turn * random.uniform(-1, 1) * std::numbers::pi / 180;
    made.change.size = 1 + options_.resize * random.uniform(-1, 1);
    for (std::size_t i = 0; i < 9; ++i)
        if (i % 4 != 0) made.change.shear.shear[i] = options_.shear * random.uniform(-1, 1);
    return made;
}

// False, and nothing done, where a class has no mirror image.
bool TrainingWindows::mirror(std::vector<std::int64_t>& labels) const {
    if (mirrored_.empty()) return false;
    std::vector<std::int64_t> made = labels;
    for (std::int64_t& label : made) {
        if (label <= 0) continue;
        label = mirrored_[static_cast<std::size_t>(label - 1)] + 1;
        if (label == 0) return false;
    }
    labels = std::move(made);
    return true;
}

Result<WindowBatch> TrainingWindows::batch(std::span<const std::size_t> chosen, std::int64_t epoch) const {
    WindowBatch made;
    std::vector<Motion> motions;
    std::vector<Drawn> draws;
    std::vector<std::int64_t> labels;
    for (const std::size_t place : chosen) {
        const ClipSource& source = sources_[place];
        draws.push_back(drawn(source, epoch));
        Drawn& window = draws.back();
        KINELENS_TRY(motion, dataset_->read(source.sequence, window.first, window.length));
        motions.push_back(std::move(motion));
        auto own = window_labels(labels_[source.sequence], window.first, window.length, shape_.frames);
        window.change.mirror = window.change.mirror && mirror(own);
        labels.insert(labels.end(), own.begin(), own.end());
        made.keys.push_back(hash_text(source.name));
    }
    std::vector<Clip> clips(chosen.size());
    parallel_for(chosen.size(), static_cast<unsigned>(threads_), [&](std::size_t i) {
        clips[i] = window_clip(std::move(motions[i]), draws[i].length, shape_, &draws[i].change);
    });
    made.clips = stacked(clips);
    made.labels = torch::tensor(labels, torch::kInt64).view({-1, shape_.frames});
    return made;
}

std::vector<std::int64_t> TrainingWindows::frames_of_classes() const {
    std::vector<std::int64_t> counts(dataset_->info().class_names.size() + 1);
    for (const auto& labels : labels_)
        for (const std::int64_t label : labels) ++counts[static_cast<std::size_t>(label)];
    return counts;
}

} // namespace kinelens::learning
