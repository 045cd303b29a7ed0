#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/output_file.h"
#include "core/results/embedding.h"

#include <functional>

namespace kinelens {
namespace {

constexpr const char* embedding_format = "kinelens-embedding";

bool write_arrays(const hdf5::File& file, const Embedding& embedding) {
    std::vector<double> kl;
    for (const DivergencePoint& point : embedding.divergence) {
        kl.push_back(static_cast<double>(point.iteration));
        kl.push_back(point.value);
    }
    bool good = hdf5::write_strings(file, "/names", embedding.names) &&
                hdf5::write_matrix(file, "/coordinates", 2, embedding.coordinates) &&
                hdf5::write_matrix(file, "/kl", 2, kl);
    if (!embedding.frames.empty()) good = good && hdf5::write_column(file, "/frames", embedding.frames);
    if (!embedding.preservation.empty())
        good = good && hdf5::write_column(file, "/preservation", embedding.preservation);
    if (!embedding.trustworthiness.empty())
        good = good && hdf5::write_column(file, "/trustworthiness", embedding.trustworthiness);
    if (embedding.k > 0)
        good = good && hdf5::write_matrix(file, "/neighbours", embedding.k, embedding.neighbours) &&
               hdf5::write_matrix(file, "/distances", embedding.k, embedding.distances);
    return good;
}

bool write_state(const hdf5::File& file, const Embedding& embedding) {
    if (embedding.velocity.empty()) return true;
    const hdf5::Group group(H5Gcreate2(file.id(), "/state", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    return group && hdf5::write_matrix(file, "/state/velocity", 2, embedding.velocity) &&
           hdf5::write_matrix(file, "/state/gains", 2, embedding.gains);
}

bool write_attributes(const hdf5::File& file, const Embedding& embedding) {
    bool good = hdf5::write_text_attribute(file, "format", embedding_format) &&
                hdf5::write_integer_attribute(file, "version", 1) &&
                hdf5::write_integer_attribute(file, "iteration", embedding.iteration) &&
                hdf5::write_integer_attribute(file, "clip_frames", embedding.clip_frames) &&
                hdf5::write_text_attribute(file, "options", embedding.options) &&
                hdf5::write_text_attribute(file, "report", embedding.report);
    for (const auto& [name, text] : embedding.stamp)
        good = good && hdf5::write_text_attribute(file, name.c_str(), text);
    return good;
}

bool write_snapshot(const hdf5::File& file, const EmbeddingSnapshot& snapshot) {
    return hdf5::write_text_attribute(file, "format", "kinelens-embedding-snapshot") &&
           hdf5::write_integer_attribute(file, "version", 1) &&
           hdf5::write_integer_attribute(file, "iteration", snapshot.iteration) &&
           hdf5::write_integer_attribute(file, "total_iterations", snapshot.total_iterations) &&
           hdf5::write_number_attribute(file, "kl", snapshot.kl) &&
           hdf5::write_matrix(file, "/coordinates", 2, snapshot.coordinates);
}

// Whole or not at all.
Result<void> write_file(const Path& file, const std::function<bool(const hdf5::File&)>& write) {
    const hdf5::QuietErrors quiet;
    const Path temporary = temporary_name(file);
    hdf5::File handle(H5Fcreate(temporary.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    if (!handle || !write(handle) || H5Fflush(handle.id(), H5F_SCOPE_LOCAL) < 0) {
        const Error error = hdf5::write_error(file);
        handle.reset();
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return fail(error);
    }
    handle.reset();
    return publish_file(temporary, file);
}

} // namespace

Result<void> write_embedding(const Path& file, const Embedding& embedding) {
    KINELENS_CHECK(check_output(file, "embedding file", embedding_format));
    return write_file(file, [&](const hdf5::File& handle) {
        return write_attributes(handle, embedding) && write_arrays(handle, embedding) &&
               write_state(handle, embedding);
    });
}

Result<void> write_embedding_snapshot(const Path& file, const EmbeddingSnapshot& snapshot) {
    return write_file(file, [&](const hdf5::File& handle) { return write_snapshot(handle, snapshot); });
}

} // namespace kinelens
