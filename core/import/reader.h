// Reader: the interface of a file format. To add one: derive, and return it from choose_reader().
#pragma once

#include "core/dataset/dataset.h"
#include "core/import/source_file.h"

#include <optional>

namespace kinelens {

// One recording as its file tells it. info.label stays -1; classes are named, indices come with the dataset.
struct RawSequence {
    SequenceInfo info;
    std::string class_name;        // empty: unlabelled
    std::string why_unlabelled;    // where a reader knows it
    bool label_is_doubted = false; // a warning of its own says why it has none
    Motion motion;
    struct Labelled {
        std::string class_name;
        std::int64_t start = 0; // frames [start, end)
        std::int64_t end = 0;
        float confidence = 1;
    };
    std::vector<Labelled> intervals;
    std::vector<Error> warnings; // what is wrong with it and no reason to reject it
    // Of a file that says them itself: a recording with other joints than the dataset's is rejected, one with
    // another rate is doubted.
    std::optional<SkeletonLayout> layout;
    double frame_rate = 0; // 0: it does not say
};

class Reader {
public:
    virtual ~Reader() = default;

    // Whether the file is meant for this reader; others in the same folder are passed over silently.
    virtual bool accepts(const SourceFile& source) const = 0;

    // Whether a file that is not accepted is read all the same, with one that is: labels beside a recording.
    virtual bool reads_beside(const SourceFile& /*source*/) const { return false; }

    // What it accepts, in the singular: ".skeleton file".
    virtual std::string accepted() const = 0;

    // Layout, bodies, frame rate, axes and the classes that are known beforehand. `sources` are the accepted
    // ones.
    virtual Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const = 0;

    // What was chosen for all files and not said by them, such as their unit; told once.
    virtual std::vector<Error> remarks(const DatasetInfo& /*info*/,
                                       const std::vector<SourceFile>& /*sources*/) const {
        return {};
    }

    // Every recording in one file. Called from several threads. Errors carry file, line and reason.
    virtual Result<std::vector<RawSequence>> read(const SourceFile& source) const = 0;
};

} // namespace kinelens
