#include "core/dataset/hdf5_attributes.h"
#include "core/results/score_shards.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kinelens {
namespace {

std::vector<Path> shards_in(const Path& folder) {
    std::vector<Path> shards;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("scores-") && name.ends_with(".h5")) shards.push_back(entry.path());
    }
    std::sort(shards.begin(), shards.end());
    return shards;
}

Result<hdf5::File> open_shard(const Path& shard) {
    hdf5::File handle(H5Fopen(shard.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!handle) return malformed(shard, hdf5::system_reason(hdf5::last_message()));
    KINELENS_TRY(format, hdf5::read_text_attribute(handle, "format"));
    if (format != "kinelens-scores")
        return fail(ErrorCode::format_unknown, shard.string(), "not a shard of scores");
    KINELENS_TRY(version, hdf5::read_number_attribute(handle, "version", 1));
    if (version > 1) return fail(ErrorCode::version_unsupported, shard.string());
    return handle;
}

} // namespace

bool has_score_shards(const Path& folder) {
    return !shards_in(folder).empty();
}

Result<ScoreShardReader> ScoreShardReader::open(const Path& folder) {
    const hdf5::QuietErrors quiet;
    const auto shards = shards_in(folder);
    if (shards.empty()) return fail(ErrorCode::file_not_found, (folder / "scores-00000.h5").string());
    ScoreShardReader reader;
    for (const Path& shard : shards) KINELENS_CHECK(reader.add(shard));
    return reader;
}

Result<void> ScoreShardReader::add(const Path& shard) {
    KINELENS_TRY(handle, open_shard(shard));
    std::map<std::string, std::vector<std::string>> columns;
    for (const char* name : {"classes", "names", "groups"}) {
        auto column = hdf5::read_strings(handle, "/" + std::string(name));
        if (!column) return malformed(shard, column.error().subject + ": " + column.error().detail);
        columns[name] = std::move(*column);
    }
    if (columns["names"].size() != columns["groups"].size())
        return malformed(shard, "/names and /groups differ in length");
    if (places_.empty()) class_names_ = columns["classes"];
    if (class_names_ != columns["classes"])
        return fail(ErrorCode::shape_mismatch, shard.string(),
                    "its classes are not those of the first shard");
    if (places_.empty()) {
        KINELENS_TRY(stamp,
                     hdf5::read_text_attributes(handle, {"data", "data_hash", "checkpoint", "checkpoint_hash",
                                                         "options", "code_version"}));
        stamp_ = std::move(stamp);
    }
    for (std::size_t i = 0; i < columns["names"].size(); ++i) {
        names_.push_back(columns["names"][i]);
        places_.push_back({shard, columns["groups"][i]});
    }
    return {};
}

Result<ScoreMap> ScoreShardReader::read(std::size_t index) const {
    return read(index, 0, std::numeric_limits<std::int64_t>::max());
}

Result<ScoreMap> ScoreShardReader::read(std::size_t index, std::int64_t first, std::int64_t frames) const {
    const hdf5::QuietErrors quiet;
    if (index >= places_.size()) return fail(ErrorCode::not_found, "sequence " + std::to_string(index));
    const Place& place = places_[index];
    KINELENS_TRY(handle, open_shard(place.shard));
    const std::string path = "/" + place.group + "/scores";
    const hdf5::Array array(H5Dopen2(handle.id(), path.c_str(), H5P_DEFAULT));
    const auto sizes = array ? hdf5::extents(array) : std::nullopt;
    if (!sizes || sizes->size() != 2 || (*sizes)[1] != class_names_.size() + 1)
        return malformed(place.shard, path + " must be frames x " + std::to_string(class_names_.size() + 1));
    if (!hdf5::believable_count(array, *sizes, sizeof(float)))
        return malformed(place.shard, path + " claims more values than the file holds");
    const auto there = static_cast<std::int64_t>((*sizes)[0]);
    frames = std::clamp<std::int64_t>(there - first, 0, frames);
    ScoreMap scores{frames, static_cast<int>((*sizes)[1]), {}};
    scores.values.resize(static_cast<std::size_t>(frames) * (*sizes)[1]);
    if (scores.values.empty()) return scores;
    const std::array<hsize_t, 2> start{static_cast<hsize_t>(first), 0};
    const std::array<hsize_t, 2> count{static_cast<hsize_t>(frames), (*sizes)[1]};
    const hdf5::Space memory(H5Screate_simple(2, count.data(), nullptr));
    const hdf5::Space file(H5Dget_space(array.id()));
    if (!memory || !file ||
        H5Sselect_hyperslab(file.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr) < 0 ||
        H5Dread(array.id(), H5T_NATIVE_FLOAT, memory.id(), file.id(), H5P_DEFAULT, scores.values.data()) < 0)
        return malformed(place.shard, path + ": " + hdf5::last_message());
    return scores;
}

} // namespace kinelens
