#include "core/import/tables/table_parts.h"

#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kinelens {
namespace {

constexpr std::int64_t most_frames_without_row = 1'000'000;

std::string cell_at(const std::vector<std::string_view>& cells, int column) {
    const auto at = static_cast<std::size_t>(std::max(column, 0));
    return column < 0 || at >= cells.size() ? std::string() : std::string(cells[at]);
}

class TableSplitter {
public:
    TableSplitter(const Recipe& recipe, std::string_view text, const std::string& path)
        : recipe_(recipe)
        , cursor_(text)
        , path_(path)
        , separator_(recipe.separator) {}

    Result<std::vector<TablePart>> split() {
        take_head();
        std::vector<std::string> kept;
        while (!cursor_.at_end()) {
            const long long line = cursor_.line();
            const std::string_view row = cursor_.take_line();
            const auto cells = cells_of_line(row, separator_, kept);
            if (std::ranges::all_of(cells, [](std::string_view cell) { return cell.empty(); })) continue;
            TablePart& part = part_of(cells);
            KINELENS_CHECK(add_frame(part, cells, line));
            part.text.append(row).append("\n");
            part.lines.push_back(line);
        }
        if (parts_.empty()) return fail(ErrorCode::file_truncated, path_, "it has no row of data");
        return std::move(parts_);
    }

private:
    void take_head() {
        const bool told = cursor_.peek_word().starts_with("sep=");
        for (int i = 0; i < recipe_.header_lines + (told ? 1 : 0) && !cursor_.at_end(); ++i) {
            head_lines_.push_back(cursor_.line());
            const std::string_view line = cursor_.take_line();
            if (told && i == 0 && line.size() > 4) separator_ = line[4];
            head_.append(line).append("\n");
        }
    }

    TablePart& part_of(const std::vector<std::string_view>& cells) {
        const std::pair key(cell_at(cells, recipe_.sequence_column), cell_at(cells, recipe_.body_column));
        const auto [place, added] = places_.emplace(key, parts_.size());
        if (added) parts_.push_back({key.first, key.second, head_, head_lines_, {}});
        return parts_[place->second];
    }

    Result<void> add_frame(TablePart& part, const std::vector<std::string_view>& cells, long long line) {
        std::int64_t frame = static_cast<std::int64_t>(part.frames.size());
        if (recipe_.frame_column >= 0) {
            const std::string cell = cell_at(cells, recipe_.frame_column);
            double number = 0;
            const ErrorPlace place{line, recipe_.frame_column + 1, {}};
            if (!parse_cell(cell, separator_ != ',', number) || number != std::floor(number) ||
                std::abs(number) > 1e15)
                return fail(ErrorCode::format_invalid, path_,
                            "'" + cell.substr(0, 20) + "' is no frame number", place);
            frame = static_cast<std::int64_t>(number);
            if (!part.frames.empty() && frame <= part.frames.back())
                return fail(ErrorCode::format_invalid, path_,
                            "frame " + std::to_string(frame) + " follows frame " +
                                std::to_string(part.frames.back()),
                            place);
        }
        part.frames.push_back(frame);
        return {};
    }

    const Recipe& recipe_;
    TextCursor cursor_;
    const std::string& path_;
    char separator_;
    std::string head_;
    std::vector<long long> head_lines_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;
    std::vector<TablePart> parts_;
};

// Row `row` of a part at its frame.
void place_row(const Motion& part, std::int64_t row, Motion& whole, std::int64_t frame, int body) {
    if (!part.is_tracked(row, 0)) return;
    whole.set_tracked(frame, body, true);
    for (int joint = 0; joint < part.joints; ++joint) {
        std::copy_n(part.joint(row, 0, joint), 3, whole.joint(frame, body, joint));
        if (part.confidence.empty() && whole.confidence.empty()) continue;
        const auto at = static_cast<std::size_t>(row * part.joints + joint);
        whole.set_confidence(frame, body, joint, part.confidence.empty() ? 1.0f : part.confidence[at]);
    }
}

// The parts of one recording.
RawSequence joined(const std::vector<TablePart*>& parts, std::int64_t first, std::int64_t frames,
                   int places) {
    RawSequence whole = std::move(parts.front()->sequence);
    const Motion one = std::move(whole.motion);
    whole.motion = Motion(frames, places, one.joints);
    for (std::size_t body = 0; body < parts.size(); ++body) {
        const TablePart& part = *parts[body];
        const Motion& motion = body == 0 ? one : part.sequence.motion;
        for (std::size_t row = 0; row < part.frames.size(); ++row)
            place_row(motion, static_cast<std::int64_t>(row), whole.motion, part.frames[row] - first,
                      static_cast<int>(body));
        if (body > 0)
            whole.warnings.insert(whole.warnings.end(), part.sequence.warnings.begin(),
                                  part.sequence.warnings.end());
    }
    const std::vector<std::int64_t>& rows = parts.front()->frames;
    for (RawSequence::Labelled& interval : whole.intervals) {
        interval.start = rows[static_cast<std::size_t>(interval.start)] - first;
        interval.end = rows[static_cast<std::size_t>(interval.end - 1)] - first + 1;
    }
    return whole;
}

} // namespace

std::vector<std::string_view> cells_of_line(std::string_view line, char separator,
                                            std::vector<std::string>& kept) {
    auto cells = split_line(line, separator, kept);
    if (separator == ' ') std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
    return cells;
}

bool is_in_parts(const Recipe& recipe) {
    return recipe.sequence_column >= 0 || recipe.body_column >= 0 || recipe.frame_column >= 0;
}

Result<std::vector<TablePart>> parts_of_table(const Recipe& recipe, std::string_view text,
                                              const std::string& path) {
    return TableSplitter(recipe, text, path).split();
}

Result<std::vector<RawSequence>> joined_parts(const Recipe& recipe, std::vector<TablePart> parts,
                                              const std::string& path) {
    std::vector<std::vector<TablePart*>> recordings;
    std::map<std::string, std::size_t> places;
    for (TablePart& part : parts) {
        const auto [place, added] = places.emplace(part.name, recordings.size());
        if (added) recordings.emplace_back();
        recordings[place->second].push_back(&part);
    }
    std::vector<RawSequence> sequences;
    for (std::vector<TablePart*>& bodies : recordings) {
        std::int64_t first = bodies.front()->frames.front();
        std::int64_t last = first;
        std::int64_t rows = 0;
        for (const TablePart* part : bodies) {
            first = std::min(first, part->frames.front());
            last = std::max(last, part->frames.back());
            rows += static_cast<std::int64_t>(part->frames.size());
        }
        if (last - first - rows > most_frames_without_row)
            return fail(ErrorCode::format_invalid, path,
                        counted(rows, "row") + " for frames " + std::to_string(first) + " to " +
                            std::to_string(last));
        const auto kept = std::min(bodies.size(), static_cast<std::size_t>(recipe.bodies));
        const auto left_out = static_cast<std::int64_t>(bodies.size() - kept);
        bodies.resize(kept);
        sequences.push_back(joined(bodies, first, last - first + 1, recipe.bodies));
        if (left_out > 0)
            sequences.back().warnings.push_back({ErrorCode::part_left_out,
                                                 path + ":" + sequences.back().info.name,
                                                 counted(left_out, "body", "bodies") + " more than the " +
                                                     std::to_string(recipe.bodies) +
                                                     " that the recipe has places for (bodies)",
                                                 {}});
    }
    return sequences;
}

} // namespace kinelens
