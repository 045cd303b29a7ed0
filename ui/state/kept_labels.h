// What is kept of labels between sessions, and how much of it fits the dataset that is open.
#pragma once

#include "core/annotation/edits.h"
#include "core/annotation/json_format.h"

#include <QString>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace kinelens::ui {

using LabelLists = std::map<QString, IntervalList>; // by recording

// The saved file and what was not saved when the program ended, as far as they exist. Reads files.
struct KeptLabels {
    std::optional<Result<AnnotationDocument>> saved, unsaved;
};
KeptLabels readKeptLabels(const Path& file);

// What of a file was not simply taken over.
struct LabelsLeft {
    QString file;
    int beyond = 0;         // intervals that end behind their recordings: left out
    QString firstBeyond;    // the recording of the first of them
    int unknown = 0;        // recordings that the dataset lacks: carried along
    bool otherData = false; // it was made for another content of the dataset
    bool nothing() const { return beyond == 0 && unknown == 0 && !otherData; }
};

struct FittedLabels {
    LabelLists lists; // of the recordings that both name
    Annotations unknown;
    LabelsLeft left;
};

// `classNames` grows by the classes that it lacks; `frames` tells a recording's length, below 0: there is
// none of this name.
FittedLabels fitLabels(const AnnotationDocument& document, std::vector<std::string>& classNames,
                       const std::function<std::int64_t(const QString&)>& frames);

// The sequences of `more` join, or replace those of their names; classes go by their names.
void addSequences(Annotations& annotations, const Annotations& more);

// Without those of these classes that no interval is of.
void dropUnused(Annotations& annotations, const std::set<std::string>& classes);

} // namespace kinelens::ui
