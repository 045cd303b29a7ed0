#include "core/dataset/dataset_reader.h"

#include "core/dataset/dataset_tables.h"
#include "core/dataset/motion_parts.h"
#include "core/dataset/tracking.h"
#include "core/foundation/content_hash.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <unistd.h>

namespace kinelens {
namespace {

Error open_error(const Path& file) {
    errno = 0;
    if (::access(file.c_str(), R_OK) != 0) return error_from_errno(ErrorCode::file_unreadable, file.string());
    const std::string message = hdf5::last_message();
    if (message.find("lock file") != std::string::npos)
        return {ErrorCode::locked, file.string(), message, {}};
    if (message.find("truncated file") != std::string::npos)
        return {ErrorCode::file_truncated, file.string(), {}, {}};
    if (H5Fis_hdf5(file.c_str()) > 0) return {ErrorCode::format_invalid, file.string(), message, {}};
    return {
        ErrorCode::format_unknown, file.string(), "not a dataset; recordings have to be imported first", {}};
}

// x y of the first two thirds -> x y 0.
void spread_planar(std::vector<float>& values) {
    for (std::size_t point = values.size() / 3; point-- > 0;) {
        values[point * 3 + 1] = values[point * 2 + 1];
        values[point * 3] = values[point * 2];
        values[point * 3 + 2] = 0;
    }
}

// Another program's file may say "not a number" where a joint was not seen: zeros from now on. Which they
// were.
std::vector<std::size_t> take_out_not_finite(std::vector<float>& positions) {
    std::vector<std::size_t> joints;
    for (std::size_t i = 0; i < positions.size(); i += 3) {
        if (std::isfinite(positions[i]) && std::isfinite(positions[i + 1]) && std::isfinite(positions[i + 2]))
            continue;
        std::fill_n(positions.begin() + static_cast<std::ptrdiff_t>(i), 3, 0.0f);
        joints.push_back(i / 3);
    }
    return joints;
}

// Of bodies that were seen.
void mark_missing(Motion& motion, const std::vector<std::size_t>& missing) {
    for (const std::size_t index : missing) {
        const auto joint = static_cast<int>(index % static_cast<std::size_t>(motion.joints));
        const auto place = static_cast<std::int64_t>(index) / motion.joints;
        const auto body = static_cast<int>(place % motion.bodies);
        if (motion.is_tracked(place / motion.bodies, body))
            motion.set_confidence(place / motion.bodies, body, joint, 0);
    }
}

} // namespace

struct DatasetReader::State {
    Path file;
    hdf5::File handle;
    hdf5::Array positions;
    hdf5::Array tracked;
    hdf5::Array body_ids;
    hdf5::Array confidence;
    DatasetTables tables;
    std::vector<std::string> file_classes;

    Result<void> fill(Motion& motion, hsize_t start) const;
    tl::unexpected<Error> fault(const char* path) const {
        return fail(ErrorCode::format_invalid, file.string(),
                    std::string(path) + ": " + hdf5::last_message());
    }
};

DatasetReader::DatasetReader(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
DatasetReader::DatasetReader(DatasetReader&&) noexcept = default;
DatasetReader& DatasetReader::operator=(DatasetReader&&) noexcept = default;
DatasetReader::~DatasetReader() = default;

Result<DatasetReader> DatasetReader::open(const Path& file) {
    const hdf5::QuietErrors quiet;
    auto state = std::make_unique<State>();
    state->file = file;
    state->handle = hdf5::File(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!state->handle) return fail(open_error(file));
    KINELENS_TRY(tables, read_dataset_tables(state->handle, file));
    state->tables = std::move(tables);
    state->file_classes = state->tables.info.class_names;
    state->positions = hdf5::Array(H5Dopen2(state->handle.id(), "/frames/positions", H5P_DEFAULT));
    if (state->tables.has_tracked)
        state->tracked = hdf5::Array(H5Dopen2(state->handle.id(), "/frames/tracked", H5P_DEFAULT));
    if (state->tables.has_body_ids)
        state->body_ids = hdf5::Array(H5Dopen2(state->handle.id(), "/frames/body_id", H5P_DEFAULT));
    if (state->tables.has_confidence)
        state->confidence = hdf5::Array(H5Dopen2(state->handle.id(), "/frames/confidence", H5P_DEFAULT));
    return DatasetReader(std::move(state));
}

const Path& DatasetReader::file() const {
    return state_->file;
}
const DatasetInfo& DatasetReader::info() const {
    return state_->tables.info;
}
const std::vector<SequenceInfo>& DatasetReader::sequences() const {
    return state_->tables.sequences;
}
const std::vector<Interval>& DatasetReader::intervals() const {
    return state_->tables.intervals;
}

DatasetInfo DatasetReader::file_info() const {
    DatasetInfo info = state_->tables.info;
    info.class_names = state_->file_classes;
    return info;
}
const std::vector<Interval>& DatasetReader::file_intervals() const {
    return state_->tables.file_intervals;
}

void DatasetReader::set_intervals(std::vector<std::string> class_names, std::vector<Interval> intervals) {
    std::stable_sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) {
        return std::pair(a.sequence, a.start) < std::pair(b.sequence, b.start);
    });
    state_->tables.info.class_names = std::move(class_names);
    state_->tables.intervals = std::move(intervals);
}

