#include "core/results/feature_matrix.h"

#include "core/dataset/hdf5_attributes.h"
#include "core/foundation/content_hash.h"
#include "core/foundation/lower_case.h"
#include "core/import/npy_array.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

void name_rows(FeatureMatrix& matrix, std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) matrix.names.push_back("row " + std::to_string(i));
}

tl::unexpected<Error> no_such(const char* option, const Path& file, const std::string& what) {
    return fail(ErrorCode::invalid_argument, option, file.string() + " holds " + what);
}

// The array that a domain is in; empty for instance, which any other array counts as.
std::string home_of(FeatureDomain domain) {
    if (domain == FeatureDomain::frames) return "/temporal";
    if (domain == FeatureDomain::projection) return "/projection";
    return domain == FeatureDomain::instance ? "" : "/instance";
}

Result<FeatureMatrix> read_npy(const Path& file, FeatureDomain domain, const std::string& asked) {
    if (domain != FeatureDomain::instance) return no_such("domain", file, "one matrix, without domains");
    if (!asked.empty()) return no_such("array", file, "one matrix, without a name");
    KINELENS_TRY(bytes, read_text_file(file));
    KINELENS_TRY(array, parse_npy(bytes, file.string()));
    if (array.shape.size() != 2)
        return malformed(file, "its rank is " + std::to_string(array.shape.size()) + ", not 2");
    FeatureMatrix matrix;
    name_rows(matrix, static_cast<std::size_t>(array.shape[0]));
    matrix.dimension = array.shape[1];
    matrix.values = std::move(array.values);
    matrix.stamp["domain"] = name_of(domain);
    return matrix;
}

struct Found {
    const hdf5::File* file;
    std::vector<std::string> paths;
};

bool is_matrix(const hdf5::File& file, const std::string& path) {
    const hdf5::Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    if (!array) return false;
    const hdf5::Type type(H5Dget_type(array.id()));
    return H5Tget_class(type.id()) == H5T_FLOAT &&
           hdf5::extents(array).value_or(std::vector<hsize_t>{}).size() == 2;
}

herr_t look_at(hid_t, const char* name, const H5L_info_t*, void* data) {
    auto& found = *static_cast<Found*>(data);
    if (const std::string path = std::string("/") + name; is_matrix(*found.file, path))
        found.paths.push_back(path);
    return 0;
}

tl::unexpected<Error> without_domain(const Path& path, FeatureDomain domain) {
    if (domain == FeatureDomain::frames)
        return no_such("domain", path, "no frames; features --dense writes them");
    if (domain == FeatureDomain::projection)
        return no_such("domain", path, "no projections; features --projection writes them");
    return no_such("domain", path, "no /instance with a temporal and a spatial half");
}

// Which array of the file holds the domain.
Result<std::string> array_of(const hdf5::File& file, const Path& path, FeatureDomain domain) {
    const std::string home = domain == FeatureDomain::instance ? "/instance" : home_of(domain);
    if (hdf5::exists(file, home)) return home;
    if (domain != FeatureDomain::instance) return without_domain(path, domain);
    Found found{&file, {}};
    H5Lvisit(file.id(), H5_INDEX_NAME, H5_ITER_NATIVE, look_at, &found);
    if (found.paths.size() == 1) return found.paths.front();
    if (found.paths.empty())
        return fail(ErrorCode::format_unknown, path.string(), "no matrix of floating-point numbers");
    std::string list;
    for (const std::string& one : found.paths) list += (list.empty() ? "" : ", ") + one;
    return fail(ErrorCode::argument_missing, "array", path.string() + " holds " + list);
}

// The array that was asked for by its path, where it goes with the domain.
Result<std::string> named_array(const hdf5::File& file, const Path& path, FeatureDomain domain,
                                std::string array) {
    if (array.front() != '/') array.insert(0, 1, '/');
    if (const std::string home = home_of(domain); !home.empty() && home != array)
        return fail(ErrorCode::invalid_argument, "domain",
                    name_of(domain) + " features are no part of " + array);
    if (!hdf5::exists(file, array)) return no_such("array", path, "no " + array);
    return array;
}

// An array that was named tells its domain where none was asked for.
FeatureDomain domain_of(const std::string& array, FeatureDomain asked) {
    if (asked != FeatureDomain::instance) return asked;
    if (array == "/temporal") return FeatureDomain::frames;
    return array == "/projection" ? FeatureDomain::projection : asked;
}

