#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/pose_rows.h"
#include "core/import/estimators/pose_tables_hdf5.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"

#include <algorithm>

namespace kinelens {
namespace {

constexpr std::size_t deeplabcut_head_size = 262144;

bool is_deeplabcut(const SourceFile& source) {
    if (source.ending != ".csv") return is_deeplabcut_hdf5(source);
    const std::string head = source.head(deeplabcut_head_size); // which the rows look into
    PoseRows rows(head, source.path);
    return rows.next() && lower_case(std::string(rows.cell(0))) == "scorer";
}

// Bodyparts of several individuals: those of one name are one joint. A body part that only some have is a
// gap in the others.
class BodyPartTable {
public:
    BodyPartTable(std::string_view text, const std::string& path)
        : rows_(text, path)
        , path_(path) {}

    Result<std::vector<SeenBodies>> parse() {
        KINELENS_CHECK(read_head());
        KINELENS_CHECK(read_columns());
        seen_.layout = layout_of_names(names_, "points" + std::to_string(names_.size()));
        seen_.individuals = static_cast<int>(individuals_.size());
        seen_.counts_from_zero = true;
        for (std::int64_t row = 0; more_ || rows_.next(); ++row) {
            more_ = false;
            read_row(row);
        }
        rows_.tell(seen_.warnings);
        if (by_picture_)
            seen_.warnings.push_back({ErrorCode::data_doubted,
                                      path_,
                                      "rows name pictures, not frames: frames are the numbers in their names",
                                      {}});
        std::vector<SeenBodies> all;
        all.push_back(std::move(seen_));
        return all;
    }

private:
    using Words = std::vector<std::string>;

    // The rows above the frames, each with its name in the first cell.
    Result<void> read_head() {
        while (rows_.next()) {
            const std::string name = lower_case(std::string(rows_.cell(0)));
            Words* row = name == "individuals" ? &who_
                         : name == "bodyparts" ? &parts_
                         : name == "coords"    ? &coords_
                                               : nullptr;
            if (!row && name != "scorer") {
                more_ = true;
                break;
            }
            if (!row) continue;
            for (std::size_t i = 0; i < rows_.size(); ++i) row->emplace_back(rows_.cell(static_cast<int>(i)));
        }
        if (parts_.empty() || coords_.empty())
            return fail(ErrorCode::format_invalid, path_,
                        "it has no rows that begin with bodyparts and coords", {rows_.line(), {}, {}});
        if (parts_.size() != coords_.size() || (!who_.empty() && who_.size() != parts_.size()))
            return fail(ErrorCode::format_invalid, path_, "its header rows are not equally long",
                        {rows_.line(), {}, {}});
        rows_.expect(parts_.size());
        return {};
    }

    static std::size_t place_in(Words& list, const std::string& word) {
        const auto found = std::ranges::find(list, word);
        if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
        list.push_back(word);
        return list.size() - 1;
    }

    Result<void> read_columns() {
        for (std::size_t column = 1; column < parts_.size(); ++column) {
            const std::string measure = lower_case(coords_[column]);
            PointColumns known;
            if (parts_[column].empty() || !set_measure(known, measure, 0)) continue;
            const std::size_t who = place_in(individuals_, who_.empty() ? std::string() : who_[column]);
            const std::size_t part = place_in(names_, parts_[column]);
            if (columns_.size() <= who) columns_.resize(who + 1);
            if (columns_[who].size() <= part) columns_[who].resize(part + 1);
            set_measure(columns_[who][part], measure, static_cast<int>(column));
            if (measure == "z") seen_.dimensions = 3;
        }
        if (names_.empty()) return malformed(path_, "no column holds a coordinate of a body part");
        return {};
    }

    // The first cell is the frame's number, or its picture ("labeled-data/video/img012.png").
    std::int64_t frame_of_row(std::int64_t row) {
        const std::int64_t frame = rows_.whole(0);
        if (frame >= 0) return frame;
        const std::string_view text = rows_.cell(0);
        std::size_t end = text.rfind('.');
        if (end == std::string_view::npos) end = text.size();
        std::size_t start = end;
        while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') --start;
        std::int64_t number = row;
        if (start < end && parse_number(text.substr(start, end - start), number)) by_picture_ = true;
        return number;
    }

    void read_row(std::int64_t row) {
        const std::int64_t frame = frame_of_row(row);
        seen_.frames.try_emplace(frame);
        for (std::size_t who = 0; who < columns_.size(); ++who) {
            SeenBody body(static_cast<int>(names_.size()));
            body.id = static_cast<std::int64_t>(who) + 1;
            for (std::size_t part = 0; part < columns_[who].size(); ++part)
                if (columns_[who][part].x >= 0 && columns_[who][part].y >= 0)
                    rows_.read_joint(body, static_cast<int>(part), columns_[who][part]);
            if (body.has_joints()) seen_.add(frame, std::move(body));
        }
    }

    PoseRows rows_;
    const std::string& path_;
    SeenBodies seen_;
    Words who_;
    Words parts_;
    Words coords_;
    Words individuals_;
    Words names_;
    std::vector<std::vector<PointColumns>> columns_; // by individual and body part
    bool more_ = false;                              // the first row of a frame is read already
    bool by_picture_ = false;
};

Result<std::vector<SeenBodies>> parse_deeplabcut(std::string_view bytes, const std::string& path) {
    if (is_hdf5(bytes)) return parse_deeplabcut_hdf5(bytes, path);
    return BodyPartTable(bytes, path).parse();
}

} // namespace

EstimatorFormat deeplabcut_format() {
    return {{".csv", ".h5", ".hdf5"}, "DeepLabCut file", is_deeplabcut, parse_deeplabcut, 30};
}

} // namespace kinelens
