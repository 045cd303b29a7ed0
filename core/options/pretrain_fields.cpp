#include "core/options/option_table.h"
#include "core/options/pretrain_options.h"

namespace kinelens {

template <>
const OptionFields<PretrainOptions>& option_fields<PretrainOptions>() {
    static const auto fields = joined_fields<PretrainOptions>(
        option_fields<SampleOptions>(), option_fields<AugmentationOptions>(), option_fields<EncoderOptions>(),
        option_fields<LossOptions>(), option_fields<ScheduleOptions>(), option_fields<TrainingRunOptions>(),
        option_fields<TrainingProbeOptions>());
    return fields;
}

template struct OptionAccess<PretrainOptions>;

} // namespace kinelens
