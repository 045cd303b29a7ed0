#include "core/learning/bench/bench_work.h"

#include "core/learning/detection/recording_scores.h"
#include "core/learning/model/encoder_choice.h"
#include "core/learning/training/device.h"
#include "core/learning/training/trainer.h"
#include "core/preparation/view_loader.h"

namespace kinelens::learning {
namespace {

constexpr int bodies = 2;
constexpr int joints = 25;

Batch made_up_batch(const PretrainOptions& options) {
    Batch batch{torch::randn({options.views, options.batch_size, options.frames, bodies, joints, 3}), {}, {}};
    for (int i = 0; i < options.batch_size; ++i) batch.keys.push_back(static_cast<std::uint64_t>(i));
    return batch;
}

BenchWork training(int hidden, int batch_size, const torch::Device& device,
                   Arithmetic precision = Arithmetic::float32) {
    PretrainOptions options;
    options.hidden_size = hidden;
    options.batch_size = batch_size;
    options.precision = precision;
    const auto trainer = std::make_shared<Trainer>(options, bodies, joints, device);
    const auto batch = std::make_shared<Batch>(made_up_batch(options));
    return [=]() -> std::int64_t {
        const auto done = trainer->step(*batch, 0, false);
        return done && trainer->take_losses() ? options.batch_size : 0;
    };
}

BenchWork inference(int batch_size, const torch::Device& device) {
    const auto encoder = make_encoder(ModelOptions{});
    encoder->to(device);
    encoder->eval();
    const auto clips = torch::randn({batch_size, 64, bodies, joints, 3}).to(device);
    return [=]() -> std::int64_t {
        const torch::NoGradGuard no_grad;
        encoder->forward(clips, {}).pooled_temporal().sum().item<float>();
        return batch_size;
    };
}

// What the device makes of large products without anything around them.
BenchWork products(const torch::Device& device) {
    constexpr std::int64_t size = 8192, repeats = 20;
    const auto a = torch::randn({size, size}).to(device, torch::kBFloat16);
    return [=]() -> std::int64_t {
        const torch::NoGradGuard no_grad;
        torch::Tensor product;
        for (std::int64_t i = 0; i < repeats; ++i) product = torch::mm(a, a);
        product.sum().item<float>();
        return repeats * 2 * size * size * size / 1'000'000'000;
    };
}

// A recording as `detect` goes over it, with the windows and overlaps it has by default.
BenchWork detection(const std::string& encoder, const torch::Device& device) {
    DatasetInfo data;
    data.layout = *built_in_layout("ntu25");
    data.bodies = bodies;
    data.class_names.assign(51, "action");
    DetectTrainOptions options;
    options.scratch = encoder;
    const auto detector = std::make_shared<Detector>(*begin_detector({}, data, options, 0));
    const auto read = [](std::size_t, std::int64_t first, std::int64_t count) -> Result<Motion> {
        Motion motion(count, bodies, joints);
        for (std::size_t i = 0; i < motion.positions.size(); ++i)
            motion.positions[i] = static_cast<float>((static_cast<std::size_t>(first) + i) % 1000) / 1000;
        return motion;
    };
    const auto scores =
        std::make_shared<RecordingScores>(*RecordingScores::open(*detector, data, read, options, device, 1));
    return [=]() -> std::int64_t {
        constexpr std::int64_t frames = 1024;
        const auto done =
            scores->detect(0, frames, [detector](const float*, std::int64_t) { return Result<void>(); }, {});
        return done ? frames : 0;
    };
}

std::shared_ptr<ClipStore> made_up_clips() {
    std::vector<ClipSource> sources;
    for (std::size_t i = 0; i < 64; ++i)
        sources.push_back({i, 0, static_cast<std::int64_t>(60 + i % 140), "clip" + std::to_string(i)});
    const auto read = [](std::size_t, std::int64_t, std::int64_t count) -> Result<Motion> {
        Motion motion(count, bodies, joints);
        CounterRandom random(static_cast<std::uint64_t>(count));
        for (float& value : motion.positions) value = static_cast<float>(random.uniform(-1, 1));
        return motion;
    };
    return std::make_shared<ClipStore>(std::move(sources), read, *built_in_layout("ntu25"),
                                       NormalisationOptions{});
}

BenchWork loading() {
    ViewLoaderOptions options;
    options.batch_size = 64;
    const auto loader = std::make_shared<ViewLoader>(made_up_clips(), options);
    const auto epoch = std::make_shared<std::int64_t>(0);
    return [=]() -> std::int64_t {
        loader->start((*epoch)++);
        auto batch = loader->next();
        if (!batch) return 0;
        const int samples = batch->samples;
        loader->recycle(std::move(*batch));
        return samples;
    };
}

} // namespace

Result<BenchWork> bench_work(const std::string& name, const std::string& device_name) {
    KINELENS_TRY(device, choose_device(device_name));
    use_threads(0);
    keep_freed_memory();
    if (name == "train-full-b8") return training(1024, 8, device);
    if (name == "train-h256-b64") return training(256, 64, device);
    const std::string published = "train-full-b356-";
    if (name.starts_with(published)) {
        const auto precision = value_named<Arithmetic>(name.substr(published.size()));
        if (!precision) return fail(ErrorCode::not_found, name, "no such measurement");
        KINELENS_CHECK(choose_precision(*precision, device));
        return training(1024, 356, device, *precision);
    }
    if (name == "products-bf16") return products(device);
    if (name == "infer-b16") return inference(16, device);
    if (name == "infer-b1") return inference(1, device);
    if (name == "detect-stream") return detection("compact", device);
    if (name == "detect-stream-full") return detection("released", device);
    if (name == "loader") return loading();
    return fail(ErrorCode::not_found, name, "no such measurement");
}

} // namespace kinelens::learning
