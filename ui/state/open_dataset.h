// The tables of an opened dataset as the window shares them: never changed, so any view may hold them.
#pragma once

#include "core/dataset/dataset.h"

#include <QHash>
#include <QString>
#include <memory>
#include <span>

namespace kinelens::ui {

struct OpenDataset {
    QString file;
    DatasetInfo info;
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals; // sorted by sequence
    std::vector<int> firstInterval;  // one more than sequences: those of i are [first[i], first[i+1])
    QHash<QString, int> rowOf;       // sequence name -> index
    bool hashIsOurs = true;

    std::span<const Interval> intervalsOf(int sequence) const;
    int intervalCount(int sequence) const { return static_cast<int>(intervalsOf(sequence).size()); }
    bool untrimmed() const { return !intervals.empty(); }
    QString className(int label) const; // "–" where unknown
};

using OpenDatasetPtr = std::shared_ptr<const OpenDataset>;
using MotionPtr = std::shared_ptr<const Motion>;

// Fills firstInterval and rowOf.
OpenDatasetPtr makeOpenDataset(const QString& file, DatasetInfo info, std::vector<SequenceInfo> sequences,
                               std::vector<Interval> intervals, bool hashIsOurs);

} // namespace kinelens::ui
