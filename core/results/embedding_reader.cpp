#include "core/dataset/hdf5_attributes.h"
#include "core/results/embedding.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

Result<hdf5::File> open_file(const Path& file, const char* kind) {
    if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file.string());
    hdf5::File opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    const std::string otherwise = std::string("not an ") + kind;
    if (!opened) return fail(hdf5::open_error(file, otherwise));
    if (!hdf5::exists(opened, "/coordinates"))
        return fail(ErrorCode::format_unknown, file.string(), otherwise);
    return opened;
}

// Where the array is there and has `columns` columns (0: as many as it has, told there).
template <class T>
Result<void> read_matrix(const hdf5::File& file, const char* path, std::size_t& columns,
                         std::vector<T>& values) {
    if (!hdf5::exists(file, path)) return {};
    KINELENS_TRY(matrix, hdf5::read_matrix<T>(file, path));
    if (columns > 0 && matrix.columns != columns)
        return fail(ErrorCode::format_invalid, path, "it has another number of columns");
    columns = matrix.columns;
    values = std::move(matrix.values);
    return {};
}

template <class T>
Result<void> read_column(const hdf5::File& file, const char* path, std::vector<T>& values) {
    if (!hdf5::exists(file, path)) return {};
    KINELENS_TRY(column, hdf5::read_column<T>(file, path));
    values = std::move(column);
    return {};
}

Result<void> read_divergence(const hdf5::File& file, std::vector<DivergencePoint>& divergence) {
    std::size_t pair = 2;
    std::vector<double> values;
    KINELENS_CHECK(read_matrix(file, "/kl", pair, values));
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        divergence.push_back({static_cast<std::int64_t>(values[i]), values[i + 1]});
    return {};
}

Result<void> read_arrays(const hdf5::File& file, Embedding& embedding) {
    KINELENS_TRY(names, hdf5::read_strings(file, "/names"));
    embedding.names = std::move(names);
    std::size_t pair = 2;
    KINELENS_CHECK(read_matrix(file, "/coordinates", pair, embedding.coordinates));
    KINELENS_CHECK(read_column(file, "/frames", embedding.frames));
    KINELENS_CHECK(read_divergence(file, embedding.divergence));
    KINELENS_CHECK(read_column(file, "/preservation", embedding.preservation));
    KINELENS_CHECK(read_column(file, "/trustworthiness", embedding.trustworthiness));
    KINELENS_CHECK(read_matrix(file, "/neighbours", embedding.k, embedding.neighbours));
    KINELENS_CHECK(read_matrix(file, "/distances", embedding.k, embedding.distances));
    KINELENS_CHECK(read_matrix(file, "/state/velocity", pair, embedding.velocity));
    return read_matrix(file, "/state/gains", pair, embedding.gains);
}

Result<void> read_attributes(const hdf5::File& file, Embedding& embedding) {
    KINELENS_TRY(iteration, hdf5::read_whole_attribute(file, "iteration", 0));
    KINELENS_TRY(clip_frames, hdf5::read_whole_attribute(file, "clip_frames", 0));
    KINELENS_TRY(options, hdf5::read_text_attribute(file, "options", "{}"));
    KINELENS_TRY(report, hdf5::read_text_attribute(file, "report", "{}"));
    KINELENS_TRY(stamp, hdf5::read_text_attributes(file, {"features", "features_hash", "domain", "data",
                                                          "data_hash", "checkpoint", "stream", "preprocess",
                                                          "seed", "code_version"}));
    embedding.iteration = iteration;
    embedding.clip_frames = clip_frames;
    embedding.options = std::move(options);
    embedding.report = std::move(report);
    embedding.stamp = std::move(stamp);
    return {};
}

// The first array that does not fit the others; empty if all do.
std::string misfit(const Embedding& embedding) {
    const std::size_t points = embedding.points();
    const auto fits = [points](std::size_t size, std::size_t columns) {
        return size == 0 || size == points * columns;
    };
    const auto is_row = [points](std::int32_t row) {
        return row >= 0 && static_cast<std::size_t>(row) < points;
    };
    if (points == 0) return "/names";
    if (embedding.coordinates.size() != points * 2) return "/coordinates";
    if (!fits(embedding.frames.size(), 1)) return "/frames";
    if (!fits(embedding.preservation.size(), 1)) return "/preservation";
    if (!fits(embedding.trustworthiness.size(), 1)) return "/trustworthiness";
    if (embedding.neighbours.size() != points * embedding.k ||
        !std::ranges::all_of(embedding.neighbours, is_row))
        return "/neighbours";
    if (embedding.distances.size() != points * embedding.k) return "/distances";
    if (!fits(embedding.velocity.size(), 2) || embedding.gains.size() != embedding.velocity.size())
        return "/state";
    return {};
}

Result<void> check_finite(const Path& file, const std::vector<float>& coordinates) {
    if (std::ranges::all_of(coordinates, [](float value) { return std::isfinite(value); })) return {};
    return fail(ErrorCode::value_not_finite, file.string(), "/coordinates");
}

} // namespace

Result<Embedding> read_embedding(const Path& file) {
    const hdf5::QuietErrors quiet;
    KINELENS_TRY(opened, open_file(file, "embedding file"));
    Embedding embedding;
    if (const auto read = read_arrays(opened, embedding); !read)
        return fail(ErrorCode::format_invalid, file.string(),
                    read.error().subject + ": " + read.error().detail);
    KINELENS_CHECK(read_attributes(opened, embedding));
    if (const std::string wrong = misfit(embedding); !wrong.empty())
        return fail(ErrorCode::format_invalid, file.string(), wrong + " does not fit the other arrays");
    KINELENS_CHECK(check_finite(file, embedding.coordinates));
    return embedding;
}

bool is_embedding(const Path& file) {
    const hdf5::QuietErrors quiet;
    const auto opened = open_file(file, "embedding file");
    return opened && hdf5::exists(*opened, "/names");
}

Result<EmbeddingSnapshot> read_embedding_snapshot(const Path& file) {
    const hdf5::QuietErrors quiet;
    KINELENS_TRY(opened, open_file(file, "embedding's snapshot"));
    EmbeddingSnapshot snapshot;
    std::size_t pair = 2;
    if (const auto read = read_matrix(opened, "/coordinates", pair, snapshot.coordinates); !read)
        return fail(ErrorCode::format_invalid, file.string(),
                    read.error().subject + ": " + read.error().detail);
    KINELENS_TRY(iteration, hdf5::read_whole_attribute(opened, "iteration", 0));
    KINELENS_TRY(total, hdf5::read_whole_attribute(opened, "total_iterations", 0));
    KINELENS_TRY(kl, hdf5::read_number_attribute(opened, "kl", 0));
    snapshot.iteration = iteration;
    snapshot.total_iterations = total;
    snapshot.kl = kl;
    KINELENS_CHECK(check_finite(file, snapshot.coordinates));
    return snapshot;
}

} // namespace kinelens
