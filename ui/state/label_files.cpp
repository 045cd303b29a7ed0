#include "ui/state/label_files.h"

#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/json_format.h"
#include "core/annotation/pku_text.h"
#include "core/results/interval_export.h"

#include <QFileInfo>
#include <algorithm>

namespace kinelens::ui {
namespace {

AnnotationReading fromPku(const std::string& text, const std::string& path, const LabelContext& context) {
    PkuText read = read_pku_text(text, path, static_cast<int>(context.classNames.size()));
    AnnotationReading reading;
    reading.annotations.class_names = context.classNames;
    AnnotatedSequence& sequence = reading.annotations.sequence(
        QFileInfo(QString::fromStdString(path)).completeBaseName().toStdString());
    sequence.frame_rate = context.frameRate;
    sequence.intervals = std::move(read.intervals);
    sort_intervals(sequence.intervals);
    reading.faults = std::move(read.faults);
    return reading;
}

Result<AnnotationReading> readOne(const QString& file, const LabelContext& context) {
    const std::string path = file.toStdString();
    const QString ending = QFileInfo(file).suffix().toLower();
    KINELENS_TRY(text, read_text_file(path));
    if (ending == QStringLiteral("csv")) return annotations_from_csv(text, path, context.classNames);
    if (ending == QStringLiteral("eaf"))
        return annotations_from_eaf(text, path, context.classNames, context.frameRate);
    if (ending == QStringLiteral("txt")) return fromPku(text, path, context);
    if (ending != QStringLiteral("json"))
        return fail(ErrorCode::format_unknown, path, "labels end in .csv, .json, .txt or .eaf");
    KINELENS_TRY(document, annotations_from_json(text, path));
    return AnnotationReading{std::move(document.annotations), {}};
}

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
        KINELENS_TRY(reading, readOne(file, context));
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
