#include "core/import/capture/c3d_file.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/import/capture/c3d_parameters.h"

#include <limits>

namespace kinelens {
namespace {

constexpr std::size_t block = 512;
constexpr std::uint8_t key = 0x50;
constexpr std::size_t most_markers = 10000;

class C3dParser {
public:
    C3dParser(std::string_view bytes, const std::string& path)
        : bytes_(bytes)
        , path_(path) {}

    Result<MarkerFile> parse() {
        KINELENS_CHECK(read_parameters());
        KINELENS_CHECK(read_shape());
        name_markers();
        file_.up = up();
        if (const auto units = parameters_.texts("POINT:UNITS"); !units.empty()) file_.unit = units.front();
        KINELENS_CHECK(read_frames());
        return std::move(file_);
    }

private:
    tl::unexpected<Error> wrong(std::string detail, ErrorCode code = ErrorCode::format_invalid) const {
        return fail(code, path_, std::move(detail));
    }

    Result<void> read_parameters() {
        if (bytes_.size() < block || bytes_.byte(1) != key)
            return wrong("it does not begin like a C3D file", ErrorCode::format_unknown);
        const std::size_t first = bytes_.byte(0);
        const std::size_t at = first > 0 ? (first - 1) * block : block;
        if (!bytes_.holds(at, 4)) return wrong("it ends before its parameters", ErrorCode::file_truncated);
        const int machine = bytes_.byte(at + 3);
        if (machine < 84 || machine > 86)
            return wrong("it names the machine " + std::to_string(machine) + "; 84 to 86 are known");
        bytes_.machine = static_cast<C3dMachine>(machine);
        KINELENS_TRY(parameters, C3dParameters::read(bytes_, at, path_));
        parameters_ = std::move(parameters);
        return {};
    }

    // Counts above 32767 are stored as if they were negative.
    static std::size_t count_of(double value) {
        if (value < 0) value += 65536;
        return value >= 0 && value <= 65535 ? static_cast<std::size_t>(value) : 0;
    }

    Result<void> read_shape() {
        markers_ = bytes_.word(2);
        if (const auto used = parameters_.number("POINT:USED"); used && count_of(*used) != markers_)
            return wrong(std::to_string(markers_) + " markers by its header, " + short_number_text(*used) +
                         " by its parameters");
        if (markers_ == 0) return wrong("it holds no markers, only analogue channels or forces");
        if (markers_ > most_markers)
            return wrong(std::to_string(markers_) + " markers are more than anybody wears");
        analogue_ = bytes_.word(4);
        scale_ = parameters_.number("POINT:SCALE").value_or(bytes_.real(12));
        if (!std::isfinite(scale_) || scale_ == 0) return wrong("its scale of markers is 0 or no number");
        const double rate = parameters_.number("POINT:RATE").value_or(bytes_.real(20));
        file_.frame_rate = std::isfinite(rate) && rate > 0 ? rate : 0;
        frames_ = frames_announced();
        const auto start = parameters_.number("POINT:DATA_START");
        const std::size_t first = start && count_of(*start) > 0 ? count_of(*start) : bytes_.word(16);
        if (first == 0) return wrong("it does not say where its frames begin");
        data_ = (first - 1) * block;
        return {};
    }

    // Of three places the one that can say the most; 0: they say nothing.
    std::size_t frames_announced() const {
        const auto from = parameters_.numbers("TRIAL:ACTUAL_START_FIELD");
        const auto to = parameters_.numbers("TRIAL:ACTUAL_END_FIELD");
        if (from.size() == 2 && to.size() == 2) {
            const auto field = [](const std::vector<double>& words) {
                return count_of(words[0]) + count_of(words[1]) * 65536;
            };
            if (field(to) >= field(from)) return field(to) - field(from) + 1;
        }
        if (const auto frames = parameters_.number("POINT:LONG_FRAMES");
            frames && *frames > 0 && *frames < 1e9)
            return static_cast<std::size_t>(*frames);
        const std::size_t first = bytes_.word(6);
        const std::size_t last = bytes_.word(8);
        if (last >= first && last != 65535) return last - first + 1;
        return count_of(parameters_.number("POINT:FRAMES").value_or(0));
    }

