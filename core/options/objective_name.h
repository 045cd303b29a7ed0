// What a pretraining's objective is made of, in short: for stamps and tables.
#pragma once

#include "core/options/pretrain_options.h"

#include <string>

namespace kinelens {

// "contrastive", or "vac" (similarity, variance, covariance), "vac-xc" (and the terms between views), each
// with
// "-instance" (one domain) or "-all".
std::string objective_name(const PretrainOptions& options);

} // namespace kinelens
