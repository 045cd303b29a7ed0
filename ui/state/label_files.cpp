#include "ui/state/label_files.h"

#include "core/annotation/label_file.h"
#include "core/results/interval_export.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

bool holds(const LabelContext& context, const AnnotatedSequence& sequence) {
    return std::find(context.sequences.begin(), context.sequences.end(), sequence.name) !=
           context.sequences.end();
}

void passOverUnknown(AnnotationReading& reading, const QString& file, const LabelContext& context) {
    auto& sequences = reading.annotations.sequences;
    for (const AnnotatedSequence& sequence : sequences)
        if (!holds(context, sequence))
            reading.faults.push_back({ErrorCode::not_found, file.toStdString(), sequence.name});
    std::erase_if(sequences,
                  [&context](const AnnotatedSequence& sequence) { return !holds(context, sequence); });
}

} // namespace

Result<AnnotationReading> readLabelFiles(const QStringList& files, const LabelContext& context) {
    AnnotationReading all;
    all.annotations.class_names = context.classNames;
    for (const QString& file : files) {
        const std::string path = file.toStdString();
        KINELENS_TRY(text, read_text_file(path));
        KINELENS_TRY(reading, read_labels(text, {path, context.classNames, context.frameRate}));
        auto& sequences = reading.annotations.sequences;
        if (files.size() == 1 && sequences.size() == 1 && !context.shown.empty() &&
            !holds(context, sequences.front()))
            sequences.front().name = context.shown;
        passOverUnknown(reading, file, context);
        for (AnnotatedSequence& sequence : reading.annotations.sequences) {
            AnnotatedSequence& place = all.annotations.sequence(sequence.name);
            for (Interval& interval : sequence.intervals) {
                interval.label = all.annotations.class_index(
                    reading.annotations.class_names[static_cast<std::size_t>(interval.label)]);
                place.intervals.push_back(std::move(interval));
            }
            sort_intervals(place.intervals);
        }
        all.faults.insert(all.faults.end(), reading.faults.begin(), reading.faults.end());
    }
    return all;
}

Result<int> writeLabelFiles(const Annotations& annotations, const QString& format, const QString& place) {
    KINELENS_TRY(written, export_intervals(annotations, format.toStdString(), place.toStdString()));
    return static_cast<int>(written.size());
}

} // namespace kinelens::ui
