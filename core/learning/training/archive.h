// A file of named tensors, numbers and texts in PyTorch's own zip format: torch.load gives a dictionary.
#pragma once

#include "core/foundation/files.h"
#include "core/learning/torch_include.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kinelens::learning {

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;
const torch::Tensor* find_tensor(const NamedTensors& tensors, const std::string& name);

struct Archive {
    std::map<std::string, NamedTensors> groups;
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> texts;
};

Result<std::string> pack(const Archive& archive);

// Errors: file_not_found, file_unreadable, format_invalid.
Result<Archive> unpack(const Path& file);

} // namespace kinelens::learning
