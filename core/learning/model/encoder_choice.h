// The encoder that the options name.
#pragma once

#include "core/learning/model/encoder.h"

namespace kinelens::learning {

std::shared_ptr<Encoder> make_encoder(const ModelOptions& options);

} // namespace kinelens::learning
