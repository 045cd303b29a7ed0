#include "core/preparation/augmentation.h"

#include "core/preparation/resampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinelens {
namespace {

using Matrix3f = std::array<float, 9>;

Matrix3f to_float(const Matrix3& matrix) {
    Matrix3f result{};
    std::transform(matrix.begin(), matrix.end(), result.begin(),
                   [](double v) { return static_cast<float>(v); });
    return result;
}

// p -> m·p (column vector) for `count` points; the sums run in float64 as the published code's do.
void multiply_points(float* points, std::size_t count, const Matrix3& m) {
    for (float* p = points; p != points + count * 3; p += 3) {
        const double x = p[0];
        const double y = p[1];
        const double z = p[2];
        p[0] = static_cast<float>(m[0] * x + m[1] * y + m[2] * z);
        p[1] = static_cast<float>(m[3] * x + m[4] * y + m[5] * z);
        p[2] = static_cast<float>(m[6] * x + m[7] * y + m[8] * z);
    }
}

Matrix3 transposed(const Matrix3& m) {
    return {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
}

CropDraw draw_crop(CounterRandom random, const ViewOptions& options, std::int64_t n) {
    const double ratio = random.uniform(options.crop_ratio_low, options.crop_ratio_high);
    const std::int64_t length = crop_length(n, ratio, options.crop_minimum);
    const auto start = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n - length + 1)));
    return {start, length};
}

// The first `count` of a Fisher–Yates shuffle.
std::vector<int> draw_joints(CounterRandom& random, int joints, int count) {
    std::vector<int> all(static_cast<std::size_t>(joints));
    std::iota(all.begin(), all.end(), 0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        std::swap(all[i], all[i + random.below(all.size() - i)]);
    all.resize(static_cast<std::size_t>(count));
    return all;
}

CorruptionDraw draw_corruption(CounterRandom random, const ViewOptions& options, int joints) {
    CorruptionDraw draw;
    draw.joints =
        draw_joints(random, joints, static_cast<int>(std::lround(options.corrupted_share * joints)));
    draw.zero = random.uniform() < options.zero_probability;
    if (!draw.zero)
        for (double& entry : draw.mixing) entry = random.uniform(-options.amplitude, options.amplitude);
    return draw;
}

ShearDraw draw_shear(CounterRandom random, double amplitude) {
    ShearDraw draw;
    for (const std::size_t place : {1u, 2u, 3u, 5u, 6u, 7u})
        draw.shear[place] = random.uniform(-amplitude, amplitude);
    return draw;
}

} // namespace

std::int64_t crop_length(std::int64_t n, double ratio, std::int64_t minimum) {
    const auto wanted = static_cast<std::int64_t>(std::floor(static_cast<double>(n) * ratio));
    return std::min(std::max(wanted, minimum), n);
}

ViewDraw draw_view(CounterRandom random, const ViewOptions& options, std::int64_t n, int joints) {
    ViewDraw draw{draw_crop(random.fork("crop"), options, n), ShearDraw{}};
    if (random.fork("choice").uniform() < options.corruption_probability)
        draw.change = draw_corruption(random.fork("corruption"), options, joints);
    else
        draw.change = draw_shear(random.fork("shear"), options.amplitude);
    return draw;
}

void corrupt_joints(float* data, std::int64_t frames, int bodies, int joints, const CorruptionDraw& draw) {
    const Matrix3 matrix = transposed(draw.mixing);
    for (std::int64_t figure = 0; figure < frames * bodies; ++figure) {
        float* first = data + static_cast<std::size_t>(figure * joints * 3);
        for (const int joint : draw.joints) {
            float* point = first + static_cast<std::size_t>(joint) * 3;
            if (draw.zero)
                std::fill_n(point, 3, 0.0f);
            else
                multiply_points(point, 1, matrix);
        }
    }
}

void shear(float* data, std::int64_t frames, int bodies, int joints, const ShearDraw& draw) {
    const Matrix3f m = to_float(draw.shear);
    const auto count = static_cast<std::size_t>(frames * bodies * joints);
    for (float* p = data; p != data + count * 3; p += 3) {
        const float x = p[0];
        const float y = p[1];
        const float z = p[2];
        p[0] = m[0] * x + m[1] * y + m[2] * z;
        p[1] = m[3] * x + m[4] * y + m[5] * z;
        p[2] = m[6] * x + m[7] * y + m[8] * z;
    }
}

void make_view(const Clip& clip, const ViewOptions& options, const ViewDraw& draw, float* out) {
    resample(clip, draw.crop.start, draw.crop.length, options.frames, out);
    if (const auto* corruption = std::get_if<CorruptionDraw>(&draw.change))
        corrupt_joints(out, options.frames, clip.bodies, clip.joints, *corruption);
    else
        shear(out, options.frames, clip.bodies, clip.joints, std::get<ShearDraw>(draw.change));
    if (clip.planar) flatten(out, static_cast<std::size_t>(options.frames) * clip.row_size());
}

} // namespace kinelens
