// Labels as files of other programs: CSV, JSON, PKU-MMD's text, ELAN's .eaf, by their endings. Both functions
// read and write files and belong on another thread.
#pragma once

#include "core/annotation/annotations.h"

#include <QString>
#include <QStringList>

namespace kinelens::ui {

// What the files are read for: PKU's text names neither recording nor classes.
struct LabelContext {
    std::vector<std::string> classNames;
    std::vector<std::string> sequences; // of the dataset
    std::string shown;                  // the recording that is shown
    double frameRate = 30;
};

// A single file of one recording that the dataset does not hold is taken for the one that is shown; otherwise
// such recordings are passed over, with a fault each: not_found, subject = file, detail = recording. Errors:
// format_unknown (the ending), those of reading.
Result<AnnotationReading> readLabelFiles(const QStringList& files, const LabelContext& context);

// "csv", "frames", "json": one file; "pku", "eaf": a folder. What was written. Errors: those of
// export_intervals().
Result<int> writeLabelFiles(const Annotations& annotations, const QString& format, const QString& place);

} // namespace kinelens::ui
