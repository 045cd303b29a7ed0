#include "core/embedding/grid_convolution.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fftw3.h>
#include <new>
#include <numbers>

namespace kinelens {
namespace {

constexpr std::size_t rows_at_once = 8;
constexpr std::size_t columns_at_once = 8; // complex numbers in a cache line

using Complex = fftwf_complex;

// The spectrum of a quintic B-spline sampled at the nodes, at frequency `index` of `size`.
double spline_spectrum(std::size_t index, std::size_t size) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(size);
    return (66 + 52 * std::cos(angle) + 2 * std::cos(2 * angle)) / 120;
}

} // namespace

struct GridConvolution::Plans {
    fftwf_plan row_forward, row_backward, column_forward, column_backward;

    // Estimated, not measured: what is measured may differ from run to run, and so would the last digits.
    explicit Plans(int size) {
        const auto count = static_cast<std::size_t>(size) + 2;
        auto* memory = static_cast<float*>(fftwf_malloc(2 * count * sizeof(float)));
        if (!memory) throw std::bad_alloc();
        auto* complex = reinterpret_cast<Complex*>(memory);
        row_forward = fftwf_plan_dft_r2c_1d(size, memory, complex, FFTW_ESTIMATE);
        row_backward = fftwf_plan_dft_c2r_1d(size, complex, memory, FFTW_ESTIMATE);
        column_forward = fftwf_plan_dft_1d(size, complex, complex, FFTW_FORWARD, FFTW_ESTIMATE);
        column_backward = fftwf_plan_dft_1d(size, complex, complex, FFTW_BACKWARD, FFTW_ESTIMATE);
        fftwf_free(memory);
    }
    Plans(const Plans&) = delete;
    Plans& operator=(const Plans&) = delete;
    ~Plans() {
        for (fftwf_plan plan : {row_forward, row_backward, column_forward, column_backward})
            fftwf_destroy_plan(plan);
    }
};

void GridConvolution::Release::operator()(float* memory) const {
    fftwf_free(memory);
}

GridConvolution::Memory GridConvolution::allocate(std::size_t floats) {
    Memory memory(static_cast<float*>(fftwf_malloc(floats * sizeof(float))));
    if (!memory) throw std::bad_alloc();
    std::memset(memory.get(), 0, floats * sizeof(float));
    return memory;
}

GridConvolution::GridConvolution(int nodes, double spacing, ThreadTeam& team)
    : nodes_(nodes)
    , spacing_(spacing)
    , squared_reach_(2 * std::pow(nodes * spacing, 2))
    , offset_(1 / (1 + squared_reach_))
    , team_(team)
    , plans_(std::make_unique<Plans>(2 * nodes))
    , grid_(allocate((static_cast<std::size_t>(nodes) + 1) * row_floats())) {
    make_spectrum();
}

GridConvolution::~GridConvolution() = default;

int GridConvolution::fast_size(int least) {
    for (int size = least + least % 2;; size += 2) {
        int rest = size;
        for (const int factor : {2, 3, 5, 7})
            while (rest % factor == 0) rest /= factor;
        if (rest == 1) return size;
    }
}

void GridConvolution::clear() {
    team_.run_parts(
        static_cast<std::size_t>(nodes_), 4 * rows_at_once, [&](std::size_t first, std::size_t last) {
            std::memset(grid_.get() + first * row_floats(), 0, (last - first) * row_floats() * sizeof(float));
        });
}

void GridConvolution::transform_rows(bool forward, int rows) {
    team_.run_parts(static_cast<std::size_t>(rows), rows_at_once, [&](std::size_t first, std::size_t last) {
        for (std::size_t r = first; r < last; ++r) {
            float* real = grid_.get() + r * row_floats();
            auto* complex = reinterpret_cast<Complex*>(real);
            if (forward)
                fftwf_execute_dft_r2c(plans_->row_forward, real, complex);
            else
                fftwf_execute_dft_c2r(plans_->row_backward, complex, real);
        }
    });
}

void GridConvolution::make_spectrum() {
    const std::size_t half = static_cast<std::size_t>(nodes_), whole = size();
    team_.run_parts(half + 1, rows_at_once, [&](std::size_t first, std::size_t last) {
        for (std::size_t r = first; r < last; ++r)
            for (std::size_t c = 0; c < whole; ++c) {
                const double x = static_cast<double>(std::min(c, whole - c)) * spacing_;
                const double y = static_cast<double>(r) * spacing_;
                // 1 / (1 + r²) − offset, without the difference of nearly equal numbers
                const double squared = x * x + y * y;
                grid_[r * row_floats() + c] =
                    static_cast<float>((squared_reach_ - squared) * offset_ / (1 + squared));
            }
    });
    transform_rows(true, nodes_ + 1);
    spectrum_.resize((half + 1) * whole);
    team_.run_parts(half + 1, columns_at_once, [&](std::size_t first, std::size_t last) {
        const Memory buffer = allocate(2 * whole);
        auto* column = reinterpret_cast<Complex*>(buffer.get());
        for (std::size_t j = first; j < last; ++j) {
            for (std::size_t k = 0; k < whole; ++k) {
                column[k][0] = grid_[std::min(k, whole - k) * row_floats() + 2 * j];
                column[k][1] = 0;
            }
            fftwf_execute_dft(plans_->column_forward, column, column);
            for (std::size_t k = 0; k < whole; ++k) {
                const double smoothing = spline_spectrum(j, whole) * spline_spectrum(k, whole);
                spectrum_[j * whole + k] = static_cast<float>(
                    double(column[k][0]) / (smoothing * smoothing * double(whole) * double(whole)));
            }
        }
    });
}

void GridConvolution::convolve() {
    const std::size_t half = static_cast<std::size_t>(nodes_), whole = size();
    transform_rows(true, nodes_);
    team_.run_parts(half + 1, columns_at_once, [&](std::size_t first, std::size_t last) {
        const Memory buffer = allocate(2 * whole * columns_at_once);
        auto* columns = reinterpret_cast<Complex*>(buffer.get());
        for (std::size_t r = 0; r < half; ++r) {
            const auto* from = reinterpret_cast<const Complex*>(grid_.get() + r * row_floats());
            for (std::size_t j = first; j < last; ++j)
                std::memcpy(columns[(j - first) * whole + r], from[j], sizeof(Complex));
        }
        for (std::size_t j = first; j < last; ++j) {
            Complex* column = columns + (j - first) * whole;
            const float* factor = spectrum_.data() + j * whole;
            fftwf_execute_dft(plans_->column_forward, column, column);
            for (std::size_t k = 0; k < whole; ++k) {
                column[k][0] *= factor[k];
                column[k][1] *= factor[k];
            }
            fftwf_execute_dft(plans_->column_backward, column, column);
        }
        for (std::size_t r = 0; r < half; ++r) {
            auto* to = reinterpret_cast<Complex*>(grid_.get() + r * row_floats());
            for (std::size_t j = first; j < last; ++j)
                std::memcpy(to[j], columns[(j - first) * whole + r], sizeof(Complex));
        }
    });
    transform_rows(false, nodes_);
}

} // namespace kinelens
