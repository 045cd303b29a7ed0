// The one place that includes LibTorch; precompiled. Only for core/learning and its tests.
#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wall"
#include <torch/torch.h>
#pragma GCC diagnostic pop
