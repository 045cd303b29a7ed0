#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/pose_rows.h"
#include "core/import/estimators/pose_tables_hdf5.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::size_t sleap_head_size = 65536;
constexpr int most_individuals = 6; // of more tracks the parts of one animal are joined

struct SleapHeader {
    int track = -1;
    int frame = -1;
    int score = -1;
    std::vector<std::string> names;
    std::vector<PointColumns> columns;
};

SleapHeader sleap_header(const PoseRows& rows) {
    SleapHeader header;
    for (int column = 0; column < static_cast<int>(rows.size()); ++column) {
        const std::string_view text = rows.cell(column);
        if (text == "track") header.track = column;
        if (text == "frame_idx") header.frame = column;
        if (text == "instance.score") header.score = column;
        if (text == "track" || text == "frame_idx" || text == "instance.score") continue;
        const auto [name, measure] = name_and_measure(text);
        PointColumns known;
        if (name.empty() || !set_measure(known, measure, 0)) continue;
        const auto at = std::ranges::find(header.names, name);
        const auto place = static_cast<std::size_t>(at - header.names.begin());
        if (at == header.names.end()) {
            header.names.push_back(name);
            header.columns.emplace_back();
        }
        set_measure(header.columns[place], measure, column);
    }
    return header;
}

bool is_sleap(const SourceFile& source) {
    if (source.ending != ".csv") return is_sleap_hdf5(source);
    const std::string head = source.head(sleap_head_size); // which the rows look into
    PoseRows rows(head, source.path);
    if (!rows.next()) return false;
    const SleapHeader header = sleap_header(rows);
    return header.frame >= 0 && !header.names.empty() && (header.track >= 0 || header.score >= 0);
}

Result<std::vector<SeenBodies>> parse_table(std::string_view bytes, const std::string& path) {
    PoseRows rows(bytes, path);
    if (!rows.next()) return fail(ErrorCode::sequence_empty, path, "it is empty");
    const SleapHeader header = sleap_header(rows);
    if (header.frame < 0 || header.names.empty())
        return malformed(path, "its header has no frame_idx or no points");
    rows.expect(rows.size());
    SeenBodies seen;
    seen.layout = layout_of_names(header.names, "points" + std::to_string(header.names.size()));
    seen.counts_from_zero = true;
    std::map<std::string, std::int64_t, std::less<>> tracks;
    std::int64_t without_frame = 0;
    bool all_tracked = true;
    while (rows.next()) {
        const std::int64_t frame = rows.whole(header.frame);
        if (frame < 0) {
            ++without_frame;
            continue;
        }
        SeenBody body(static_cast<int>(header.names.size()));
        for (std::size_t i = 0; i < header.columns.size(); ++i)
            if (header.columns[i].x >= 0 && header.columns[i].y >= 0)
                rows.read_joint(body, static_cast<int>(i), header.columns[i]);
        const std::string_view track = rows.cell(header.track);
        if (is_missing_cell(track))
            all_tracked = false;
        else
            body.id = tracks.try_emplace(std::string(track), std::ssize(tracks) + 1).first->second;
        const double score = header.score < 0 ? std::nan("") : rows.number(header.score);
        if (std::isfinite(score)) body.score = static_cast<float>(score);
        seen.add(frame, std::move(body));
    }
    rows.tell(seen.warnings);
    if (without_frame > 0)
        seen.warnings.push_back({ErrorCode::part_left_out,
                                 path,
                                 counted(without_frame, "row") + " without a whole number as frame_idx",
                                 {}});
    if (all_tracked && tracks.size() <= static_cast<std::size_t>(most_individuals))
        seen.individuals = static_cast<int>(tracks.size());
    std::vector<SeenBodies> all;
    all.push_back(std::move(seen));
    return all;
}

Result<std::vector<SeenBodies>> parse_sleap(std::string_view bytes, const std::string& path) {
    return is_hdf5(bytes) ? parse_sleap_hdf5(bytes, path) : parse_table(bytes, path);
}

} // namespace

EstimatorFormat sleap_format() {
    return {{".csv", ".h5", ".hdf5"}, "SLEAP file", is_sleap, parse_sleap, 30};
}

} // namespace kinelens
