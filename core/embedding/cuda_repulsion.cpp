#include "core/embedding/cuda_repulsion_calls.h"
#include "core/embedding/repulsion.h"

#include <array>
#include <dlfcn.h>
#include <filesystem>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace kinelens {
namespace {

constexpr const char* library_name = "libkinelens_cuda_repulsion.so";

struct Calls {
    KinelensCudaOpen* open = nullptr;
    KinelensCudaRepel* repel = nullptr;
    KinelensCudaClose* close = nullptr;
    std::string reason; // why there are none
};

// Beside the program, and in the folder of libraries beside that of programs.
Calls load() {
    std::error_code failed;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    void* library = nullptr;
    for (const auto& place : {folder, folder.parent_path() / "bin", folder.parent_path() / "lib"})
        if (!library) library = ::dlopen((place / library_name).c_str(), RTLD_NOW | RTLD_LOCAL);
    Calls calls;
    if (!library) {
        calls.reason = "this program was built without nvcc";
        return calls;
    }
    calls.open = reinterpret_cast<KinelensCudaOpen*>(::dlsym(library, "kinelens_cuda_open"));
    calls.repel = reinterpret_cast<KinelensCudaRepel*>(::dlsym(library, "kinelens_cuda_repel"));
    calls.close = reinterpret_cast<KinelensCudaClose*>(::dlsym(library, "kinelens_cuda_close"));
    if (!calls.open || !calls.repel || !calls.close) calls.reason = "another version of the library is there";
    return calls;
}

class CudaRepulsion : public Repulsion {
public:
    CudaRepulsion(const Calls& calls, void* handle)
        : calls_(calls)
        , handle_(handle) {}
    ~CudaRepulsion() override { calls_.close(handle_); }

    double repel(std::span<const float> coordinates, std::span<double> forces) override {
        near_.resize(coordinates.size() / 2);
        std::array<char, 200> reason{};
        if (calls_.repel(handle_, coordinates.data(), forces.data(), near_.data(), reason.data()) != 0)
            throw std::runtime_error(reason.data());
        return std::accumulate(near_.begin(), near_.end(), 0.0) - static_cast<double>(near_.size());
    }

private:
    const Calls& calls_;
    void* handle_;
    std::vector<double> near_;
};

} // namespace

Result<std::unique_ptr<Repulsion>> cuda_repulsion(int device, std::int64_t points) {
    static const Calls calls = load();
    const std::string name = "cuda:" + std::to_string(device);
    if (!calls.reason.empty()) return fail(ErrorCode::device_unavailable, name, calls.reason);
    std::array<char, 200> reason{};
    void* handle = calls.open(device, points, reason.data());
    if (!handle) return fail(ErrorCode::device_unavailable, name, reason.data());
    return std::make_unique<CudaRepulsion>(calls, handle);
}

} // namespace kinelens
