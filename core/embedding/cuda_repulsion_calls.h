// What the library with the CUDA kernel offers: plain C, found at run time by dlopen, so that the program
// itself needs neither nvcc nor CUDA.
#pragma once

// Up to so many points all is computed in float64, which is no burden then even for cards that are slow at
// it. Above, pairs and the sums of a tile are float32: a gradient is the small difference of attraction and
// repulsion, so that 1e-7 of each pair is more than 1e-6 of it.
constexpr long long kinelens_cuda_float64_up_to = 5000;

extern "C" {

// A handle for maps of `points` points on a device, or null; `reason` (200 bytes) then says why.
typedef void* KinelensCudaOpen(int device, long long points, char* reason);

// forces (N, 2) and near_i = Σ_j 1 / (1 + |y_i − y_j|²), with the point itself, from coordinates (N, 2). 0 if
// all went well, otherwise `reason` says what did not.
typedef int KinelensCudaRepel(void* handle, const float* coordinates, double* forces, double* near,
                              char* reason);

typedef void KinelensCudaClose(void* handle);
}
