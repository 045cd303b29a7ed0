#include "core/dataset/dataset_tables.h"

#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/limits.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr double newest_version = 1;

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
        KINELENS_TRY(version, hdf5::read_number_attribute(handle_, "version", newest_version));
        if (version > newest_version) return fail(ErrorCode::version_unsupported, file_.string());
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
        return {};
    }

    Result<void> read_shape() {
        const hdf5::Array positions(H5Dopen2(handle_.id(), "/frames/positions", H5P_DEFAULT));
        const auto sizes = positions ? hdf5::extents(positions) : std::nullopt;
        if (!sizes || sizes->size() != 4 || (*sizes)[3] != 3)
            return wrong("/frames/positions", "must be frames x bodies x joints x 3");
        if ((*sizes)[1] > most_bodies || (*sizes)[2] > most_joints)
            return wrong("/frames/positions", std::to_string((*sizes)[1]) + " bodies of " +
                                                  std::to_string((*sizes)[2]) +
                                                  " joints are more than anybody has");
        if (!hdf5::believable_count(positions, *sizes, sizeof(float)))
            return wrong("/frames/positions", "claims more frames than the file holds");
        frames_ = static_cast<std::int64_t>((*sizes)[0]);
        tables_.info.bodies = static_cast<int>((*sizes)[1]);
        KINELENS_CHECK(read_layout(static_cast<int>((*sizes)[2])));
        tables_.has_tracked = has_rows("/frames/tracked");
        tables_.has_body_ids = has_rows("/frames/body_id");
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

    bool has_rows(const char* path) const {
        if (!hdf5::exists(handle_, path)) return false;
        const hdf5::Array array(H5Dopen2(handle_.id(), path, H5P_DEFAULT));
        const auto sizes = array ? hdf5::extents(array) : std::nullopt;
        return sizes ==
                   std::vector{static_cast<hsize_t>(frames_), static_cast<hsize_t>(tables_.info.bodies)} &&
               hdf5::believable_count(array, *sizes, sizeof(std::int64_t));
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
        for (const std::size_t size :
             {label.size(), start.size(), end.size(), confidence.size(), source.size()})
            if (size != count) return wrong("/intervals", "columns of different length");
        for (std::size_t i = 0; i < count; ++i) {
            const Interval interval{sequence[i], label[i],      start[i],
                                    end[i],      confidence[i], std::move(source[i])};
            KINELENS_CHECK(check_interval(interval));
            tables_.intervals.push_back(interval);
        }
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
