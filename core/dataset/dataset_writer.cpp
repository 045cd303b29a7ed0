#include "core/dataset/dataset_writer.h"

#include "core/dataset/dataset_hash.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/frame_arrays.h"
#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/motion_parts.h"
#include "core/dataset/output_file.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace kinelens {
namespace {

Result<void> check(const DatasetInfo& info, const SequenceInfo& sequence, const Motion& motion) {
    if (motion.joints != info.joints())
        return fail(ErrorCode::joint_count_wrong, sequence.name,
                    std::to_string(motion.joints) + " found, " + std::to_string(info.joints()) + " expected");
    if (!sequence.observed.empty() && sequence.observed.size() != static_cast<std::size_t>(motion.joints))
        return fail(ErrorCode::shape_mismatch, sequence.name, "a flag is needed for every joint");
    if (motion.bodies < 1 || motion.bodies > info.bodies || motion.frames < 1)
        return fail(ErrorCode::shape_mismatch, sequence.name,
                    std::to_string(motion.frames) + " frames of " + std::to_string(motion.bodies) +
                        (motion.bodies == 1 ? " body" : " bodies"));
    const std::size_t per_frame = static_cast<std::size_t>(motion.bodies * motion.joints * 3);
    const auto bad = std::find_if_not(motion.positions.begin(), motion.positions.end(),
                                      [](float value) { return std::isfinite(value); });
    if (bad == motion.positions.end()) return {};
    const auto frame = static_cast<long long>(std::size_t(bad - motion.positions.begin()) / per_frame);
    return fail(ErrorCode::value_not_finite, sequence.name, {}, {{}, {}, frame});
}

// Half a dataset is one too.
bool is_dataset(const Path& file) {
    const auto there = DatasetReader::open(file);
    return there || there.error().code != ErrorCode::format_unknown;
}

template <class T, class Member>
std::vector<T> column(const std::vector<SequenceInfo>& sequences, Member member) {
    std::vector<T> values;
    values.reserve(sequences.size());
    for (const SequenceInfo& sequence : sequences) values.push_back(static_cast<T>(sequence.*member));
    return values;
}

} // namespace

struct DatasetWriter::State {
    Path file;
    DatasetInfo info;
    hdf5::File handle;
    FrameArrays frames;
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals;
    std::unordered_set<std::string> names;
    std::unordered_map<std::string, int> classes;
    DatasetHash hash;
    bool published = false;

    tl::unexpected<Error> write_error() const { return fail(hdf5::write_error(file)); }

    bool write_sequences() const;
    bool write_observed() const;
    bool write_intervals() const;
    bool write_picture() const;
    bool write_history() const;
    bool write_attributes(const std::string& content_hash) const;
};

