// Tensors, modules and what every file needs of LibTorch; precompiled. Only for core/learning and its tests.
// <torch/torch.h> would have every file instantiate templates of all optimisers and layers, at several
// seconds a file; who needs more includes it by its own header.
#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wall"
#include <torch/csrc/autograd/custom_function.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/types.h>
#pragma GCC diagnostic pop
