#include "core/import/pku_reader.h"

#include "core/annotation/pku_text.h"
#include "core/dataset/pku_name.h"
#include "core/dataset/tracking.h"
#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"
#include "core/import/class_names.h"
#include "core/import/people/most_energetic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kinelens {
namespace {

constexpr int bodies_in_file = 2;
constexpr int joints = 25;
constexpr std::size_t numbers_in_row = bodies_in_file * joints * 3;

enum class PkuKind { unknown, skeletons, labels };

// Recordings and their labels have the same names: the first row of numbers tells them apart, 150 against
// four.
PkuKind kind_of_rows(std::string head) {
    std::erase(head, '\0'); // UTF-16 is told of later
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
    TextCursor cursor(without_byte_order_mark(head));
    while (!cursor.at_end()) {
        const std::string_view row = cursor.take_line();
        std::size_t count = 0;
        float number = 0;
        bool good = true;
        for (std::size_t at = 0; (at = row.find_first_not_of(" \t,;", at)) != std::string_view::npos;
             ++count) {
            const std::size_t end = std::min(row.find_first_of(" \t,;", at), row.size());
            good = good && parse_number(row.substr(at, end - at), number);
            at = end;
        }
        if (count > 20) return PkuKind::skeletons;
        if (good && (count == 3 || count == 4)) return PkuKind::labels;
    }
    return PkuKind::unknown;
}

Path folder_of(const SourceFile& source) {
    return Path(source.path).parent_path();
}

// What the name of the folder says, where the rows do not.
PkuKind kind_of_folder(const Path& folder) {
    const std::string name = lower_case(folder.filename().string());
    const auto labels = static_cast<std::ptrdiff_t>(name.rfind("label")); // npos: -1
    const auto skeletons = static_cast<std::ptrdiff_t>(name.rfind("skeleton"));
    return labels == skeletons ? PkuKind::unknown : labels > skeletons ? PkuKind::labels : PkuKind::skeletons;
}

// The folder that all of them lie below: its own name says nothing.
Path root_of(const std::vector<SourceFile>& sources) {
    Path root = sources.empty() ? Path() : folder_of(sources.front());
    for (const SourceFile& source : sources) {
        const Path folder = folder_of(source);
        while (!root.empty() &&
               std::mismatch(root.begin(), root.end(), folder.begin(), folder.end()).first != root.end())
            root = root.parent_path() == root ? Path() : root.parent_path();
    }
    return root;
}

class PkuKinds {
public:
    explicit PkuKinds(const std::vector<SourceFile>& sources)
        : root_(root_of(sources)) {}

    bool holds_labels(const SourceFile& source) {
        if (source.ending != ".txt" && !source.ending.empty()) return source.ending == ".label";
        PkuKind kind = source.archive ? kind_in_archive(source) : kind_of_rows(source.head(head_size));
        if (const Path folder = folder_of(source); kind == PkuKind::unknown && folder != root_)
            kind = kind_of_folder(folder);
        return kind == PkuKind::labels;
    }

private:
    static constexpr std::size_t head_size = 4096;

    // To unpack every member twice would take long: the first of a folder stands for it.
    PkuKind kind_in_archive(const SourceFile& source) {
        PkuKind& kind = of_folder_[folder_of(source)];
        if (kind == PkuKind::unknown) kind = kind_of_rows(source.head(head_size));
        return kind;
    }

    Path root_;
    std::map<Path, PkuKind> of_folder_;
};

class RowsReader {
public:
    RowsReader(std::string_view text, const std::string& path)
        : cursor_(without_byte_order_mark(text))
        , path_(path)
        , utf16_(is_utf16(text)) {}

    Result<Motion> read() {
        if (utf16_) return wrong(ErrorCode::format_invalid, std::string(utf16_words), 1);
        long long blank = 0;
        while (!cursor_.at_end()) {
            line_ = cursor_.line();
            const std::string_view row = cursor_.take_line();
            if (row.find_first_not_of(" \t") == std::string_view::npos) {
                blank = blank == 0 ? line_ : blank;
                continue;
            }
            if (blank > 0) return wrong(ErrorCode::joint_count_wrong, "an empty row", blank);
            KINELENS_CHECK(read_row(row));
        }
        if (values_.empty()) return wrong(ErrorCode::file_truncated, "it has no row", 1);
        return motion();
    }

private:
    tl::unexpected<Error> wrong(ErrorCode code, std::string detail, long long line,
                                std::optional<long long> column = {}) const {
        return fail(code, path_, std::move(detail), {line, column, {}});
    }

    Result<void> read_row(std::string_view row) {
        std::size_t count = 0;
        for (std::size_t at = 0; (at = row.find_first_not_of(" \t,", at)) != std::string_view::npos;) {
            const std::size_t end = std::min(row.find_first_of(" \t,", at), row.size());
            float value = 0;
            const auto column = static_cast<long long>(at) + 1;
            if (!parse_number(row.substr(at, end - at), value))
                return wrong(ErrorCode::format_invalid,
                             "'" + std::string(row.substr(at, std::min<std::size_t>(end - at, 20))) +
                                 "' is not a number",
                             line_, column);
            if (!std::isfinite(value)) return wrong(ErrorCode::value_not_finite, {}, line_, column);
            values_.push_back(value);
            ++count;
            at = end;
        }
        if (count == numbers_in_row) return {};
        const std::string found = std::to_string(count) + " numbers found, 150 expected";
        const bool cut_off = cursor_.at_end() && count < numbers_in_row;
        return wrong(cut_off ? ErrorCode::file_truncated : ErrorCode::joint_count_wrong, found, line_);
    }