    void name_markers() {
        std::vector<std::string> names = parameters_.texts("POINT:LABELS");
        for (int part = 2; names.size() < markers_; ++part) { // one list holds 255 at most
            const auto more = parameters_.texts("POINT:LABELS" + std::to_string(part));
            if (more.empty()) break;
            names.insert(names.end(), more.begin(), more.end());
        }
        if (names.size() < markers_ && !names.empty())
            file_.warnings.push_back({ErrorCode::format_invalid,
                                      path_,
                                      std::to_string(names.size()) + " names for " + counted_markers() +
                                          "; the others are numbered",
                                      {}});
        names.resize(markers_);
        file_.markers = std::move(names);
    }

    std::string counted_markers() const { return counted(static_cast<std::int64_t>(markers_), "marker"); }

    // The axis that the screen's vertical was set to.
    std::string up() const {
        const auto vertical = parameters_.texts("POINT:Y_SCREEN");
        if (vertical.empty() || vertical.front().empty()) return {};
        std::string axis = lower_case(vertical.front());
        if (axis.starts_with('+')) axis.erase(0, 1);
        const std::string letter = axis.starts_with('-') ? axis.substr(1) : axis;
        return letter == "x" || letter == "y" || letter == "z" ? axis : std::string();
    }

    Result<void> read_frames() {
        const std::size_t width = scale_ < 0 ? 4 : 2;
        const std::size_t row = (markers_ * 4 + analogue_) * width;
        const std::size_t there = data_ < bytes_.size() ? (bytes_.size() - data_) / row : 0;
        if (there == 0) return wrong("it ends before its first frame", ErrorCode::file_truncated);
        const std::size_t frames = frames_ == 0 ? there : std::min(there, frames_);
        if (frames < frames_)
            file_.warnings.push_back({ErrorCode::file_truncated,
                                      path_,
                                      std::to_string(frames) + " of " + std::to_string(frames_) +
                                          " frames are whole; the others are missing",
                                      {}});
        file_.positions.resize(frames * markers_ * 3);
        for (std::size_t frame = 0; frame < frames; ++frame)
            for (std::size_t marker = 0; marker < markers_; ++marker)
                read_marker(data_ + frame * row + marker * 4 * width,
                            file_.positions.data() + (frame * markers_ + marker) * 3);
        return {};
    }

    void read_marker(std::size_t at, float* position) const {
        float values[3];
        double residual = 0;
        if (scale_ < 0) {
            for (std::size_t axis = 0; axis < 3; ++axis) values[axis] = bytes_.real(at + axis * 4);
            residual = bytes_.real(at + 12);
        } else {
            for (std::size_t axis = 0; axis < 3; ++axis)
                values[axis] = static_cast<float>(scale_ * bytes_.integer(at + axis * 2));
            residual = bytes_.integer(at + 6);
        }
        const bool origin = values[0] == 0 && values[1] == 0 && values[2] == 0;
        const bool seen = residual >= 0 && !origin;
        for (std::size_t axis = 0; axis < 3; ++axis)
            position[axis] = seen ? values[axis] : std::numeric_limits<float>::quiet_NaN();
    }

    C3dBytes bytes_;
    const std::string& path_;
    C3dParameters parameters_;
    MarkerFile file_;
    std::size_t markers_ = 0;
    std::size_t analogue_ = 0; // values beside the markers of a frame
    std::size_t frames_ = 0;   // announced; 0: it does not say
    std::size_t data_ = 0;     // where the frames begin
    double scale_ = 1;         // below 0: real numbers
};

} // namespace

Result<MarkerFile> parse_c3d(std::string_view bytes, const std::string& path) {
    return C3dParser(bytes, path).parse();
}

bool is_c3d(const SourceFile& source) {
    const std::string head = source.head(2);
    return head.size() == 2 && static_cast<unsigned char>(head[1]) == key;
}

} // namespace kinelens
