// FeatureSpace: the features that a map was made of, for questions the map itself cannot answer. Read once on
// another thread and kept.
#pragma once

#include "core/neighbours/neighbour_choices.h"
#include "core/results/feature_matrix.h"

#include <QFuture>
#include <QHash>
#include <QString>
#include <memory>

namespace kinelens::ui {

struct FeatureSpace {
    FeatureMatrix features;
    QHash<QString, int> firstRow; // of each name; of frames, those of a name follow one another

    // A frame below 0: of a whole sequence. −1 where there is none.
    int rowOf(const QString& name, int frame) const;
};
using FeatureSpacePtr = std::shared_ptr<const FeatureSpace>;

// Which rows of which file a map was made of, as `embed` was told.
struct FeatureSource {
    QString file;
    FeatureDomain domain = FeatureDomain::instance;
    std::string array;
    bool operator==(const FeatureSource&) const = default;
};

// Errors: those of read_feature_matrix().
QFuture<Result<FeatureSpacePtr>> readFeatureSpaceLater(const FeatureSource& source);

struct NearRow {
    QString name;
    int frame = -1; // of its clip; -1: a whole sequence
    double distance = 0;
};

// The k nearest others of one row, exactly, on another thread.
QFuture<std::vector<NearRow>> nearestLater(const FeatureSpacePtr& space, int row, int k, Distance distance);

} // namespace kinelens::ui
