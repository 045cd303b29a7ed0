// How busy and how full a GPU is, told by NVIDIA's management library. It is loaded at run time: nothing
// needs it to build or to run.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace kinelens::learning {

struct GpuUsage {
    double utilisation = 0;      // 0 … 1, of the last fraction of a second
    double memory_megabytes = 0; // in use, by all programs
    double memory_total = 0;     // megabytes
};

class GpuMonitor {
public:
    // pci_bus_id: "00000000:01:00.0". nullopt where the library or that GPU is not there.
    static std::optional<GpuMonitor> open(const std::string& pci_bus_id,
                                          const char* library = "libnvidia-ml.so.1");

    // nullopt if the GPU does not tell.
    std::optional<GpuUsage> read() const;

private:
    struct Library;
    std::shared_ptr<Library> library_;
    void* gpu_ = nullptr;
};

} // namespace kinelens::learning
