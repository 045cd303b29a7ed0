// FeatureSpace: the features that a map was made of, for questions the map itself cannot answer. Read once on
// another thread and kept.
#pragma once

#include "core/results/features_reader.h"

#include <QFuture>
#include <QHash>
#include <QString>
#include <memory>

namespace kinelens::ui {

struct FeatureSpace {
    Features features;
    QHash<QString, int> rowOf;
};
using FeatureSpacePtr = std::shared_ptr<const FeatureSpace>;

// Errors: those of read_features().
QFuture<Result<FeatureSpacePtr>> readFeatureSpaceLater(const QString& file);

struct NearRow {
    QString name;
    double distance = 0;
};

// The k nearest others of one sequence, exactly, on another thread; none where it has no features.
QFuture<std::vector<NearRow>> nearestLater(const FeatureSpacePtr& space, const QString& name, int k,
                                           bool cosine);

} // namespace kinelens::ui
