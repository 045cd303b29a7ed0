// Stands in for NVIDIA's management library: one GPU at 00000000:01:00.0, 93 % busy, 41 of 80 GB in use.
#include <cstring>

namespace {
int gpu = 0;
bool started = false;
constexpr int success = 0, failure = 6;
} // namespace

extern "C" {
int nvmlInit_v2() {
    started = true;
    return success;
}
int nvmlShutdown() {
    started = false;
    return success;
}
int nvmlDeviceGetHandleByPciBusId_v2(const char* id, void** found) {
    *found = &gpu;
    return started && std::strcmp(id, "00000000:01:00.0") == 0 ? success : failure;
}
int nvmlDeviceGetUtilizationRates(void* asked, unsigned int* rates) {
    if (asked != &gpu) return failure;
    rates[0] = 93;
    rates[1] = 20;
    return success;
}
int nvmlDeviceGetMemoryInfo(void* asked, unsigned long long* bytes) {
    if (asked != &gpu) return failure;
    bytes[0] = 80'000'000'000;
    bytes[1] = 39'000'000'000;
    bytes[2] = 41'000'000'000;
    return success;
}
}
