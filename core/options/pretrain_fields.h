// The field table of PretrainOptions in its parts, in the order of the form. Only for core/options.
#pragma once

#include "core/options/option_info.h"
#include "core/options/pretrain_options.h"

namespace kinelens::pretrain_fields {

using namespace describe_option;
using Fields = OptionFields<PretrainOptions>;
using O = PretrainOptions;

Fields data_fields();
Fields view_fields();
Fields encoder_fields();
Fields layer_fields();
Fields agreement_fields();
Fields decorrelation_fields();
Fields contrast_fields();
Fields training_fields();
Fields run_fields();
Fields probe_fields();

} // namespace kinelens::pretrain_fields
