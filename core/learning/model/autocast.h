// Arithmetic in a shorter number format: matrix products in bf16 or fp16, what needs range in float32.
#pragma once

#include "core/learning/torch_include.h"

#include <optional>

namespace kinelens::learning {

// Whether this thread computes so, on any device.
bool autocast_is_on();

// While it lives, this thread computes in `format` on `device`; nothing happens without a format.
class Autocast {
public:
    Autocast(const torch::Device& device, std::optional<torch::ScalarType> format);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    torch::DeviceType device_;
    bool active_;
};

// While it lives, this thread computes in the tensors' own format.
class AutocastPause {
public:
    AutocastPause();
    ~AutocastPause();
    AutocastPause(const AutocastPause&) = delete;
    AutocastPause& operator=(const AutocastPause&) = delete;

private:
    bool processor_, gpu_; // what was on
};

} // namespace kinelens::learning
