#include "core/learning/weights/state_export.h"

#include "core/learning/training/model_tensors.h"
#include "core/learning/weights/pickle_writer.h"

#include <caffe2/serialize/inline_container.h>
#include <fstream>

namespace kinelens::learning {
namespace {

struct ListedTensor {
    std::string name;
    std::size_t storage; // index into the tensors that are written
};

struct Listing {
    NamedTensors stored;
    std::vector<ListedTensor> names;
};

Listing listing_of(UsdrlModel& model) {
    Listing listing;
    for (const auto& [name, tensor] : model_tensors(model)) {
        const auto index = listing.stored.size();
        listing.stored.emplace_back(name, tensor.detach().to(torch::kCPU).contiguous());
        listing.names.push_back({name, index});
        if (const auto at = name.find(".CA.attn."); at != std::string::npos)
            listing.names.push_back({std::string(name).replace(at, 9, ".DSA.attn."), index});
    }
    return listing;
}

void write_tensor(PickleWriter& pickle, const torch::Tensor& tensor, std::size_t storage) {
    pickle.global("torch._utils", "_rebuild_tensor_v2");
    pickle.begin();
    pickle.begin();
    pickle.text("storage");
    pickle.global("torch", tensor.scalar_type() == torch::kInt64 ? "LongStorage" : "FloatStorage");
    pickle.text(std::to_string(storage));
    pickle.text("cpu");
    pickle.integer(tensor.numel());
    pickle.tuple();
    pickle.storage();
    pickle.integer(0); // offset
    pickle.integers(tensor.sizes().vec());
    pickle.integers(tensor.strides().vec());
    pickle.no();                 // requires_grad
    pickle.ordered_dictionary(); // hooks: none
    pickle.tuple();
    pickle.call();
}

std::string pickle_of(const Listing& listing, std::int64_t epoch, const std::string& prefix) {
    PickleWriter pickle;
    pickle.empty_dictionary();
    pickle.begin();
    pickle.text("epoch");
    pickle.integer(epoch);
    pickle.text("state_dict");
    pickle.ordered_dictionary();
    pickle.begin();
    for (const auto& [name, storage] : listing.names) {
        pickle.text(prefix + name);
        write_tensor(pickle, listing.stored[storage].second, storage);
    }
    pickle.set_items();
    pickle.set_items();
    pickle.end();
    return pickle.bytes();
}

Result<void> write_zip(const Path& file, const std::string& pickle, const Listing& listing) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    if (!stream) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    try {
        caffe2::serialize::PyTorchStreamWriter writer([&](const void* data, std::size_t size) {
            stream.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
            return stream ? size : 0;
        });
        writer.writeRecord("data.pkl", pickle.data(), pickle.size());
        for (std::size_t i = 0; i < listing.stored.size(); ++i) {
            const auto& tensor = listing.stored[i].second;
            writer.writeRecord("data/" + std::to_string(i), tensor.data_ptr(), tensor.nbytes());
        }
        writer.writeEndOfFile();
        stream.close();
    } catch (const std::exception&) {
        stream.setstate(std::ios::failbit);
    }
    if (!stream) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    return {};
}

} // namespace

Result<std::int64_t> export_state(UsdrlModel& model, std::int64_t epoch, const std::string& prefix,
                                  const Path& file) {
    const Listing listing = listing_of(model);
    const Path temporary = temporary_name(file);
    auto written = write_zip(temporary, pickle_of(listing, epoch, prefix), listing);
    if (written) written = publish_file(temporary, file);
    if (!written) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        written.error().subject = file.string();
        return fail(std::move(written.error()));
    }
    return static_cast<std::int64_t>(listing.names.size());
}

} // namespace kinelens::learning
