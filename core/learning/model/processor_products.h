// Matrix products on the processor, where LibTorch brings oneDNN as a library (Debian does). Large ones by
// oneDNN, on LibTorch's own threads; many small ones by the BLAS, one thread each. Left to itself, Debian's
// LibTorch gives both to OpenBLAS, whose second pool of threads takes the cores from the first while it
// waits.
#pragma once

#include "core/learning/torch_include.h"

namespace kinelens::learning::processor_products {

bool are_there();

// Whether they can take it: float32 on the processor, not empty.
bool take(const torch::Tensor& tensor);

// op(a)·op(b) of contiguous matrices; op turns where asked.
torch::Tensor one(const torch::Tensor& a, bool turn_a, const torch::Tensor& b, bool turn_b);

// (B, …, …) matrices as many() takes them: each row in one piece, rows and matrices any step apart.
torch::Tensor with_whole_rows(const torch::Tensor& matrices);

// The product of each of B pairs of such matrices.
torch::Tensor many(const torch::Tensor& a, bool turn_a, const torch::Tensor& b, bool turn_b);

} // namespace kinelens::learning::processor_products
