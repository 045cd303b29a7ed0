// GridConvolution: what charges on the nodes of a square grid add up to at each node, for the kernel
// 1 / (1 + r²), without wrapping around. By Fourier transforms of twice the grid's size, in float32.
#pragma once

#include "core/embedding/thread_team.h"

#include <memory>
#include <vector>

namespace kinelens {

class GridConvolution {
public:
    static constexpr int spline_order = 6; // of the B-splines by which points and nodes exchange

    // `nodes` along each side, an even number, `spacing` apart. A constant is taken off the kernel
    // (offset()), so that float32 keeps its digits where all distances are small. The splines' own smoothing
    // is undone.
    GridConvolution(int nodes, double spacing, ThreadTeam& team);
    GridConvolution(const GridConvolution&) = delete;
    GridConvolution& operator=(const GridConvolution&) = delete;
    ~GridConvolution();

    int nodes() const { return nodes_; }
    double spacing() const { return spacing_; }
    double offset() const { return offset_; }

    // One row of the grid takes so many floats of memory, whole cache lines; the first nodes() are its nodes.
    std::size_t row_floats() const { return (2 * static_cast<std::size_t>(nodes_) + 2 + 15) / 16 * 16; }
    float* row(int index) { return grid_.get() + static_cast<std::size_t>(index) * row_floats(); }

    void clear();    // all charges 0
    void convolve(); // charges become potentials, on the nodes

    // The least even number of nodes ≥ `least` that transforms quickly.
    static int fast_size(int least);

private:
    struct Plans;
    struct Release {
        void operator()(float* memory) const;
    };
    using Memory = std::unique_ptr<float[], Release>;
    static Memory allocate(std::size_t floats);

    std::size_t size() const { return 2 * static_cast<std::size_t>(nodes_); } // of the transforms
    void transform_rows(bool forward, int rows);
    void make_spectrum();

    int nodes_;
    double spacing_;
    double squared_reach_; // of the grid's diagonal, where the kernel less its constant is 0
    double offset_;
    ThreadTeam& team_;
    std::unique_ptr<Plans> plans_;
    Memory grid_;                 // (nodes + 1, row_floats): room for the half spectrum of each row
    std::vector<float> spectrum_; // (nodes + 1, 2·nodes): the kernel's, by column of the half spectrum
};

} // namespace kinelens
