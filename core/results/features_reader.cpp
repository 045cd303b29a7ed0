#include "core/results/features_reader.h"

#include "core/dataset/hdf5_attributes.h"

#include <cmath>

namespace kinelens {
namespace {

struct OpenArray {
    hdf5::File file;
    hdf5::Array array;
    std::vector<hsize_t> shape;
};

Result<OpenArray> open_array(const Path& file, const std::string& path, std::size_t rank) {
    if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file.string());
    OpenArray opened;
    opened.file = hdf5::File(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!opened.file) return fail(ErrorCode::format_unknown, file.string(), "not a features file");
    opened.array = hdf5::Array(H5Dopen2(opened.file.id(), path.c_str(), H5P_DEFAULT));
    if (!opened.array) return fail(ErrorCode::not_found, path, "in " + file.string());
    opened.shape = hdf5::extents(opened.array).value_or(std::vector<hsize_t>{});
    if (opened.shape.size() != rank) return malformed(file, path + " has another number of dimensions");
    if (!hdf5::believable_count(opened.array, opened.shape, sizeof(float)))
        return malformed(file, path + " claims more values than the file holds");
    return opened;
}

Result<Stamp> stamp_of_features(const hdf5::File& file) {
    return hdf5::read_text_attributes(file, {"data", "data_hash", "checkpoint", "checkpoint_hash", "encoder",
                                             "objective", "stream", "preprocess", "code_version"});
}

} // namespace

Result<Features> read_features(const Path& file) {
    const hdf5::QuietErrors quiet;
    auto opened = open_array(file, "/instance", 2);
    if (!opened && opened.error().code == ErrorCode::not_found)
        return malformed(file, "/instance is missing");
    if (!opened) return fail(std::move(opened.error()));
    Features features;
    auto names = hdf5::read_strings(opened->file, "/names");
    if (!names) return malformed(file, "/names: " + names.error().detail);
    features.names = std::move(*names);
    if (features.names.size() != opened->shape[0])
        return malformed(file, "/names and /instance differ in length");
    features.dimension = static_cast<std::int64_t>(opened->shape[1]);
    features.instance.resize(opened->shape[0] * opened->shape[1]);
    if (H5Dread(opened->array.id(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                features.instance.data()) < 0)
        return malformed(file, "/instance: " + hdf5::last_message());
    for (const float value : features.instance)
        if (!std::isfinite(value)) return fail(ErrorCode::value_not_finite, file.string(), "/instance");
    KINELENS_TRY(stamp, stamp_of_features(opened->file));
    features.stamp = std::move(stamp);
    return features;
}

Result<DenseRows> read_dense(const Path& file, DenseDomain domain, std::size_t index) {
    const hdf5::QuietErrors quiet;
    KINELENS_TRY(opened, open_array(file, domain == DenseDomain::temporal ? "/temporal" : "/spatial", 3));
    const auto& shape = opened.shape;
    if (index >= shape[0])
        return fail(ErrorCode::invalid_argument, file.string(), "it holds no such sequence");
    DenseRows rows{static_cast<std::int64_t>(shape[1]), static_cast<std::int64_t>(shape[2]), {}};
    rows.values.resize(shape[1] * shape[2]);
    if (!hdf5::read_rows(opened.array, H5T_NATIVE_FLOAT, {1, shape[1], shape[2]}, index, rows.values.data()))
        return malformed(file, hdf5::last_message());
    return rows;
}

} // namespace kinelens