Result<std::vector<hsize_t>> read_values(const hdf5::File& file, const Path& path, const std::string& name,
                                         FeatureMatrix& matrix) {
    const hdf5::Array array(H5Dopen2(file.id(), name.c_str(), H5P_DEFAULT));
    if (!array) return malformed(path, name + ": " + hdf5::last_message());
    const auto shape = hdf5::extents(array).value_or(std::vector<hsize_t>{});
    const std::size_t rank = name == "/temporal" ? 3 : 2;
    if (shape.size() != rank)
        return malformed(path, name + ": its rank is " + std::to_string(shape.size()) + ", not " +
                                   std::to_string(rank));
    const hdf5::Type type(H5Dget_type(array.id()));
    if (const auto kind = H5Tget_class(type.id()); kind != H5T_FLOAT && kind != H5T_INTEGER)
        return malformed(path, name + " holds no numbers");
    const auto count = hdf5::believable_count(array, shape, sizeof(float));
    if (!count) return malformed(path, name + " claims more values than the file holds");
    matrix.values.resize(*count);
    if (*count > 0 &&
        H5Dread(array.id(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, matrix.values.data()) < 0)
        return malformed(path, name + ": " + hdf5::last_message());
    matrix.dimension = static_cast<std::int64_t>(shape.back());
    return shape;
}

// /temporal is (N, T, C): one row for each frame, the sequence's name again and again.
void spread_names(FeatureMatrix& matrix, const std::vector<std::string>& names, std::size_t frames) {
    matrix.clip_frames = static_cast<std::int64_t>(frames);
    for (const std::string& name : names)
        for (std::size_t t = 0; t < frames; ++t) {
            matrix.names.push_back(name);
            matrix.frames.push_back(static_cast<std::int32_t>(t));
        }
}

// Of the two halves that /instance joins.
void keep_half(FeatureMatrix& matrix, bool second) {
    const auto whole = static_cast<std::size_t>(matrix.dimension), half = whole / 2;
    std::vector<float> kept;
    kept.reserve(matrix.values.size() / 2);
    for (std::size_t row = 0; row < matrix.names.size(); ++row) {
        const float* from = matrix.values.data() + row * whole + (second ? half : 0);
        kept.insert(kept.end(), from, from + half);
    }
    matrix.values = std::move(kept);
    matrix.dimension = static_cast<std::int64_t>(half);
}

Result<FeatureMatrix> read_hdf5(const Path& file, FeatureDomain domain, const std::string& asked) {
    const hdf5::QuietErrors quiet;
    const hdf5::File opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!opened) return fail(hdf5::open_error(file, "neither HDF5 nor .npy"));
    KINELENS_TRY(array,
                 asked.empty() ? array_of(opened, file, domain) : named_array(opened, file, domain, asked));
    FeatureMatrix matrix;
    KINELENS_TRY(shape, read_values(opened, file, array, matrix));
    std::vector<std::string> names;
    if (auto read = hdf5::read_strings(opened, "/names")) names = std::move(*read);
    if (!names.empty() && names.size() != shape[0])
        return malformed(file, "/names and " + array + " differ in length");
    if (shape.size() == 3) {
        spread_names(matrix, names, static_cast<std::size_t>(shape[1]));
    } else if (names.empty()) {
        name_rows(matrix, static_cast<std::size_t>(shape[0]));
    } else {
        matrix.names = std::move(names);
    }
    if (array == "/instance" && (domain == FeatureDomain::temporal || domain == FeatureDomain::spatial))
        keep_half(matrix, domain == FeatureDomain::spatial);
    KINELENS_TRY(stamp, hdf5::read_text_attributes(
                            opened, {"data", "data_hash", "checkpoint", "stream", "preprocess"}));
    matrix.stamp = std::move(stamp);
    matrix.stamp["domain"] = name_of(domain_of(array, domain));
    return matrix;
}

} // namespace

Result<FeatureMatrix> read_feature_matrix(const Path& file, FeatureDomain domain, const std::string& array) {
    if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file.string());
    const std::string ending = lower_case(file.extension().string());
    if (ending == ".npz")
        return fail(ErrorCode::format_unknown, file.string(), ".npz is not read; save the matrix as .npy");
    auto matrix = ending == ".npy" ? read_npy(file, domain, array) : read_hdf5(file, domain, array);
    if (!matrix) return matrix;
    if (matrix->rows() == 0 || matrix->dimension == 0) return fail(ErrorCode::dataset_empty, file.string());
    if (!std::ranges::all_of(matrix->values, [](float value) { return std::isfinite(value); }))
        return fail(ErrorCode::value_not_finite, file.string(), "the features");
    ContentHash hash;
    for (const std::string& name : matrix->names) hash.add_text(name);
    hash.add_values(matrix->values);
    matrix->stamp["features"] = full_name(file);
    matrix->stamp["features_hash"] = hash.text();
    return matrix;
}

} // namespace kinelens
