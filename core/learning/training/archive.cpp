#include "core/learning/training/archive.h"

#include <algorithm>
#include <torch/serialize.h>

namespace kinelens::learning {
namespace {

using Dictionary = c10::impl::GenericDict;

Dictionary dictionary() {
    return Dictionary(c10::StringType::get(), c10::AnyType::get());
}

Dictionary tensors_to_dictionary(const NamedTensors& tensors) {
    Dictionary result = dictionary();
    for (const auto& [name, tensor] : tensors)
        result.insert(name, tensor.detach().to(torch::kCPU).contiguous().clone());
    return result;
}

void read_entry(Archive& archive, const std::string& key, const c10::IValue& value) {
    if (value.isDouble()) archive.numbers[key] = value.toDouble();
    if (value.isString()) archive.texts[key] = value.toStringRef();
    if (!value.isGenericDict()) return;
    auto& group = archive.groups[key];
    for (const auto& item : value.toGenericDict())
        if (item.value().isTensor()) group.emplace_back(item.key().toStringRef(), item.value().toTensor());
}

} // namespace

const torch::Tensor* find_tensor(const NamedTensors& tensors, const std::string& name) {
    const auto found = std::ranges::find(tensors, name, &NamedTensors::value_type::first);
    return found == tensors.end() ? nullptr : &found->second;
}

Result<std::string> pack(const Archive& archive) {
    try {
        Dictionary root = dictionary();
        for (const auto& [name, tensors] : archive.groups) root.insert(name, tensors_to_dictionary(tensors));
        for (const auto& [name, number] : archive.numbers) root.insert(name, number);
        for (const auto& [name, text] : archive.texts) root.insert(name, text);
        const std::vector<char> bytes = torch::pickle_save(root);
        return std::string(bytes.begin(), bytes.end());
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, "checkpoint", error.what());
    }
}

Result<Archive> unpack(const Path& file) {
    KINELENS_TRY(text, read_text_file(file));
    try {
        Archive archive;
        const auto root = torch::pickle_load(std::vector<char>(text.begin(), text.end()));
        for (const auto& item : root.toGenericDict())
            read_entry(archive, item.key().toStringRef(), item.value());
        return archive;
    } catch (const std::exception& error) {
        return fail(ErrorCode::format_invalid, file.string(), "not a checkpoint");
    }
}

} // namespace kinelens::learning
