#include "core/options/detection_options.h"

#include "core/options/option_info.h"

namespace kinelens {

DetectOptions::DetectOptions() {
    smoothing = 3;
    enter_threshold = 0.15;
}

Result<void> validate(const DetectOptions& options) {
    KINELENS_CHECK(validate(option_table<DetectOptions>(), option_values(options)));
    return validate(static_cast<const SegmentationOptions&>(options));
}

Result<void> validate(const DetectTrainOptions& options) {
    KINELENS_CHECK(validate(option_table<DetectTrainOptions>(), option_values(options)));
    if (options.sampling == WindowSampling::fixed && (options.samples_per_window > 1 || options.stretch > 1))
        return fail(ErrorCode::invalid_argument, "sampling",
                    "fixed windows are neither stretched nor drawn several times");
    return validate(static_cast<const SegmentationOptions&>(options));
}

} // namespace kinelens