bool DatasetReader::hash_is_ours() const {
    return info().content_hash.starts_with(ContentHash::prefix);
}

Result<Motion> DatasetReader::read(std::size_t sequence) const {
    if (sequence >= sequences().size())
        return fail(ErrorCode::not_found, state_->file.string(), "sequence " + std::to_string(sequence));
    return read(sequence, 0, sequences()[sequence].length);
}

Result<Motion> DatasetReader::read(std::size_t sequence, std::int64_t first, std::int64_t count) const {
    if (sequence >= sequences().size())
        return fail(ErrorCode::not_found, state_->file.string(), "sequence " + std::to_string(sequence));
    const SequenceInfo& wanted = sequences()[sequence];
    first = std::clamp<std::int64_t>(first, 0, wanted.length);
    count = std::clamp<std::int64_t>(count, 0, wanted.length - first);
    Motion motion(count, info().bodies, info().joints());
    motion.dimensions = info().dimensions;
    motion.image_size = info().image_size;
    if (count > 0) KINELENS_CHECK(state_->fill(motion, static_cast<hsize_t>(wanted.start + first)));
    return motion;
}

// Of all frames from row `start`.
Result<void> DatasetReader::State::fill(Motion& motion, hsize_t start) const {
    const hdf5::QuietErrors quiet;
    const auto rows = static_cast<hsize_t>(motion.frames);
    const auto bodies = static_cast<hsize_t>(motion.bodies);
    const auto joints = static_cast<hsize_t>(motion.joints);
    const auto dimensions = static_cast<hsize_t>(motion.dimensions);
    if (!hdf5::read_rows(positions, H5T_NATIVE_FLOAT, {rows, bodies, joints, dimensions}, start,
                         motion.positions.data()))
        return fault("/frames/positions");
    if (dimensions == 2) spread_planar(motion.positions);
    const auto missing = take_out_not_finite(motion.positions);
    if (!tracked)
        track_by_position(motion);
    else if (!hdf5::read_rows(tracked, H5T_NATIVE_UINT8, {rows, bodies}, start, motion.tracked.data()))
        return fault("/frames/tracked");
    if (body_ids) {
        motion.body_ids.resize(rows * bodies);
        if (!hdf5::read_rows(body_ids, H5T_NATIVE_INT64, {rows, bodies}, start, motion.body_ids.data()))
            return fault("/frames/body_id");
    }
    if (confidence) {
        motion.confidence.resize(rows * bodies * joints);
        if (!hdf5::read_rows(confidence, H5T_NATIVE_FLOAT, {rows, bodies, joints}, start,
                             motion.confidence.data()))
            return fault("/frames/confidence");
    }
    clear_missing(motion);
    mark_missing(motion, missing);
    return {};
}

std::optional<std::vector<std::uint8_t>> DatasetReader::tracked_flags() const {
    const hdf5::QuietErrors quiet;
    const auto sizes = state_->tracked ? hdf5::extents(state_->tracked) : std::nullopt;
    if (!sizes) return std::nullopt;
    std::vector<std::uint8_t> flags(static_cast<std::size_t>((*sizes)[0] * (*sizes)[1]));
    if (!flags.empty() && !hdf5::read_rows(state_->tracked, H5T_NATIVE_UINT8, *sizes, 0, flags.data()))
        return std::nullopt;
    return flags;
}

} // namespace kinelens
