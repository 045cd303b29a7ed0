#include "core/import/capture/marker_reader.h"

#include "core/dataset/limits.h"
#include "core/dataset/motion_parts.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr double camera_rate = 100; // of cameras, where a file does not say it

// A recording whose "up" is another axis than y or z is turned so that z is.
struct Axes {
    std::array<int, 3> source{0, 1, 2};
    std::array<float, 3> sign{1, 1, 1};
    std::string up = "z";
};

Axes axes_of(const std::string& up) {
    if (up == "y" || up == "-y" || up == "z") return {{0, 1, 2}, {1, 1, 1}, up};
    if (up == "-z") return {{0, 1, 2}, {1, -1, -1}, "z"};
    if (up == "x") return {{1, 2, 0}, {1, 1, 1}, "z"};
    return {{2, 1, 0}, {1, 1, -1}, "z"}; // -x
}

class MarkerReader : public Reader {
public:
    MarkerReader(const MarkerFormat& format, const std::vector<SourceFile>& sources)
        : format_(format) {
        for (const SourceFile& source : sources) {
            if (source.fault || !accepts(source)) continue;
            auto file = parse(source);
            if (file && file->frames() == 0) continue;
            if (file) {
                set_common(*file, source.path);
                return;
            }
            if (!first_error_) first_error_ = file.error();
        }
    }

    bool accepts(const SourceFile& source) const override {
        return source.ending == format_.ending && (!format_.fits || format_.fits(source));
    }
    std::string accepted() const override { return std::string(format_.ending) + " file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>&) const override {
        if (layout_.joint_names.empty() && first_error_) return fail(*first_error_);
        if (layout_.joint_names.empty())
            return fail(ErrorCode::dataset_empty, {}, "no " + accepted() + " has frames with markers");
        DatasetInfo info;
        info.layout = layout_;
        info.frame_rate = rate_;
        info.up = axes_.up;
        return info;
    }

    std::vector<Error> remarks(const DatasetInfo&, const std::vector<SourceFile>&) const override {
        return remarks_;
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(file, parse(source));
        if (file.frames() == 0) return fail(ErrorCode::sequence_empty, source.path, "it has no frames");
        std::vector<RawSequence> sequences(1);
        RawSequence& sequence = sequences.front();
        sequence.info.name = source.name;
        sequence.frame_rate = file.frame_rate;
        sequence.warnings = std::move(file.warnings);
        KINELENS_TRY(places, places_of(file, source.path, sequence.warnings));
        const double named = metres_of(file.unit);
        sequence.motion = motion_of(file, places, named > 0 ? named : metres_);
        if (const Axes own = file.up.empty() ? axes_ : axes_of(file.up); own.up != axes_.up)
            turn_up(sequence.motion, own.up, axes_.up);
        return sequences;
    }

private:
    Result<MarkerFile> parse(const SourceFile& source) const {
        KINELENS_TRY(bytes, source.read());
        KINELENS_TRY(file, format_.parse(bytes, source.path));
        if (file.markers.size() > static_cast<std::size_t>(most_joints))
            return fail(ErrorCode::joint_count_wrong, source.path,
                        std::to_string(file.markers.size()) + " markers are more than anybody wears");
        file.markers = tidy_marker_names(std::move(file.markers));
        return file;
    }

    // What the first file says holds for those that do not say it.
    void set_common(const MarkerFile& file, const std::string& path) {
        layout_ = marker_layout(file);
        rate_ = file.frame_rate > 0 ? file.frame_rate : camera_rate;
        if (file.frame_rate <= 0)
            remarks_.push_back({ErrorCode::rate_assumed,
                                path,
                                "taken for " + short_number_text(camera_rate) + " frames a second",
                                {}});
        axes_ = axes_of(file.up.empty() ? likely_up(file) : file.up);
        if (file.up.empty())
            remarks_.push_back({ErrorCode::unit_assumed,
                                path,
                                "the file does not say which axis points up; taken for " + axes_.up +
                                    ", along which the markers spread",
                                {}});
        metres_ = metres_of(file.unit);
        if (metres_ > 0) return;
        metres_ = likely_metres(file);
        const std::string said =
            file.unit.empty() ? "the file tells no unit" : "'" + file.unit + "' is no known unit";
        remarks_.push_back({ErrorCode::unit_assumed,
                            path,
                            said + "; taken for " + unit_name(metres_) + ", by the size of the body",
                            {}});
    }

