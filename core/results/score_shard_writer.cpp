#include "core/dataset/growing_array.h"
#include "core/dataset/hdf5_attributes.h"
#include "core/results/score_shards.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace kinelens {
namespace {

using Clock = std::chrono::steady_clock;

std::string shard_name(int number) {
    std::string digits = std::to_string(number);
    return "scores-" + std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits + ".h5";
}

bool is_group_name(const std::string& name) {
    static const std::set<std::string> taken{"", ".", "..", "names", "groups", "classes"};
    return !taken.contains(name) && name.find('/') == std::string::npos && name.front() != '#';
}

} // namespace

struct ScoreShardWriter::State {
    Path folder;
    ScoreShardSettings settings;
    int shard = 0;
    hdf5::File handle;
    hdf5::GrowingArray scores; // of the sequence being written
    std::vector<std::string> names, groups;
    std::set<std::string> all_names;
    std::int64_t bytes = 0;    // of the open shard
    Clock::time_point began{}; // it
    bool within = false;       // a sequence

    Path file() const { return folder / shard_name(shard); }
    int columns() const { return static_cast<int>(settings.class_names.size()) + 1; }
    tl::unexpected<Error> write_error() const { return fail(hdf5::write_error(file())); }

    void close() {
        scores = {};
        handle.reset();
    }

    bool is_full() const {
        return bytes >= settings.shard_bytes ||
               std::chrono::duration<double>(Clock::now() - began).count() >= settings.shard_seconds;
    }

    Result<void> open_shard() {
        began = Clock::now();
        handle =
            hdf5::File(H5Fcreate(temporary_name(file()).c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        bool good = handle && hdf5::write_text_attribute(handle, "format", "kinelens-scores") &&
                    hdf5::write_integer_attribute(handle, "version", 1) &&
                    hdf5::write_strings(handle, "/classes", settings.class_names);
        for (const auto& [name, text] : settings.stamp)
            good = good && hdf5::write_text_attribute(handle, name.c_str(), text);
        if (!good) return write_error();
        return {};
    }

    Result<void> close_shard() {
        if (!hdf5::write_strings(handle, "/names", names) ||
            !hdf5::write_strings(handle, "/groups", groups) || H5Fflush(handle.id(), H5F_SCOPE_LOCAL) < 0)
            return write_error();
        close();
        KINELENS_CHECK(publish_file(temporary_name(file()), file()));
        if (settings.announce) settings.announce(file());
        ++shard;
        bytes = 0;
        names.clear();
        groups.clear();
        return {};
    }
};

ScoreShardWriter::ScoreShardWriter(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
ScoreShardWriter::ScoreShardWriter(ScoreShardWriter&&) noexcept = default;
ScoreShardWriter& ScoreShardWriter::operator=(ScoreShardWriter&&) noexcept = default;

ScoreShardWriter::~ScoreShardWriter() {
    if (!state_ || !state_->handle) return;
    state_->close();
    std::error_code ignored;
    std::filesystem::remove(temporary_name(state_->file()), ignored);
}

Result<ScoreShardWriter> ScoreShardWriter::create(const Path& folder, ScoreShardSettings settings) {
    std::error_code failed;
    if (std::filesystem::exists(folder, failed) && !std::filesystem::is_directory(folder, failed))
        return fail(ErrorCode::invalid_argument, folder.string(), "scores go into a folder");
    if (has_score_shards(folder)) return fail(ErrorCode::already_exists, folder.string(), "it holds scores");
    return go_on(folder, std::move(settings));
}

Result<ScoreShardWriter> ScoreShardWriter::go_on(const Path& folder, ScoreShardSettings settings) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return fail(ErrorCode::file_unwritable, folder.string(), failed.message());
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->settings = std::move(settings);
    while (std::filesystem::exists(state->file(), failed)) ++state->shard;
    return ScoreShardWriter(std::move(state));
}

Result<void> ScoreShardWriter::begin(const std::string& sequence) {
    const hdf5::QuietErrors quiet;
    State& state = *state_;
    if (!state.all_names.insert(sequence).second)
        return fail(ErrorCode::name_repeated, state.folder.string(), sequence);
    if (!state.handle) KINELENS_CHECK(state.open_shard());
    const std::string group = is_group_name(sequence) ? sequence : "#" + std::to_string(state.names.size());
    const auto columns = static_cast<hsize_t>(state.columns());
    if (!state.scores.create(state.handle, ("/" + group + "/scores").c_str(), H5T_IEEE_F32LE, {columns},
                             std::max<hsize_t>(1, 65536 / columns)))
        return state.write_error();
    state.names.push_back(sequence);
    state.groups.push_back(group);
    state.within = true;
    return {};
}

Result<void> ScoreShardWriter::append(const float* rows, std::int64_t frames) {
    const hdf5::QuietErrors quiet;
    State& state = *state_;
    if (!state.scores.append(H5T_NATIVE_FLOAT, static_cast<hsize_t>(frames), rows))
        return state.write_error();
    state.bytes += frames * state.columns() * static_cast<std::int64_t>(sizeof(float));
    return {};
}

Result<void> ScoreShardWriter::end() {
    const hdf5::QuietErrors quiet;
    state_->scores = {};
    state_->within = false;
    return state_->is_full() ? state_->close_shard() : Result<void>{};
}

void ScoreShardWriter::abandon() {
    const hdf5::QuietErrors quiet;
    State& state = *state_;
    if (!std::exchange(state.within, false)) return;
    state.scores = {};
    H5Ldelete(state.handle.id(), ("/" + state.groups.back()).c_str(), H5P_DEFAULT);
    state.all_names.erase(state.names.back());
    state.names.pop_back();
    state.groups.pop_back();
}

Result<void> ScoreShardWriter::finish() {
    const hdf5::QuietErrors quiet;
    return state_->handle && !state_->names.empty() ? state_->close_shard() : Result<void>{};
}

} // namespace kinelens
