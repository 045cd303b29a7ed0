#include "core/learning/model/processor_products.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <new>

#ifndef INTRA_OP_PARALLEL
#error "at::parallel_for would run on one thread: kinelens_torch brings OpenMP"
#endif

namespace kinelens::learning::processor_products {
namespace {

// oneDNN's, row-major: C = op(A)·op(B), (m, n) from (m, k) and (k, n).
using Dnnl = int (*)(char, char, std::int64_t, std::int64_t, std::int64_t, float, const float*, std::int64_t,
                     const float*, std::int64_t, float, float*, std::int64_t);
// The BLAS's, column-major.
using Blas = void (*)(const char*, const char*, const int*, const int*, const int*, const float*,
                      const float*, const int*, const float*, const int*, const float*, float*, const int*);

constexpr int out_of_memory = 1; // oneDNN's status

template <class Function>
Function found(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

struct Sizes {
    bool turn_a, turn_b;
    std::int64_t m, k, n;
};

Sizes sizes_of(const torch::Tensor& a, bool turn_a, const torch::Tensor& b, bool turn_b) {
    return {turn_a, turn_b, a.size(turn_a ? -1 : -2), a.size(turn_a ? -2 : -1), b.size(turn_b ? -2 : -1)};
}

void by_dnnl(const Sizes& s, const float* a, const float* b, float* c) {
    static const auto sgemm = found<Dnnl>("dnnl_sgemm");
    const int failed = sgemm(s.turn_a ? 'T' : 'N', s.turn_b ? 'T' : 'N', s.m, s.n, s.k, 1.0F, a,
                             s.turn_a ? s.m : s.k, b, s.turn_b ? s.k : s.n, 0.0F, c, s.n);
    if (failed == out_of_memory) throw std::bad_alloc();
    TORCH_CHECK(failed == 0, "oneDNN's matrix product failed with status ", failed);
}

// Row-major C = A·B is column-major Cᵀ = Bᵀ·Aᵀ. a_row and b_row: from one row to the next.
void by_blas(const Sizes& s, const float* a, std::int64_t a_row, const float* b, std::int64_t b_row,
             float* c) {
    static const auto sgemm = found<Blas>("sgemm_");
    const auto m = static_cast<int>(s.m), n = static_cast<int>(s.n), k = static_cast<int>(s.k);
    const auto a_step = static_cast<int>(a_row), b_step = static_cast<int>(b_row);
    const char turn_a = s.turn_a ? 'T' : 'N', turn_b = s.turn_b ? 'T' : 'N';
    const float one = 1, zero = 0;
    sgemm(&turn_b, &turn_a, &n, &m, &k, &one, b, &b_step, a, &a_step, &zero, c, &n);
}

} // namespace

bool are_there() {
    static const bool there = found<Dnnl>("dnnl_sgemm") != nullptr && found<Blas>("sgemm_") != nullptr;
    return there;
}

bool take(const torch::Tensor& tensor) {
    return tensor.is_cpu() && tensor.scalar_type() == torch::kFloat32 && tensor.numel() > 0;
}

torch::Tensor one(const torch::Tensor& a, bool turn_a, const torch::Tensor& b, bool turn_b) {
    const Sizes sizes = sizes_of(a, turn_a, b, turn_b);
    auto result = torch::empty({sizes.m, sizes.n}, a.options());
    by_dnnl(sizes, a.data_ptr<float>(), b.data_ptr<float>(), result.data_ptr<float>());
    return result;
}

torch::Tensor with_whole_rows(const torch::Tensor& matrices) {
    const bool whole = matrices.stride(2) == 1 && matrices.stride(1) >= matrices.size(2);
    return whole ? matrices : matrices.contiguous();
}

torch::Tensor many(const torch::Tensor& a, bool turn_a, const torch::Tensor& b, bool turn_b) {
    const Sizes sizes = sizes_of(a, turn_a, b, turn_b);
    auto result = torch::empty({a.size(0), sizes.m, sizes.n}, a.options());
    const float* first = a.data_ptr<float>();
    const float* second = b.data_ptr<float>();
    float* out = result.data_ptr<float>();
    at::parallel_for(0, a.size(0), 1, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i)
            by_blas(sizes, first + i * a.stride(0), a.stride(1), second + i * b.stride(0), b.stride(1),
                    out + i * sizes.m * sizes.n);
    });
    return result;
}

} // namespace kinelens::learning::processor_products
