#include "core/export/export_job.h"

#include "core/dataset/motion_parts.h"
#include "core/dataset/ntu_name.h"
#include "core/export/export_losses.h"
#include "core/export/export_work.h"
#include "core/foundation/error_json.h"

#include <algorithm>

namespace kinelens {
namespace {

struct FileKind {
    DataFormat format;
    const char* ending;
    Result<void> (*write)(ExportWork&, OutputStream&); // of the whole dataset
    std::string (*bytes)(const Recording&);            // of one recording
    bool several_bodies;                               // of a recording in one file
};

const FileKind& kind_of(DataFormat format) {
    using enum DataFormat;
    static const std::vector<FileKind> kinds{
        {csv, ".csv", write_csv, nullptr, true},     {npz, ".npz", write_npz, nullptr, true},
        {pyskl, ".pkl", write_pyskl, nullptr, true}, {ctrgcn, ".npz", write_ctrgcn, nullptr, true},
        {bvh, ".bvh", nullptr, bvh_text, false},     {trc, ".trc", nullptr, trc_text, false},
        {c3d, ".c3d", nullptr, c3d_bytes, false},    {skeleton, ".skeleton", nullptr, skeleton_text, true}};
    return *std::ranges::find(kinds, format, &FileKind::format);
}

// What no file system takes in a name becomes _.
std::string file_stem(std::string name) {
    for (char& letter : name)
        if (static_cast<unsigned char>(letter) < 32 ||
            std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos)
            letter = '_';
    return name.empty() || name == "." || name == ".." ? "unnamed" : name;
}

// The files that were written are taken back unless all of them are there.
class WrittenFiles {
public:
    explicit WrittenFiles(ExportReport& report)
        : report_(report) {}
    ~WrittenFiles() {
        if (complete_) return;
        std::error_code ignored;
        for (const std::string& file : report_.files) std::filesystem::remove(file, ignored);
        if (!folder_.empty()) std::filesystem::remove(folder_, ignored); // if nothing else lies there
        report_.files.clear();
    }
    WrittenFiles(const WrittenFiles&) = delete;
    WrittenFiles& operator=(const WrittenFiles&) = delete;

    Result<void> make_folder(const Path& folder) {
        std::error_code failed;
        if (std::filesystem::is_directory(folder, failed)) return {};
        if (std::filesystem::exists(folder, failed))
            return fail(ErrorCode::already_exists, folder.string(), "a file, and a folder is needed");
        std::filesystem::create_directories(folder, failed);
        if (failed) return fail(ErrorCode::file_unwritable, folder.string(), failed.message());
        folder_ = folder;
        return {};
    }
    void add(const Path& file) { report_.files.push_back(file.string()); }
    void keep() { complete_ = true; }

private:
    ExportReport& report_;
    Path folder_;
    bool complete_ = false;
};

Result<void> write_one_file(ExportWork& work, const FileKind& kind, Path output, WrittenFiles& files) {
    std::error_code failed;
    if (std::filesystem::is_directory(output, failed)) output /= file_stem(work.info().name) + kind.ending;
    KINELENS_TRY(stream, OutputStream::create(output));
    KINELENS_CHECK(kind.write(work, stream));
    KINELENS_CHECK(stream.finish());
    files.add(output);
    return {};
}

class RecordingFiles {
public:
    RecordingFiles(ExportWork& work, const FileKind& kind, WrittenFiles& files)
        : work_(work)
        , kind_(kind)
        , files_(files)
        , up_(work.info().up == "z" ? "z" : "y") {}

    Result<void> write(const Path& output) {
        const bool named = output.extension() == kind_.ending && !std::filesystem::is_directory(output);
        if (named && work_.sequences().size() > 1)
            return fail(ErrorCode::invalid_argument, "output",
                        output.string() + " is one file, and there are " +
                            std::to_string(work_.sequences().size()) + " recordings: name a folder");
        if (!named) KINELENS_CHECK(files_.make_folder(output));
        for (std::size_t i = 0; i < work_.sequences().size(); ++i) {
            const std::string stem = named ? output.stem().string() : file_stem(work_.sequences()[i].name);
            KINELENS_TRY(motion, work_.take(i));
            if (work_.info().up == "-y") turn_up(motion, "-y", "y"); // of these formats y or z points up
            KINELENS_CHECK(write_recording(named ? output.parent_path() : output, stem, motion));
        }
        return {};
    }

private:
    Result<void> write_recording(const Path& folder, const std::string& stem, const Motion& motion) {
        if (kind_.several_bodies) return write_file(folder, stem, motion);
        for (int body = 0; body < bodies_seen(motion); ++body) {
            const Motion one = with_bodies(motion, {body}, 1);
            if (std::ranges::find(one.tracked, 1) == one.tracked.end()) continue;
            KINELENS_CHECK(
                write_file(folder, body == 0 ? stem : stem + "_body" + std::to_string(body + 1), one));
        }
        return {};
    }

