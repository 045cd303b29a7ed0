#include "core/options/evaluation_options.h"

#include "core/options/pretrain_options.h"

namespace kinelens {

FinetuneOptions::FinetuneOptions() {
    epochs = 80;
    batch_size = 64;
    learning_rate = 0.01;
    milestones = "50,70";
}

Result<void> validate(const FitOptions& options) {
    KINELENS_CHECK(parse_milestones(options.milestones));
    if (options.selection == EpochSelection::validation && options.validation_share <= 0)
        return fail(ErrorCode::invalid_argument, "validation_share",
                    "nothing is held out to choose the epoch by");
    return {};
}

Result<void> validate(const FinetuneOptions& options) {
    KINELENS_CHECK(validate(static_cast<const FitOptions&>(options)));
    if (options.label_fraction <= 0)
        return fail(ErrorCode::invalid_argument, "label_fraction", "it must be above 0");
    if (options.crop_ratio_minimum > options.crop_ratio_maximum)
        return fail(ErrorCode::invalid_argument, "crop_ratio_minimum", "it is above crop_ratio_maximum");
    return {};
}

} // namespace kinelens
