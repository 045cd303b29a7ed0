// A file of torch.save, in PyTorch's zip format or in the legacy one before 1.6: a pickle and the storages
// its tensors look into. Tensors are read one by one, so what is not asked for is never loaded.
#pragma once

#include "core/foundation/files.h"
#include "core/learning/torch_include.h"
#include "core/learning/weights/pickle_value.h"

#include <functional>

namespace kinelens::learning {

class TorchFile {
public:
    // Errors: file_not_found, file_unreadable, format_unknown (no such file), format_invalid, file_truncated.
    static Result<TorchFile> open(const Path& file);

    const PickleObject& root() const { return *pickle_.root; }

    // In the file's own number type, contiguous. Errors: format_invalid, file_truncated.
    Result<torch::Tensor> tensor(const TensorRecord& record) const;

private:
    using ReadStorage = std::function<Result<torch::Tensor>(const StorageRecord&)>; // its bytes

    static Result<TorchFile> open_zip(const Path& file);
    static Result<TorchFile> open_legacy(const Path& file);

    Path file_;
    Pickle pickle_;
    ReadStorage read_storage_;
};

} // namespace kinelens::learning
