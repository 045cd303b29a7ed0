#include "core/dataset/dataset_tables.h"

#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/limits.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace kinelens {
namespace {

class TableReader {
public:
    TableReader(const hdf5::File& handle, const Path& file)
        : handle_(handle)
        , file_(file) {}

    Result<DatasetTables> read() {
        KINELENS_CHECK(read_header());
        KINELENS_CHECK(read_shape());
        KINELENS_CHECK(read_sequences());
        KINELENS_CHECK(read_classes());
        KINELENS_CHECK(read_intervals());
        return std::move(tables_);
    }

private:
    tl::unexpected<Error> wrong(const std::string& path, const std::string& reason) const {
        return fail(ErrorCode::format_invalid, file_.string(), path + ": " + reason);
    }

    Result<void> read_header() {
        KINELENS_TRY(format, hdf5::read_text_attribute(handle_, "format"));
        if (format != "kinelens-dataset")
            return fail(ErrorCode::format_unknown, file_.string(), "HDF5, but not a Kinelens dataset");
        KINELENS_TRY(version, hdf5::read_number_attribute(handle_, "version", dataset_version));
        if (version > dataset_version) return fail(ErrorCode::version_unsupported, file_.string());
        KINELENS_TRY(name, hdf5::read_text_attribute(handle_, "name", file_.stem().string()));
        KINELENS_TRY(unit, hdf5::read_text_attribute(handle_, "unit", "metre"));
        KINELENS_TRY(up, hdf5::read_text_attribute(handle_, "up", "y"));
        KINELENS_TRY(rate, hdf5::read_number_attribute(handle_, "frame_rate", 30));
        KINELENS_TRY(hash, hdf5::read_text_attribute(handle_, "content_hash"));
        DatasetInfo& info = tables_.info;
        info.name = std::move(name);
        info.unit = std::move(unit);
        info.up = std::move(up);
        info.frame_rate = rate;
        info.content_hash = std::move(hash);
        if (!(info.frame_rate > 0) || !std::isfinite(info.frame_rate))
            return wrong("frame_rate", "must be above 0");
        KINELENS_CHECK(read_picture());
        KINELENS_TRY(history, hdf5::read_text_attribute(handle_, "history"));
        std::istringstream lines(history);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) info.history.push_back(line);
        return {};
    }

    Result<void> read_picture() {
        KINELENS_TRY(dimensions, hdf5::read_whole_attribute(handle_, "dimensions", 3));
        if (dimensions != 2 && dimensions != 3) return wrong("dimensions", "must be 2 or 3");
        tables_.info.dimensions = static_cast<int>(dimensions);
        KINELENS_TRY(size, hdf5::read_numbers_attribute(handle_, "image_size"));
        if (size.empty()) return {};
        const auto possible = [](double pixels) { return pixels >= 0 && pixels <= most_pixels; };
        if (size.size() != 2 || !std::ranges::all_of(size, possible))
            return wrong("image_size", "must be a width and a height in pixels");
        tables_.info.image_size = {static_cast<int>(size[0]), static_cast<int>(size[1])};
        return {};
    }

    Result<void> read_shape() {
        const hdf5::Array positions(H5Dopen2(handle_.id(), "/frames/positions", H5P_DEFAULT));
        const auto sizes = positions ? hdf5::extents(positions) : std::nullopt;
        const auto dimensions = static_cast<hsize_t>(tables_.info.dimensions);
        if (!sizes || sizes->size() != 4 || (*sizes)[3] != dimensions)
            return wrong("/frames/positions",
                         "must be frames x bodies x joints x " + std::to_string(dimensions));
        if ((*sizes)[1] > most_bodies || (*sizes)[2] > most_joints)
            return wrong("/frames/positions", "claims more bodies or joints than anybody has");
        if (!hdf5::believable_count(positions, *sizes, sizeof(float)))
            return wrong("/frames/positions", "claims more frames than the file holds");
        frames_ = static_cast<std::int64_t>((*sizes)[0]);
        tables_.info.bodies = static_cast<int>((*sizes)[1]);
        KINELENS_CHECK(read_layout(static_cast<int>((*sizes)[2])));
        const auto bodies = (*sizes)[1];
        tables_.has_tracked = has_rows("/frames/tracked", {bodies}, sizeof(std::uint8_t));
        tables_.has_body_ids = has_rows("/frames/body_id", {bodies}, sizeof(std::int64_t));
        tables_.has_confidence = has_rows("/frames/confidence", {bodies, (*sizes)[2]}, sizeof(float));
        if (!tables_.has_confidence && hdf5::exists(handle_, "/frames/confidence"))
            return wrong("/frames/confidence", "must be frames x bodies x joints");
        return {};
    }

