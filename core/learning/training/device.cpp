#include "core/learning/training/device.h"

#include "core/learning/model/processor_products.h"

#include <array>
#include <charconv>
#include <dlfcn.h>
#include <malloc.h>
#include <thread>
#include <torch/cuda.h>

namespace kinelens::learning {
namespace {

Result<torch::Device> cuda_device(const std::string& name, int index) {
    const int count = static_cast<int>(torch::cuda::device_count());
    if (index >= 0 && index < count)
        return torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(index));
    return fail(ErrorCode::device_unavailable, name,
                count == 0 ? "no CUDA device, or LibTorch without CUDA"
                           : std::to_string(count) + " CUDA devices, counted from 0");
}

} // namespace

Result<torch::Device> choose_device(const std::string& name) {
    if (name == "cpu") return torch::Device(torch::kCPU);
    if (name == "auto")
        return torch::cuda::is_available() ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
    if (name == "cuda") return cuda_device(name, 0);
    int index = -1;
    if (name.starts_with("cuda:")) {
        const char* const end = name.data() + name.size();
        const auto parsed = std::from_chars(name.data() + 5, end, index);
        if (parsed.ec == std::errc{} && parsed.ptr == end) return cuda_device(name, index);
    }
    return fail(ErrorCode::invalid_argument, "device", "'" + name + "' is none of auto, cpu, cuda, cuda:N");
}

Result<torch::Device> choose_device(const std::string& name, int local_rank) {
    if ((name == "auto" && torch::cuda::is_available()) || name == "cuda")
        return cuda_device(name, local_rank);
    return choose_device(name);
}

std::string pci_bus_id(const torch::Device& device) {
    using Ask = int (*)(char*, int, int);
    std::array<char, 32> id{}; // "00000000:01:00.0"
    const auto ask = reinterpret_cast<Ask>(dlsym(RTLD_DEFAULT, "cudaDeviceGetPCIBusId"));
    if (!ask || ask(id.data(), static_cast<int>(id.size()), std::max<int>(0, device.index())) != 0) return {};
    return id.data();
}

int use_threads(int threads, int processes) {
    if (threads <= 0)
        threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / processes);
    torch::set_num_threads(threads);
    // OpenBLAS keeps its own threads, of which LibTorch knows nothing; beside ours it gets one for each call.
    using SetThreads = void (*)(int);
    if (const auto set = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads")))
        set(processor_products::are_there() ? 1 : threads);
    return threads;
}

void keep_freed_memory() {
#ifdef __GLIBC__
    // Every step frees and asks again for the same large blocks; giving them back to the system in between
    // costs more time in page faults than some of the arithmetic.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
#endif
}

} // namespace kinelens::learning
