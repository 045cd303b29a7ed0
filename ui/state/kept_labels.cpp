#include "ui/state/kept_labels.h"

#include <algorithm>

namespace kinelens::ui {

KeptLabels readKeptLabels(const Path& file) {
    const auto read = [](const Path& place) -> std::optional<Result<AnnotationDocument>> {
        std::error_code ignored;
        if (!std::filesystem::exists(place, ignored)) return std::nullopt;
        return load_annotations(place);
    };
    return {read(file), read(autosave_file(file))};
}

FittedLabels fitLabels(const AnnotationDocument& document, std::vector<std::string>& classNames,
                       const std::function<std::int64_t(const QString&)>& frames) {
    FittedLabels fitted;
    Annotations all{classNames, {}};
    std::vector<int> labels;
    for (const std::string& name : document.annotations.class_names) labels.push_back(all.class_index(name));
    classNames = std::move(all.class_names);
    fitted.unknown.class_names = document.annotations.class_names;
    for (const AnnotatedSequence& sequence : document.annotations.sequences) {
        const QString name = QString::fromStdString(sequence.name);
        const std::int64_t length = frames(name);
        if (length < 0) {
            fitted.unknown.sequences.push_back(sequence);
            continue;
        }
        IntervalList& list = fitted.lists[name];
        for (Interval interval : sequence.intervals) {
            if (interval.end > length) {
                if (fitted.left.beyond++ == 0) fitted.left.firstBeyond = name;
                continue;
            }
            interval.label = labels[static_cast<std::size_t>(interval.label)];
            interval.sequence = 0;
            list.push_back(std::move(interval));
        }
        sort_intervals(list);
    }
    fitted.left.unknown = static_cast<int>(fitted.unknown.sequences.size());
    return fitted;
}

void addSequences(Annotations& annotations, const Annotations& more) {
    for (const AnnotatedSequence& sequence : more.sequences) {
        AnnotatedSequence& place = annotations.sequence(sequence.name);
        place = sequence;
        for (Interval& interval : place.intervals)
            interval.label =
                annotations.class_index(more.class_names[static_cast<std::size_t>(interval.label)]);
    }
}

void dropUnused(Annotations& annotations, const std::set<std::string>& classes) {
    std::set<int> used;
    for (const AnnotatedSequence& sequence : annotations.sequences)
        for (const Interval& interval : sequence.intervals) used.insert(interval.label);
    std::vector<std::string> kept;
    std::vector<int> places;
    for (int label = 0; label < std::ssize(annotations.class_names); ++label) {
        const std::string& name = annotations.class_names[static_cast<std::size_t>(label)];
        places.push_back(static_cast<int>(kept.size()));
        if (used.contains(label) || !classes.contains(name)) kept.push_back(name);
    }
    annotations.class_names = std::move(kept);
    for (AnnotatedSequence& sequence : annotations.sequences)
        for (Interval& interval : sequence.intervals)
            interval.label = places[static_cast<std::size_t>(interval.label)];
}

} // namespace kinelens::ui
