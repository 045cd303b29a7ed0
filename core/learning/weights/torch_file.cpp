#include "core/learning/weights/torch_file.h"

#include "core/learning/weights/legacy_layout.h"
#include "core/learning/weights/pickle_reader.h"

#include <caffe2/serialize/inline_container.h>
#include <fstream>

namespace kinelens::learning {
namespace {

using ZipReader = caffe2::serialize::PyTorchStreamReader;

Result<std::string> first_bytes(const Path& file) {
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(error_from_errno(ErrorCode::file_unreadable, file.string()));
    std::string bytes(4, '\0');
    stream.read(bytes.data(), 4);
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

Result<torch::ScalarType> scalar_type(const std::string& storage) {
    static const std::map<std::string, torch::ScalarType> types{
        {"FloatStorage", torch::kFloat32}, {"DoubleStorage", torch::kFloat64},
        {"HalfStorage", torch::kFloat16},  {"BFloat16Storage", torch::kBFloat16},
        {"LongStorage", torch::kInt64},    {"IntStorage", torch::kInt32},
        {"ShortStorage", torch::kInt16},   {"CharStorage", torch::kInt8},
        {"ByteStorage", torch::kUInt8},    {"BoolStorage", torch::kBool}};
    const auto found = types.find(storage);
    if (found == types.end()) return fail(ErrorCode::format_invalid, {}, storage);
    return found->second;
}

// One past the last element a tensor looks at; -1 if that is beyond all bounds.
std::int64_t reach(const TensorRecord& record) {
    std::int64_t last = record.offset;
    for (std::size_t i = 0; i < record.sizes.size(); ++i) {
        if (record.sizes[i] == 0) return record.offset;
        std::int64_t step = 0;
        if (__builtin_mul_overflow(record.sizes[i] - 1, record.strides[i], &step) ||
            __builtin_add_overflow(last, step, &last))
            return -1;
    }
    return last + 1;
}

Result<torch::Tensor> zip_record(ZipReader& reader, const Path& file, const std::string& name) {
    try {
        auto [data, size] = reader.getRecord(name);
        const auto bytes = torch::empty({static_cast<std::int64_t>(size)}, torch::kUInt8);
        std::memcpy(bytes.data_ptr(), data.get(), size);
        return bytes;
    } catch (const std::exception&) {
        return malformed(file, "its part " + name + " is missing or damaged");
    }
}

std::string_view view_of(const torch::Tensor& bytes) {
    return {static_cast<const char*>(bytes.data_ptr()), static_cast<std::size_t>(bytes.numel())};
}

// The file's bytes, looked at where they lie.
Result<torch::Tensor> mapped(const Path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail(ErrorCode::file_unreadable, file.string(), error.message());
    try {
        return torch::from_file(file.string(), false, static_cast<std::int64_t>(size), torch::kUInt8);
    } catch (const std::exception&) {
        return fail(ErrorCode::file_unreadable, file.string());
    }
}

} // namespace

Result<TorchFile> TorchFile::open(const Path& file) {
    KINELENS_TRY(begin, first_bytes(file));
    auto opened = begin.starts_with("PK") ? open_zip(file) : open_legacy(file);
    if (!opened && opened.error().subject.empty()) opened.error().subject = file.string();
    return opened;
}

Result<TorchFile> TorchFile::open_zip(const Path& file) {
    std::shared_ptr<ZipReader> reader;
    try {
        reader = std::make_shared<ZipReader>(file.string());
    } catch (const std::exception&) {
        return malformed(file, "a damaged zip, or a zip that torch.save did not write");
    }
    KINELENS_TRY(bytes, zip_record(*reader, file, "data.pkl"));
    KINELENS_TRY(pickle, read_pickle(view_of(bytes)));
    TorchFile opened;
    opened.file_ = file;
    opened.pickle_ = std::move(pickle);
    opened.read_storage_ = [reader, file](const StorageRecord& storage) {
        return zip_record(*reader, file, "data/" + storage.key);
    };
    return opened;
}

Result<TorchFile> TorchFile::open_legacy(const Path& file) {
    KINELENS_TRY(bytes, mapped(file));
    KINELENS_TRY(layout, read_legacy_layout(view_of(bytes)));
    TorchFile opened;
    opened.file_ = file;
    opened.pickle_ = std::move(layout.pickle);
    opened.read_storage_ = [bytes = bytes, places = std::move(layout.places),
                            file](const StorageRecord& storage) -> Result<torch::Tensor> {
        const auto found = places.find(storage.key);
        if (found == places.end()) return malformed(file, "storage " + storage.key + " is missing");
        return bytes.narrow(0, static_cast<std::int64_t>(found->second.first),
                            static_cast<std::int64_t>(found->second.second));
    };
    return opened;
}

Result<torch::Tensor> TorchFile::tensor(const TensorRecord& record) const {
    const auto type = scalar_type(record.storage.type);
    if (!type) return malformed(file_, type.error().detail);
    KINELENS_TRY(bytes, read_storage_(record.storage));
    const auto width = static_cast<std::int64_t>(torch::elementSize(*type));
    const auto end = reach(record);
    if (end < 0 || end > bytes.numel() / width)
        return malformed(file_, "a tensor is larger than its storage");
    const auto whole = torch::empty({bytes.numel() / width}, *type);
    std::memcpy(whole.data_ptr(), bytes.data_ptr(), static_cast<std::size_t>(whole.numel() * width));
    return whole.as_strided(record.sizes, record.strides, record.offset).contiguous();
}

} // namespace kinelens::learning
