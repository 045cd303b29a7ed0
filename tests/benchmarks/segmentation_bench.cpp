// How long frame scores take to become intervals: 10,000 frames of 52 classes, one thread, what a slider in
// the window may cost at most: 30 ms.
#include "core/foundation/random.h"
#include "core/segmentation/segmentation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

using namespace kinelens;

namespace {

// Actions of 60 to 150 frames with pauses between, blurred edges, and noise that crosses 0.02 now and then.
ScoreMap plausible_scores(std::int64_t frames, int classes) {
    CounterRandom random(7);
    ScoreMap scores{frames, classes, std::vector<float>(static_cast<std::size_t>(frames * classes))};
    std::int64_t left = 0;
    int label = 0;
    for (std::int64_t frame = 0; frame < frames; ++frame, --left) {
        if (left == 0) {
            label =
                label > 0 ? 0 : 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(classes - 1)));
            left = 60 + static_cast<std::int64_t>(random.below(90));
        }
        float* const row = scores.values.data() + frame * classes;
        double sum = 0;
        for (int column = 0; column < classes; ++column) {
            row[column] = static_cast<float>(std::exp(1.2 * random.normal() + (column == label ? 6 : 0)));
            sum += row[column];
        }
        for (int column = 0; column < classes; ++column) row[column] /= static_cast<float>(sum);
    }
    return scores;
}

void measure(const char* name, const ScoreMap& scores, const SegmentationOptions& options) {
    std::vector<double> times;
    std::size_t found = 0;
    for (int turn = 0; turn < 31; ++turn) {
        const auto start = std::chrono::steady_clock::now();
        found = segment(scores, options).size();
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        times.push_back(time.count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-28s median %6.2f ms  slowest %6.2f ms  %zu intervals\n", name, times[15], times[30],
                found);
}

} // namespace

int main() {
    const ScoreMap scores = plausible_scores(10'000, 52);
    SegmentationOptions options;
    measure("released", scores, options);
    options.suppression = Suppression::agnostic;
    measure("released, suppression", scores, options);
    options.smoothing = 10;
    options.enter_threshold = 0.3;
    options.stay_threshold = 0.1;
    options.merge_gap = 15;
    options.minimum_length = 10;
    measure("everything", scores, options);
    options = {};
    options.route = IntervalRoute::gate;
    options.smoothing = 10;
    measure("gate, smoothing", scores, options);
    options.route = IntervalRoute::windows;
    measure("windows, smoothing", scores, options);
    return 0;
}
