#include "ui/state/feature_space.h"

#include "core/neighbours/neighbours.h"

#include <QtConcurrent>

namespace kinelens::ui {
namespace {

Result<FeatureSpacePtr> readSpace(const QString& file) {
    KINELENS_TRY(features, read_features(file.toStdString()));
    auto space = std::make_shared<FeatureSpace>();
    space->features = std::move(features);
    for (std::size_t i = 0; i < space->features.names.size(); ++i)
        space->rowOf.insert(QString::fromStdString(space->features.names[i]), static_cast<int>(i));
    return space;
}

std::vector<NearRow> nearest(const FeatureSpace& space, const QString& name, int k, bool cosine) {
    const int row = space.rowOf.value(name, -1);
    if (row < 0) return {};
    const Features& features = space.features;
    const FeatureRows all{features.instance.data(), static_cast<std::int64_t>(features.names.size()),
                          features.dimension};
    const FeatureRows query{all.row(row), 1, features.dimension};
    const Neighbours found =
        exact_neighbours(query, all, k + 1, cosine ? Distance::cosine : Distance::euclidean, 1);
    std::vector<NearRow> near;
    for (std::size_t i = 0; i < found.indices.size() && near.size() < static_cast<std::size_t>(k); ++i)
        if (found.indices[i] != row)
            near.push_back(
                {QString::fromStdString(features.names[static_cast<std::size_t>(found.indices[i])]),
                 static_cast<double>(found.distances[i])});
    return near;
}

} // namespace

QFuture<Result<FeatureSpacePtr>> readFeatureSpaceLater(const QString& file) {
    return QtConcurrent::run([file] { return readSpace(file); });
}

QFuture<std::vector<NearRow>> nearestLater(const FeatureSpacePtr& space, const QString& name, int k,
                                           bool cosine) {
    return QtConcurrent::run([space, name, k, cosine] { return nearest(*space, name, k, cosine); });
}

} // namespace kinelens::ui
