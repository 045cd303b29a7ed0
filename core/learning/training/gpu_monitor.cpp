#include "core/learning/training/gpu_monitor.h"

#include <dlfcn.h>

namespace kinelens::learning {
namespace {

// The library's own layouts and names (nvml.h); 0 is success everywhere.
struct Utilisation {
    unsigned int gpu, memory; // per cent
};
struct Memory {
    unsigned long long total, free, used; // bytes
};

constexpr double megabyte = 1e6;

} // namespace

struct GpuMonitor::Library {
    void* handle = nullptr;
    int (*start)() = nullptr;
    int (*end)() = nullptr;
    int (*find)(const char*, void**) = nullptr;
    int (*utilisation)(void*, Utilisation*) = nullptr;
    int (*memory)(void*, Memory*) = nullptr;
    bool started = false;

    explicit Library(const char* name)
        : handle(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
        if (!handle) return;
        load(start, "nvmlInit_v2");
        load(end, "nvmlShutdown");
        load(find, "nvmlDeviceGetHandleByPciBusId_v2");
        load(utilisation, "nvmlDeviceGetUtilizationRates");
        load(memory, "nvmlDeviceGetMemoryInfo");
        started = start && end && find && utilisation && memory && start() == 0;
    }
    ~Library() {
        if (started) end();
        if (handle) dlclose(handle);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

private:
    template <class Function>
    void load(Function& function, const char* name) {
        function = reinterpret_cast<Function>(dlsym(handle, name));
    }
};

std::optional<GpuMonitor> GpuMonitor::open(const std::string& pci_bus_id, const char* library) {
    GpuMonitor monitor;
    monitor.library_ = std::make_shared<Library>(library);
    if (!monitor.library_->started) return std::nullopt;
    if (monitor.library_->find(pci_bus_id.c_str(), &monitor.gpu_) != 0) return std::nullopt;
    return monitor;
}

std::optional<GpuUsage> GpuMonitor::read() const {
    Utilisation busy{};
    Memory memory{};
    if (library_->utilisation(gpu_, &busy) != 0 || library_->memory(gpu_, &memory) != 0) return std::nullopt;
    return GpuUsage{busy.gpu / 100.0, static_cast<double>(memory.used) / megabyte,
                    static_cast<double>(memory.total) / megabyte};
}

} // namespace kinelens::learning