    Result<void> read_layout(int joints) {
        KINELENS_TRY(skeleton, hdf5::read_text_attribute(handle_, "skeleton"));
        auto layout = skeleton.empty()            ? Result<SkeletonLayout>(anonymous_layout(joints))
                      : skeleton.starts_with('{') ? layout_from_json(skeleton, file_.string())
                                                  : built_in_layout(skeleton);
        if (!layout) return wrong("skeleton", describe(layout.error()));
        if (layout->joint_count() != joints)
            return fail(ErrorCode::joint_count_wrong, file_.string(),
                        std::to_string(joints) + " found, " + std::to_string(layout->joint_count()) +
                            " expected");
        tables_.info.layout = std::move(*layout);
        return {};
    }

    bool has_rows(const char* path, std::vector<hsize_t> row, std::size_t width) const {
        if (!hdf5::exists(handle_, path)) return false;
        const hdf5::Array array(H5Dopen2(handle_.id(), path, H5P_DEFAULT));
        const auto sizes = array ? hdf5::extents(array) : std::nullopt;
        row.insert(row.begin(), static_cast<hsize_t>(frames_));
        return sizes == row && hdf5::believable_count(array, *sizes, width);
    }

    Result<void> read_sequences() {
        KINELENS_TRY(names, hdf5::read_strings(handle_, "/sequences/name"));
        KINELENS_TRY(starts, hdf5::read_column<std::int64_t>(handle_, "/sequences/start"));
        KINELENS_TRY(lengths, hdf5::read_column<std::int64_t>(handle_, "/sequences/length"));
        if (starts.size() != names.size() || lengths.size() != names.size())
            return wrong("/sequences", "columns of different length");
        tables_.sequences.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (starts[i] < 0 || lengths[i] < 0 || starts[i] > frames_ || lengths[i] > frames_ - starts[i])
                return wrong("/sequences/start", names[i] + " lies outside the frames");
            tables_.sequences[i].name = std::move(names[i]);
            tables_.sequences[i].start = starts[i];
            tables_.sequences[i].length = lengths[i];
        }
        using S = SequenceInfo;
        for (const auto& [path, member] : {std::pair{"/sequences/label", &S::label},
                                           {"/sequences/subject", &S::subject},
                                           {"/sequences/camera", &S::camera},
                                           {"/sequences/setup", &S::setup},
                                           {"/sequences/repetition", &S::repetition}})
            KINELENS_CHECK(read_facts(path, member));
        return read_observed();
    }

    Result<void> read_observed() {
        if (!hdf5::exists(handle_, "/sequences/observed")) return {};
        KINELENS_TRY(flags, hdf5::read_matrix<std::uint8_t>(handle_, "/sequences/observed"));
        const auto joints = static_cast<std::size_t>(tables_.info.joints());
        if (flags.rows != tables_.sequences.size() || flags.columns != joints)
            return wrong("/sequences/observed", "must be sequences x joints");
        for (std::size_t i = 0; i < flags.rows; ++i) {
            const auto row = flags.values.begin() + static_cast<std::ptrdiff_t>(i * joints);
            if (std::find(row, row + static_cast<std::ptrdiff_t>(joints), 0) !=
                row + static_cast<std::ptrdiff_t>(joints))
                tables_.sequences[i].observed.assign(row, row + static_cast<std::ptrdiff_t>(joints));
        }
        return {};
    }

    Result<void> read_facts(const char* path, int SequenceInfo::*member) {
        if (!hdf5::exists(handle_, path)) return {};
        KINELENS_TRY(values, hdf5::read_column<std::int32_t>(handle_, path));
        if (values.size() != tables_.sequences.size())
            return wrong(path, "as many rows as sequences are needed");
        for (std::size_t i = 0; i < values.size(); ++i) tables_.sequences[i].*member = values[i];
        return {};
    }

    Result<void> read_classes() {
        if (hdf5::exists(handle_, "/classes/name")) {
            KINELENS_TRY(names, hdf5::read_strings(handle_, "/classes/name"));
            tables_.info.class_names = std::move(names);
        }
        const int classes = static_cast<int>(tables_.info.class_names.size());
        for (const SequenceInfo& sequence : tables_.sequences)
            if (sequence.label < -1 || sequence.label >= classes)
                return wrong("/sequences/label", sequence.name + " has a class without a name");
        return {};
    }

    Result<void> read_intervals() {
        if (!hdf5::exists(handle_, "/intervals/sequence")) return {};
        KINELENS_TRY(sequence, hdf5::read_column<std::int32_t>(handle_, "/intervals/sequence"));
        KINELENS_TRY(label, hdf5::read_column<std::int32_t>(handle_, "/intervals/class"));
        KINELENS_TRY(start, hdf5::read_column<std::int64_t>(handle_, "/intervals/start"));
        KINELENS_TRY(end, hdf5::read_column<std::int64_t>(handle_, "/intervals/end"));
        const std::size_t count = sequence.size();
        std::vector<float> confidence(count, 1.0f);
        std::vector<std::string> source(count, "truth");
        if (hdf5::exists(handle_, "/intervals/confidence")) {
            KINELENS_TRY(values, hdf5::read_column<float>(handle_, "/intervals/confidence"));
            confidence = std::move(values);
        }
        if (hdf5::exists(handle_, "/intervals/source")) {
            KINELENS_TRY(values, hdf5::read_strings(handle_, "/intervals/source"));
            source = std::move(values);
        }
        std::vector<std::int32_t> body(count, -1);
        if (hdf5::exists(handle_, "/intervals/body")) {
            KINELENS_TRY(values, hdf5::read_column<std::int32_t>(handle_, "/intervals/body"));
            body = std::move(values);
        }
        for (const std::size_t size :
             {label.size(), start.size(), end.size(), confidence.size(), source.size(), body.size()})
            if (size != count) return wrong("/intervals", "columns of different length");
        for (std::size_t i = 0; i < count; ++i) {
            const Interval interval{sequence[i],          label[i], start[i], end[i], confidence[i],
                                    std::move(source[i]), body[i]};
            KINELENS_CHECK(check_interval(interval));
            tables_.intervals.push_back(interval);
        }
        tables_.file_intervals = tables_.intervals;
        std::stable_sort(tables_.intervals.begin(), tables_.intervals.end(),
                         [](const auto& a, const auto& b) {
                             return std::pair(a.sequence, a.start) < std::pair(b.sequence, b.start);
                         });
        return {};
    }

    Result<void> check_interval(const Interval& interval) const {
        const auto sequences = static_cast<int>(tables_.sequences.size());
        const auto classes = static_cast<int>(tables_.info.class_names.size());
        if (interval.sequence < 0 || interval.sequence >= sequences)
            return wrong("/intervals/sequence", "no such sequence");
        if (interval.label < 0 || interval.label >= classes)
            return wrong("/intervals/class", "no such class");
        if (interval.body < -1 || interval.body >= tables_.info.bodies)
            return wrong("/intervals/body", "no such body");
        const auto length = tables_.sequences[static_cast<std::size_t>(interval.sequence)].length;
        if (interval.start < 0 || interval.end < interval.start || interval.end > length)
            return wrong("/intervals/start", "outside its sequence");
        return {};
    }

    const hdf5::File& handle_;
    const Path& file_;
    DatasetTables tables_;
    std::int64_t frames_ = 0;
};

} // namespace

Result<DatasetTables> read_dataset_tables(const hdf5::File& handle, const Path& file) {
    auto tables = TableReader(handle, file).read();
    // Faults of single columns name the path inside the file: add the file itself.
    if (!tables && tables.error().subject.starts_with('/') && tables.error().subject != file.string())
        return fail(tables.error().code, file.string(),
                    tables.error().subject + ": " + tables.error().detail);
    return tables;
}

} // namespace kinelens