    Motion motion() {
        Motion motion(static_cast<std::int64_t>(values_.size() / numbers_in_row), bodies_in_file, joints);
        motion.positions = std::move(values_);
        track_by_position(motion);
        return motion;
    }

    TextCursor cursor_;
    const std::string& path_;
    bool utf16_;
    long long line_ = 0;
    std::vector<float> values_;
};

class PkuReader : public Reader {
public:
    PkuReader(int bodies, const std::vector<SourceFile>& sources)
        : bodies_(std::min(bodies, bodies_in_file)) {
        PkuKinds kinds(sources);
        for (const SourceFile& source : sources) {
            if (source.fault || !is_pku_file(source)) continue;
            if (!kinds.holds_labels(source)) {
                recordings_.insert(source.stem);
                continue;
            }
            labels_.emplace(source.stem, source);
            label_paths_.insert(source.path);
        }
        if (!labels_.empty()) label_folder_ = Path(labels_.begin()->second.path).parent_path();
    }

    // Labels are read with their recording; those without one, and second ones, are accepted to be reported.
    bool accepts(const SourceFile& source) const override {
        if (!is_pku_file(source)) return false;
        return !is_label(source) || is_second(source) || !recordings_.contains(source.stem);
    }
    bool reads_beside(const SourceFile& source) const override { return is_label(source); }
    std::string accepted() const override { return "file named as PKU-MMD's (0002-L.txt, A01N01-L.txt)"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>&) const override {
        DatasetInfo info;
        KINELENS_TRY(layout, built_in_layout("ntu25"));
        info.layout = layout;
        info.bodies = std::min(bodies_, bodies_in_file);
        info.frame_rate = 30;
        info.class_names = pku_class_names();
        return info;
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        if (is_label(source) && is_second(source))
            return fail(ErrorCode::name_repeated, source.path, source.stem);
        if (is_label(source))
            return fail(ErrorCode::file_not_found, source.path, "the skeletons of these labels");
        thread_local std::string text;
        KINELENS_CHECK(source.read_into(text));
        std::vector<RawSequence> sequences(1);
        RawSequence& sequence = sequences.front();
        KINELENS_TRY(motion, parse_pku_skeleton(text, source.path));
        sequence.motion = bodies_ < bodies_in_file ? keep_bodies(motion, bodies_) : std::move(motion);
        sequence.info.name = source.stem;
        const PkuName name = *parse_pku_name(source.stem);
        sequence.info.camera = name.camera;
        sequence.info.setup = name.script;
        sequence.info.subject = name.subject;
        add_labels(sequence);
        return sequences;
    }

private:
    bool is_label(const SourceFile& source) const { return label_paths_.contains(source.path); }
    bool is_second(const SourceFile& label) const { return labels_.at(label.stem).path != label.path; }

    // A tree without any label is a tree of unlabelled recordings: nothing is missing.
    void add_labels(RawSequence& sequence) const {
        if (labels_.empty()) return;
        const auto found = labels_.find(sequence.info.name);
        if (found == labels_.end()) {
            sequence.label_is_doubted = true;
            sequence.warnings.push_back({ErrorCode::file_not_found,
                                         (label_folder_ / sequence.info.name).string(),
                                         "the recording is imported without labels",
                                         {}});
            return;
        }
        const SourceFile& file = found->second;
        const auto text = file.read();
        if (!text) {
            sequence.warnings.push_back(text.error());
            return;
        }
        auto rows = read_pku_text(*text, file.path, static_cast<int>(pku_class_names().size()));
        sequence.warnings = std::move(rows.faults);
        for (std::size_t i = 0; i < rows.intervals.size(); ++i)
            add_interval(sequence, rows.intervals[i], {file.path, rows.lines[i]});
    }

    struct Row {
        const std::string& path;
        long long line;
    };

    static void add_interval(RawSequence& sequence, const Interval& interval, const Row& row) {
        const std::int64_t frames = sequence.motion.frames;
        const auto warn = [&](std::string detail) {
            sequence.warnings.push_back(
                {ErrorCode::format_invalid, row.path, std::move(detail), {row.line, {}, {}}});
        };
        const std::string length = "the recording has " + counted(frames, "frame");
        if (interval.start >= frames) return warn("it starts behind the end and is left out: " + length);
        if (interval.end > frames) warn("it is cut at the end: " + length);
        sequence.intervals.push_back({pku_class_names()[static_cast<std::size_t>(interval.label)],
                                      interval.start, std::min(interval.end, frames), interval.confidence});
    }

    int bodies_;
    std::map<std::string, SourceFile> labels_; // by name
    std::set<std::string> label_paths_;
    std::set<std::string> recordings_;
    Path label_folder_;
};

} // namespace

bool is_pku_file(const SourceFile& source) {
    return (source.ending.empty() || source.ending == ".txt" || source.ending == ".skeleton" ||
            source.ending == ".label") &&
           parse_pku_name(source.stem) && source.stem.find('#') == std::string::npos;
}

Result<Motion> parse_pku_skeleton(std::string_view text, const std::string& path) {
    return RowsReader(text, path).read();
}

const std::vector<std::string>& pku_class_names() {
    static const std::vector<std::string> names = resource_class_names("pku51");
    return names;
}

std::unique_ptr<Reader> make_pku_reader(int bodies, const std::vector<SourceFile>& sources) {
    return std::make_unique<PkuReader>(bodies, sources);
}

} // namespace kinelens
