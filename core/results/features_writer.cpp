#include "core/results/features_writer.h"

#include "core/dataset/growing_array.h"
#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/output_file.h"

namespace kinelens {
namespace {

constexpr const char* features_format = "kinelens-features";

// Rows in a chunk of about a quarter of a megabyte.
hsize_t chunk_rows(std::int64_t values) {
    return static_cast<hsize_t>(std::max<std::int64_t>(1, 65536 / std::max<std::int64_t>(1, values)));
}

} // namespace

struct FeaturesWriter::State {
    Path file;
    FeaturesShape shape;
    hdf5::File handle;
    hdf5::GrowingArray instance, temporal, spatial, projection;
    std::vector<std::string> names;
    bool published = false;

    void close() {
        instance = {};
        temporal = {};
        spatial = {};
        projection = {};
        handle.reset();
    }

    bool create_arrays() {
        const auto row = [](std::int64_t size) { return static_cast<hsize_t>(size); };
        const std::int64_t width = shape.dimension / 2;
        if (!instance.create(handle, "/instance", H5T_IEEE_F32LE, {row(shape.dimension)},
                             chunk_rows(shape.dimension)))
            return false;
        if (shape.projected > 0 && !projection.create(handle, "/projection", H5T_IEEE_F32LE,
                                                      {row(shape.projected)}, chunk_rows(shape.projected)))
            return false;
        if (!shape.dense) return true;
        return temporal.create(handle, "/temporal", H5T_IEEE_F32LE, {row(shape.frames), row(width)},
                               chunk_rows(shape.frames * width)) &&
               spatial.create(handle, "/spatial", H5T_IEEE_F32LE, {row(shape.tokens), row(width)},
                              chunk_rows(shape.tokens * width));
    }
};

FeaturesWriter::FeaturesWriter(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
FeaturesWriter::FeaturesWriter(FeaturesWriter&&) noexcept = default;
FeaturesWriter& FeaturesWriter::operator=(FeaturesWriter&&) noexcept = default;

FeaturesWriter::~FeaturesWriter() {
    if (!state_ || state_->published) return;
    state_->close();
    std::error_code ignored;
    std::filesystem::remove(temporary_name(state_->file), ignored);
}

Result<FeaturesWriter> FeaturesWriter::create(const Path& file, const FeaturesShape& shape,
                                              const Stamp& stamp) {
    const hdf5::QuietErrors quiet;
    KINELENS_CHECK(check_output(file, "features file", features_format));
    auto state = std::make_unique<State>();
    state->file = file;
    state->shape = shape;
    state->handle =
        hdf5::File(H5Fcreate(temporary_name(file).c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    if (!state->handle) return fail(hdf5::write_error(file));
    State& kept = *state;
    FeaturesWriter writer(std::move(state)); // removes the file if this fails
    bool good = hdf5::write_text_attribute(kept.handle, "format", features_format) &&
                hdf5::write_integer_attribute(kept.handle, "version", 1) && kept.create_arrays();
    for (const auto& [name, text] : stamp)
        good = good && hdf5::write_text_attribute(kept.handle, name.c_str(), text);
    if (!good) return fail(hdf5::write_error(file));
    return writer;
}

Result<void> FeaturesWriter::append(const std::vector<std::string>& names, const EncodedRows& values) {
    const hdf5::QuietErrors quiet;
    State& state = *state_;
    const hsize_t rows = names.size();
    bool good = state.instance.append(H5T_NATIVE_FLOAT, rows, values.instance);
    if (state.shape.dense)
        good = good && state.temporal.append(H5T_NATIVE_FLOAT, rows, values.temporal) &&
               state.spatial.append(H5T_NATIVE_FLOAT, rows, values.spatial);
    if (state.shape.projected > 0)
        good = good && state.projection.append(H5T_NATIVE_FLOAT, rows, values.projection);
    if (!good) return fail(hdf5::write_error(state.file));
    state.names.insert(state.names.end(), names.begin(), names.end());
    return {};
}

Result<void> FeaturesWriter::finish() {
    const hdf5::QuietErrors quiet;
    State& state = *state_;
    if (!hdf5::write_strings(state.handle, "/names", state.names) ||
        H5Fflush(state.handle.id(), H5F_SCOPE_LOCAL) < 0)
        return fail(hdf5::write_error(state.file));
    state.close();
    KINELENS_CHECK(publish_file(temporary_name(state.file), state.file));
    state.published = true;
    return {};
}

} // namespace kinelens