DatasetWriter::DatasetWriter(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
DatasetWriter::DatasetWriter(DatasetWriter&&) noexcept = default;
DatasetWriter& DatasetWriter::operator=(DatasetWriter&&) noexcept = default;

DatasetWriter::~DatasetWriter() {
    if (!state_ || state_->published) return;
    state_->frames = {};
    state_->handle.reset();
    std::error_code ignored;
    std::filesystem::remove(temporary_name(state_->file), ignored);
}

Result<DatasetWriter> DatasetWriter::create(const Path& file, const DatasetInfo& info) {
    KINELENS_CHECK(validate(info.layout));
    KINELENS_CHECK(check_output(file, "dataset", is_dataset));
    if (info.bodies < 1) return fail(ErrorCode::invalid_argument, "bodies", "at least one");
    if (info.dimensions != 2 && info.dimensions != 3)
        return fail(ErrorCode::invalid_argument, "dimensions", "2 or 3");
    const hdf5::QuietErrors quiet;
    auto state = std::make_unique<State>();
    state->file = file;
    state->info = info;
    if (info.name.empty()) state->info.name = file.stem().string();
    for (std::size_t i = 0; i < info.class_names.size(); ++i)
        state->classes.emplace(info.class_names[i], static_cast<int>(i));
    state->handle =
        hdf5::File(H5Fcreate(temporary_name(file).c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    if (!state->handle) return state->write_error();
    State& kept = *state;
    DatasetWriter writer(std::move(state)); // removes the file if this fails
    if (!kept.frames.create(kept.handle, kept.info)) return kept.write_error();
    return writer;
}

int DatasetWriter::class_index(const std::string& name) {
    const auto [place, added] =
        state_->classes.emplace(name, static_cast<int>(state_->info.class_names.size()));
    if (added) state_->info.class_names.push_back(name);
    return place->second;
}

Result<void> DatasetWriter::append(SequenceInfo sequence, const Motion& motion,
                                   std::vector<Interval> intervals) {
    State& state = *state_;
    KINELENS_CHECK(check(state.info, sequence, motion));
    if (!state.names.insert(sequence.name).second) return fail(ErrorCode::already_exists, sequence.name);
    std::vector<int> all(static_cast<std::size_t>(motion.bodies));
    std::iota(all.begin(), all.end(), 0);
    Motion wide = with_bodies(motion, all, state.info.bodies);
    clear_missing(wide);
    sequence.start = state.frames.count();
    sequence.length = motion.frames;
    if (!state.frames.append(wide)) return state.write_error();
    state.hash.add(sequence, wide);
    for (Interval& interval : intervals) {
        interval.sequence = static_cast<int>(state.sequences.size());
        state.intervals.push_back(std::move(interval));
    }
    state.sequences.push_back(std::move(sequence));
    return {};
}

std::int64_t DatasetWriter::sequence_count() const {
    return static_cast<std::int64_t>(state_->sequences.size());
}
std::int64_t DatasetWriter::frame_count() const {
    return state_->frames.count();
}

bool DatasetWriter::State::write_sequences() const {
    using S = SequenceInfo;
    std::vector<std::string> sequence_names;
    for (const S& sequence : sequences) sequence_names.push_back(sequence.name);
    return hdf5::write_strings(handle, "/sequences/name", sequence_names) &&
           hdf5::write_column(handle, "/sequences/start", column<std::int64_t>(sequences, &S::start)) &&
           hdf5::write_column(handle, "/sequences/length", column<std::int64_t>(sequences, &S::length)) &&
           hdf5::write_column(handle, "/sequences/label", column<std::int32_t>(sequences, &S::label)) &&
           hdf5::write_column(handle, "/sequences/subject", column<std::int32_t>(sequences, &S::subject)) &&
           hdf5::write_column(handle, "/sequences/camera", column<std::int32_t>(sequences, &S::camera)) &&
           hdf5::write_column(handle, "/sequences/setup", column<std::int32_t>(sequences, &S::setup)) &&
           hdf5::write_column(handle, "/sequences/repetition",
                              column<std::int32_t>(sequences, &S::repetition)) &&
           hdf5::write_strings(handle, "/classes/name", info.class_names);
}

// (sequences, joints), where a layout's mapping made joints up.
bool DatasetWriter::State::write_observed() const {
    if (std::ranges::all_of(sequences, [](const SequenceInfo& one) { return one.observed.empty(); }))
        return true;
    const auto joints = static_cast<std::size_t>(info.joints());
    std::vector<std::uint8_t> all;
    for (const SequenceInfo& sequence : sequences) {
        all.insert(all.end(), sequence.observed.begin(), sequence.observed.end());
        all.resize(all.size() + joints - sequence.observed.size(), 1);
    }
    return hdf5::write_matrix(handle, "/sequences/observed", joints, all);
}

bool DatasetWriter::State::write_intervals() const {
    std::vector<std::int32_t> sequence, label;
    std::vector<std::int64_t> start, end;
    std::vector<std::int32_t> body;
    std::vector<float> confidence;
    std::vector<std::string> source;
    for (const Interval& interval : intervals) {
        sequence.push_back(interval.sequence);
        label.push_back(interval.label);
        start.push_back(interval.start);
        end.push_back(interval.end);
        confidence.push_back(interval.confidence);
        source.push_back(interval.source);
        body.push_back(interval.body);
    }
    return hdf5::write_column(handle, "/intervals/sequence", sequence) &&
           hdf5::write_column(handle, "/intervals/class", label) &&
           hdf5::write_column(handle, "/intervals/start", start) &&
           hdf5::write_column(handle, "/intervals/end", end) &&
           hdf5::write_column(handle, "/intervals/confidence", confidence) &&
           hdf5::write_strings(handle, "/intervals/source", source) &&
           hdf5::write_column(handle, "/intervals/body", body);
}

bool DatasetWriter::State::write_picture() const {
    return info.dimensions == 3 ||
           (hdf5::write_integer_attribute(handle, "dimensions", info.dimensions) &&
            hdf5::write_numbers_attribute(
                handle, "image_size", std::vector<double>(info.image_size.begin(), info.image_size.end())));
}

bool DatasetWriter::State::write_history() const {
    std::string lines;
    for (const std::string& step : info.history) lines += (lines.empty() ? "" : "\n") + step;
    return lines.empty() || hdf5::write_text_attribute(handle, "history", lines);
}

bool DatasetWriter::State::write_attributes(const std::string& content_hash) const {
    const auto built_in = built_in_layout(info.layout.name);
    const bool known = built_in && *built_in == info.layout;
    return hdf5::write_text_attribute(handle, "format", "kinelens-dataset") &&
           hdf5::write_integer_attribute(handle, "version", dataset_version) && write_picture() &&
           write_history() && hdf5::write_text_attribute(handle, "name", info.name) &&
           hdf5::write_text_attribute(handle, "skeleton",
                                      known ? info.layout.name : layout_to_json(info.layout)) &&
           hdf5::write_text_attribute(handle, "unit", info.unit) &&
           hdf5::write_text_attribute(handle, "up", info.up) &&
           hdf5::write_number_attribute(handle, "frame_rate", info.frame_rate) &&
           hdf5::write_text_attribute(handle, "content_hash", content_hash);
}

Result<void> DatasetWriter::finish() {
    State& state = *state_;
    if (state.sequences.empty()) return fail(ErrorCode::dataset_empty, state.file.string());
    const bool written =
        state.frames.flush() && state.write_sequences() && state.write_observed() &&
        state.write_intervals() &&
        state.write_attributes(state.hash.finish(state.info, state.sequences, state.intervals)) &&
        H5Fflush(state.handle.id(), H5F_SCOPE_LOCAL) >= 0;
    if (!written) return state.write_error();
    state.frames = {};
    state.handle.reset();
    KINELENS_CHECK(publish_file(temporary_name(state.file), state.file));
    state.published = true;
    return {};
}

} // namespace kinelens