    Result<void> write_file(const Path& folder, const std::string& stem, const Motion& motion) {
        const Path file = folder / (stem + kind_.ending);
        if (std::error_code failed; std::filesystem::exists(file, failed))
            return fail(ErrorCode::already_exists, file.string());
        KINELENS_CHECK(write_file_atomically(
            file, kind_.bytes({stem, work_.info().layout, work_.info().frame_rate, up_, motion})));
        files_.add(file);
        return {};
    }

    ExportWork& work_;
    const FileKind& kind_;
    WrittenFiles& files_;
    std::string up_;
};

Result<void> check_fit(const DatasetReader& data, DataFormat format) {
    const DatasetInfo& info = data.info();
    const bool flat = format == DataFormat::csv || format == DataFormat::npz || format == DataFormat::pyskl;
    if (info.dimensions == 2 && !flat)
        return fail(ErrorCode::invalid_argument, "format",
                    "it needs positions in space, and " + data.file().string() +
                        " holds points in a picture: csv, npz and pyskl can hold those");
    if (format != DataFormat::skeleton) return {};
    const auto ntu = built_in_layout("ntu25");
    if (ntu && info.layout.joint_names == ntu->joint_names) return {};
    return fail(ErrorCode::invalid_argument, "format",
                ".skeleton files hold the 25 joints of ntu25, and " + data.file().string() + " has " +
                    std::to_string(info.joints()) + " of " + info.layout.name);
}

} // namespace

Result<Motion> ExportWork::take(std::size_t sequence) {
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "export-data");
    KINELENS_TRY(motion, data.read(sequence));
    look_at(motion);
    ++report.sequences;
    report.frames += motion.frames;
    if (sink_)
        sink_(ProgressMade{report.sequences, static_cast<std::int64_t>(sequences().size()), "sequences"});
    return std::move(motion);
}

void ExportWork::look_at(const Motion& motion) {
    const int bodies = bodies_seen(motion);
    further_bodies += bodies > 2 ? 1 : 0;
    has_ids = has_ids || !motion.body_ids.empty();
    for (int body = 0; body < bodies; ++body)
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            absent_frames += motion.is_tracked(frame, body) ? 0 : 1;
    if (motion.confidence.empty()) return;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < bodies; ++body)
            for (int joint = 0; joint < motion.joints; ++joint) {
                const float score = motion.confidence[static_cast<std::size_t>(
                    (frame * motion.bodies + body) * motion.joints + joint)];
                if (!motion.is_tracked(frame, body)) continue;
                gaps += score > 0 ? 0 : 1;
                scores += score > 0 && score < 1 ? 1 : 0;
            }
}

std::string report_to_json(const ExportReport& report) {
    nlohmann::ordered_json json{{"files", report.files},
                                {"sequences", report.sequences},
                                {"frames", report.frames},
                                {"warnings", errors_json(report.warnings)}};
    return json_line(json);
}

Result<ExportReport> run_data_export(const Path& file, const Path& output, const ExportDataOptions& options,
                                     const EventSink& sink, std::stop_token stop) {
    if (output.empty()) return fail(ErrorCode::invalid_argument, "output", "it names no file");
    KINELENS_TRY(data, DatasetReader::open(file));
    KINELENS_CHECK(check_fit(data, options.format));
    ExportReport report;
    WrittenFiles files(report);
    ExportWork work(data, options, sink, std::move(stop), report);
    const FileKind& kind = kind_of(options.format);
    KINELENS_CHECK(kind.write ? write_one_file(work, kind, output, files)
                              : RecordingFiles(work, kind, files).write(output));
    if (report.files.empty())
        return fail(ErrorCode::dataset_empty, file.string(), "no recording shows anybody");
    tell_losses(work);
    files.keep();
    if (sink)
        for (const std::string& written : report.files) sink(ArtifactReady{"file", written, ""});
    return report;
}

} // namespace kinelens
