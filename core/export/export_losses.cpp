#include "core/export/export_losses.h"

#include "core/dataset/ntu_name.h"
#include "core/export/export_work.h"
#include "core/foundation/number_text.h"

#include <algorithm>

namespace kinelens {
namespace {

using enum DataFormat;

bool is_one_of(DataFormat format, std::initializer_list<DataFormat> formats) {
    return std::ranges::find(formats, format) != formats.end();
}

void tell_labels(ExportWork& work, const std::string& format) {
    std::int64_t lost = 0;
    std::int64_t unlabelled = 0;
    for (const SequenceInfo& sequence : work.sequences()) {
        NtuName name;
        const bool said = work.options.format == skeleton && parse_ntu_name(sequence.name, name) &&
                          name.action == sequence.label + 1;
        lost += sequence.label >= 0 && !said ? 1 : 0;
        unlabelled += sequence.label < 0 ? 1 : 0;
    }
    if (is_one_of(work.options.format, {npz, pyskl, ctrgcn})) {
        if (unlabelled > 0 && unlabelled < static_cast<std::int64_t>(work.sequences().size()))
            work.tell(counted(unlabelled, "sequence") + " without a class " +
                      (unlabelled == 1 ? "is" : "are") +
                      (work.options.format == ctrgcn ? " of no class in y" : " labelled -1"));
        if (work.options.format != npz && !work.info().class_names.empty())
            work.tell(format + " numbers classes from 0 and holds no names of them");
    } else if (lost > 0) {
        work.tell(format + " holds no classes: those of " + counted(lost, "sequence") + " are left out");
    }
}

void tell_of_joints(ExportWork& work, const std::string& format) {
    const DataFormat kind = work.options.format;
    if (work.gaps > 0 && kind == bvh)
        work.tell("BVH has no gaps: " + counted(work.gaps, "joint position") + " that nobody measured " +
                  (work.gaps == 1 ? "is" : "are") + " filled in");
    if (work.gaps > 0 && kind == ctrgcn)
        work.tell(format + " has no gaps: " + counted(work.gaps, "joint position") +
                  " that nobody measured " + (work.gaps == 1 ? "is" : "are") + " 0");
    if (work.absent_frames > 0 && kind == bvh)
        work.tell("BVH has no gaps: in " + counted(work.absent_frames, "frame") +
                  " that do not show a body it goes the straight way between those that do");
    if (work.scores > 0 && !is_one_of(kind, {csv, pyskl}))
        work.tell(format + " holds no confidence: " + counted(work.scores, "score") + " of joint positions " +
                  (work.scores == 1 ? "is" : "are") + " left out");
}

void tell_of_frames(ExportWork& work, const std::string& format) {
    const DataFormat kind = work.options.format;
    if (const auto count = static_cast<std::int64_t>(work.data.intervals().size()); count > 0)
        work.tell(format +
                  " holds no intervals: " + counted(count, "of them is left out", "of them are left out") +
                  "; the verb export writes them");
    if (is_one_of(kind, {pyskl, ctrgcn}))
        work.tell(format + " holds no frame rate: " + short_number_text(work.info().frame_rate) +
                  " frames a second, and no unit or axis that points up: " + work.info().unit + ", " +
                  work.info().up);
    if (kind == csv && work.info().up != "y")
        work.tell("CSV does not say that " + work.info().up + " points up");
    if (kind == skeleton && work.info().frame_rate != 30)
        work.tell("readers of .skeleton files take 30 frames a second, and these have " +
                  short_number_text(work.info().frame_rate));
    if (kind == skeleton && work.info().up != "y")
        work.tell("readers of .skeleton files take y for the axis that points up, and here it is " +
                  work.info().up);
}

void tell_of_people(ExportWork& work, const std::string& format) {
    const bool known = std::ranges::any_of(work.sequences(), [](const SequenceInfo& one) {
        NtuName name;
        return (one.subject >= 0 || one.camera >= 0 || one.setup >= 0 || one.repetition >= 0) &&
               !parse_ntu_name(one.name, name);
    });
    if (known) work.tell(format + " holds no subjects, cameras and repetitions: they are left out");
    if (work.has_ids && work.options.format != skeleton)
        work.tell(format + " holds no tracking ids of bodies: they are left out");
    if (is_one_of(work.options.format, {csv, trc, c3d, pyskl, ctrgcn}))
        work.tell(format + " holds no bones: which joint hangs from which is left out");
}

} // namespace

void tell_losses(ExportWork& work) {
    static constexpr const char* names[] = {"CSV", "npz", "PYSKL", "CTR-GCN",
                                            "BVH", "TRC", "C3D",   ".skeleton"};
    const std::string format = names[static_cast<std::size_t>(work.options.format)];
    tell_labels(work, format);
    tell_of_joints(work, format);
    tell_of_frames(work, format);
    tell_of_people(work, format);
}

} // namespace kinelens
