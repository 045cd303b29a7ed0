// Golden arrays: a small .npy reader, and models filled by the same hash as the reference's.
#pragma once

#include "core/foundation/json_text.h"
#include "core/foundation/random.h"
#include "core/learning/training/archive.h"

#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace kinelens::learning::golden {

inline Path folder() {
    return Path(KINELENS_SHARED_FOLDER) / "golden";
}

inline bool present() {
    return std::filesystem::exists(folder());
}

inline std::string text_of(const Path& file) {
    auto text = read_text_file(file);
    if (!text) throw std::runtime_error(describe(text.error()));
    return *text;
}

inline std::vector<std::int64_t> npy_shape(const std::string& header) {
    const auto open = header.find('(', header.find("'shape'"));
    std::vector<std::int64_t> shape;
    for (std::size_t at = open + 1; header[at] != ')';) {
        if (std::isdigit(static_cast<unsigned char>(header[at])) == 0) {
            ++at;
            continue;
        }
        std::size_t used = 0;
        shape.push_back(std::stoll(header.substr(at), &used));
        at += used;
    }
    return shape;
}

// A C-order .npy of format 1.0 holding f4, f8 or i8.
inline torch::Tensor load(const Path& relative) {
    const std::string bytes = text_of(folder() / relative);
    const std::size_t length =
        static_cast<unsigned char>(bytes[8]) + 256u * static_cast<unsigned char>(bytes[9]);
    const std::string header = bytes.substr(10, length);
    auto type = torch::kFloat32;
    if (header.find("<f8") != std::string::npos) type = torch::kFloat64;
    if (header.find("<i8") != std::string::npos) type = torch::kInt64;
    auto tensor = torch::empty(npy_shape(header), type);
    std::memcpy(tensor.data_ptr(), bytes.data() + 10 + length, tensor.nbytes());
    return tensor;
}

inline void hash_fill(torch::Tensor& target, std::uint64_t seed, double scale, double offset) {
    const torch::NoGradGuard no_grad;
    auto values = torch::empty(target.sizes(), torch::kFloat32);
    CounterRandom random(seed); // SplitMix64: the same draws
    float* at = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i)
        at[i] = static_cast<float>(offset + scale * (2 * random.uniform() - 1));
    target.copy_(values);
}

// Fills every parameter and buffer that `listing` names (aliases of a shared tensor are skipped). Returns the
// names it has and the model lacks.
inline std::vector<std::string> fill_model(torch::nn::Module& model, const Path& listing) {
    const auto parameters = model.named_parameters();
    const auto buffers = model.named_buffers();
    std::vector<std::string> missing;
    for (const auto& entry : nlohmann::json::parse(text_of(folder() / listing))) {
        const auto name = entry.at("name").get<std::string>();
        if (entry.contains("alias_of") || !entry.contains("seed")) continue;
        const auto* found = parameters.contains(name) ? parameters.find(name) : buffers.find(name);
        if (!found) {
            missing.push_back(name);
            continue;
        }
        torch::Tensor target = *found;
        hash_fill(target, entry.at("seed").get<std::uint64_t>(), entry.at("scale").get<double>(),
                  entry.at("offset").get<double>());
    }
    return missing;
}

// (N, C, T, V, M) of the reference -> (N, T, M, V, C).
inline torch::Tensor clips(const Path& relative) {
    return load(relative).permute({0, 2, 4, 3, 1}).contiguous();
}

inline double largest_difference(const torch::Tensor& ours, const torch::Tensor& theirs) {
    if (ours.sizes() != theirs.sizes()) return 1e300;
    return (ours.to(torch::kFloat64) - theirs.to(torch::kFloat64)).abs().max().item<double>();
}

// Relative to the largest magnitude of `theirs`.
inline double relative_difference(const torch::Tensor& ours, const torch::Tensor& theirs) {
    return largest_difference(ours, theirs) / theirs.to(torch::kFloat64).abs().max().item<double>();
}

} // namespace kinelens::learning::golden
