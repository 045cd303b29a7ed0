#include "core/learning/model/autocast.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace kinelens::learning {
namespace {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
bool is_on(torch::DeviceType device) {
    return at::autocast::is_autocast_enabled(device);
}
void switch_to(torch::DeviceType device, bool on) {
    at::autocast::set_autocast_enabled(device, on);
}
void choose(torch::DeviceType device, torch::ScalarType format) {
    at::autocast::set_autocast_dtype(device, format);
}
#else // one pair of functions a device
bool is_on(torch::DeviceType device) {
    return device == torch::kCUDA ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled();
}
void switch_to(torch::DeviceType device, bool on) {
    device == torch::kCUDA ? at::autocast::set_enabled(on) : at::autocast::set_cpu_enabled(on);
}
void choose(torch::DeviceType device, torch::ScalarType format) {
    device == torch::kCUDA ? at::autocast::set_autocast_gpu_dtype(format)
                           : at::autocast::set_autocast_cpu_dtype(format);
}
#endif

} // namespace

bool autocast_is_on() {
    return is_on(torch::kCPU) || is_on(torch::kCUDA);
}

Autocast::Autocast(const torch::Device& device, std::optional<torch::ScalarType> format)
    : device_(device.type())
    , active_(format.has_value()) {
    if (!active_) return;
    choose(device_, *format);
    switch_to(device_, true);
    at::autocast::increment_nesting();
}

Autocast::~Autocast() {
    if (!active_) return;
    // The weights' short copies are of this step: the next one has other weights.
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    switch_to(device_, false);
}

AutocastPause::AutocastPause()
    : processor_(is_on(torch::kCPU))
    , gpu_(is_on(torch::kCUDA)) {
    if (processor_) switch_to(torch::kCPU, false);
    if (gpu_) switch_to(torch::kCUDA, false);
}

AutocastPause::~AutocastPause() {
    if (processor_) switch_to(torch::kCPU, true);
    if (gpu_) switch_to(torch::kCUDA, true);
}

} // namespace kinelens::learning