    // Where each of the dataset's markers stands in the file; -1: nowhere.
    Result<std::vector<int>> places_of(const MarkerFile& file, const std::string& path,
                                       std::vector<Error>& warnings) const {
        std::vector<int> places;
        std::string missing;
        std::size_t found = 0;
        for (const std::string& name : layout_.joint_names) {
            const auto at = std::ranges::find(file.markers, name);
            places.push_back(at == file.markers.end() ? -1 : static_cast<int>(at - file.markers.begin()));
            if (at == file.markers.end())
                missing += (missing.empty() ? "" : ", ") + name;
            else
                ++found;
        }
        if (found * 2 < places.size())
            return fail(ErrorCode::joint_count_wrong, path,
                        std::to_string(found) + " of the dataset's " + std::to_string(places.size()) +
                            " markers are in it");
        if (!missing.empty())
            warnings.push_back(
                {ErrorCode::part_left_out, path, "it has no marker " + missing + ": gaps", {}});
        std::string others;
        for (const std::string& name : file.markers)
            if (std::ranges::find(layout_.joint_names, name) == layout_.joint_names.end())
                others += (others.empty() ? "" : ", ") + name;
        if (!others.empty())
            warnings.push_back(
                {ErrorCode::part_left_out, path, "the dataset has no marker " + others + ": left out", {}});
        return places;
    }

    Motion motion_of(const MarkerFile& file, const std::vector<int>& places, double metres) const {
        Motion motion(file.frames(), 1, static_cast<int>(places.size()));
        const Axes axes = file.up.empty() ? axes_ : axes_of(file.up);
        for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
            int seen = 0;
            for (std::size_t joint = 0; joint < places.size(); ++joint)
                seen += place(file, frame, places[joint], metres, axes,
                              motion.joint(frame, 0, static_cast<int>(joint)));
            motion.set_tracked(frame, 0, seen > 0);
        }
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            for (std::size_t joint = 0; joint < places.size() && motion.is_tracked(frame, 0); ++joint)
                if (!is_seen(file, frame, places[joint]))
                    motion.set_missing(frame, 0, static_cast<int>(joint));
        return motion;
    }

    static bool is_seen(const MarkerFile& file, std::int64_t frame, int index) {
        if (index < 0) return false;
        const auto at = file.marker(frame, static_cast<std::size_t>(index));
        return std::isfinite(at[0]) && std::isfinite(at[1]) && std::isfinite(at[2]);
    }

    static int place(const MarkerFile& file, std::int64_t frame, int index, double metres, const Axes& axes,
                     float* target) {
        if (!is_seen(file, frame, index)) return 0;
        const auto at = file.marker(frame, static_cast<std::size_t>(index));
        for (std::size_t axis = 0; axis < 3; ++axis)
            target[axis] = static_cast<float>(axes.sign[axis] * metres *
                                              double(at[static_cast<std::size_t>(axes.source[axis])]));
        return 1;
    }

    MarkerFormat format_;
    SkeletonLayout layout_;
    double rate_ = camera_rate;
    double metres_ = 1; // of files that tell no unit
    Axes axes_;
    std::vector<Error> remarks_;
    std::optional<Error> first_error_;
};

} // namespace

std::unique_ptr<Reader> make_marker_reader(const MarkerFormat& format,
                                           const std::vector<SourceFile>& sources) {
    return std::make_unique<MarkerReader>(format, sources);
}

} // namespace kinelens
