// All pairs on a GPU, tile by tile: each thread has one point, the block reads the others together. The sums
// of the tiles are float64, in a fixed order; pairs and the sums of a tile are Real.
#include "core/embedding/cuda_repulsion_calls.h"

#include <cstdio>
#include <cuda_runtime.h>

namespace {

constexpr int tile = 256;
constexpr int reason_bytes = 200;

__device__ float inverse(float value) {
    return __frcp_rn(value);
}

__device__ double inverse(double value) {
    return __drcp_rn(value);
}

template <class Real>
__global__ void repel(const float2* places, long long points, double2* forces, double* near) {
    __shared__ float2 others[tile];
    const long long i = static_cast<long long>(blockIdx.x) * tile + threadIdx.x;
    const float2 mine = i < points ? places[i] : make_float2(0, 0);
    double force_x = 0, force_y = 0, sum = 0;
    for (long long start = 0; start < points; start += tile) {
        const long long j = start + threadIdx.x;
        // Beyond the last point: so far away that nothing comes of it.
        others[threadIdx.x] = j < points ? places[j] : make_float2(1e18f, 1e18f);
        __syncthreads();
        Real tile_x = 0, tile_y = 0, tile_sum = 0;
#pragma unroll 16
        for (int k = 0; k < tile; ++k) {
            const Real dx = static_cast<Real>(mine.x) - others[k].x,
                       dy = static_cast<Real>(mine.y) - others[k].y;
            const Real close = inverse(1 + dx * dx + dy * dy);
            const Real push = close * close;
            tile_sum += close;
            tile_x += push * dx;
            tile_y += push * dy;
        }
        force_x += tile_x;
        force_y += tile_y;
        sum += tile_sum;
        __syncthreads();
    }
    if (i >= points) return;
    forces[i] = make_double2(force_x, force_y);
    near[i] = sum;
}

struct Map {
    int device = 0;
    long long points = 0;
    float2* places = nullptr;
    double2* forces = nullptr;
    double* near = nullptr;
};

bool good(cudaError_t status, char* reason) {
    if (status == cudaSuccess) return true;
    std::snprintf(reason, reason_bytes, "%s", cudaGetErrorString(status));
    return false;
}

void release(Map* map) {
    cudaFree(map->places);
    cudaFree(map->forces);
    cudaFree(map->near);
    delete map;
}

} // namespace

extern "C" {

void* kinelens_cuda_open(int device, long long points, char* reason) {
    auto* map = new Map{device, points};
    const auto count = static_cast<std::size_t>(points);
    if (good(cudaSetDevice(device), reason) &&
        good(cudaMalloc(&map->places, count * sizeof(float2)), reason) &&
        good(cudaMalloc(&map->forces, count * sizeof(double2)), reason) &&
        good(cudaMalloc(&map->near, count * sizeof(double)), reason))
        return map;
    release(map);
    return nullptr;
}

int kinelens_cuda_repel(void* handle, const float* coordinates, double* forces, double* near, char* reason) {
    auto* map = static_cast<Map*>(handle);
    const auto count = static_cast<std::size_t>(map->points);
    if (!good(cudaSetDevice(map->device), reason) ||
        !good(cudaMemcpy(map->places, coordinates, count * sizeof(float2), cudaMemcpyHostToDevice), reason))
        return 1;
    const auto kernel = map->points <= kinelens_cuda_float64_up_to ? repel<double> : repel<float>;
    kernel<<<static_cast<unsigned>((map->points + tile - 1) / tile), tile>>>(map->places, map->points,
                                                                             map->forces, map->near);
    return good(cudaGetLastError(), reason) &&
                   good(cudaMemcpy(forces, map->forces, count * sizeof(double2), cudaMemcpyDeviceToHost),
                        reason) &&
                   good(cudaMemcpy(near, map->near, count * sizeof(double), cudaMemcpyDeviceToHost), reason)
               ? 0
               : 1;
}

void kinelens_cuda_close(void* handle) {
    release(static_cast<Map*>(handle));
}
}
