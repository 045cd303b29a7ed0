// What a writer of a format is handed, and what it tells.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/experiment/events.h"
#include "core/export/export_options.h"
#include "core/export/export_report.h"
#include "core/export/output_stream.h"

#include <stop_token>

namespace kinelens {

class ExportWork {
public:
    ExportWork(const DatasetReader& reader, const ExportDataOptions& choices, const EventSink& sink,
               std::stop_token stop, ExportReport& told)
        : data(reader)
        , options(choices)
        , report(told)
        , sink_(sink)
        , stop_(std::move(stop)) {}

    const DatasetReader& data;
    const ExportDataOptions& options;
    ExportReport& report;

    const DatasetInfo& info() const { return data.info(); }
    const std::vector<SequenceInfo>& sequences() const { return data.sequences(); }

    // The next sequence that is written: counted, and looked at for what a format may not hold. Error:
    // cancelled, what reading gives.
    Result<Motion> take(std::size_t sequence);

    // Counts over all that were taken.
    std::int64_t gaps = 0;           // joints of tracked bodies without a position
    std::int64_t scores = 0;         // positions that are neither measured nor missing
    std::int64_t absent_frames = 0;  // of bodies that are seen in other frames of their sequence
    std::int64_t further_bodies = 0; // sequences with more than two
    bool has_ids = false;

    void tell(std::string detail) {
        report.warnings.push_back({ErrorCode::part_left_out, data.file().string(), std::move(detail), {}});
    }

private:
    void look_at(const Motion& motion);

    EventSink sink_;
    std::stop_token stop_;
};

// How many places hold anybody: 1 at least.
int bodies_seen(const Motion& motion);

// The bytes of a motion's values in the order body, frame, joint, coordinate.
std::string bytes_by_body(const Motion& motion, int bodies);

// Writers of one file.
Result<void> write_csv(ExportWork& work, OutputStream& output);
Result<void> write_npz(ExportWork& work, OutputStream& output);
Result<void> write_pyskl(ExportWork& work, OutputStream& output);
Result<void> write_ctrgcn(ExportWork& work, OutputStream& output);

// Writers of a file for each recording.
struct Recording {
    std::string name;
    const SkeletonLayout& layout;
    double frame_rate = 30;
    const std::string& up; // "y" or "z"
    const Motion& motion;  // of one body, but for skeleton_text
};
std::string bvh_text(const Recording& recording);
std::string trc_text(const Recording& recording);
std::string c3d_bytes(const Recording& recording);
std::string skeleton_text(const Recording& recording);

} // namespace kinelens
