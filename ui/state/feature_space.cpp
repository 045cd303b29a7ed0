#include "ui/state/feature_space.h"

#include "core/neighbours/neighbours.h"

#include <QtConcurrent>

namespace kinelens::ui {
namespace {

Result<FeatureSpacePtr> readSpace(const FeatureSource& source) {
    KINELENS_TRY(features, read_feature_matrix(source.file.toStdString(), source.domain, source.array));
    auto space = std::make_shared<FeatureSpace>();
    space->features = std::move(features);
    for (std::size_t i = space->features.names.size(); i-- > 0;)
        space->firstRow.insert(QString::fromStdString(space->features.names[i]), static_cast<int>(i));
    return space;
}

std::vector<NearRow> nearest(const FeatureSpace& space, int row, int k, Distance distance) {
    const FeatureMatrix& features = space.features;
    const FeatureRows all{features.values.data(), features.rows(), features.dimension};
    const FeatureRows query{all.row(row), 1, features.dimension};
    const Neighbours found = exact_neighbours(query, all, k + 1, distance, 1);
    std::vector<NearRow> near;
    for (std::size_t i = 0; i < found.indices.size() && near.size() < static_cast<std::size_t>(k); ++i) {
        const auto other = static_cast<std::size_t>(found.indices[i]);
        if (found.indices[i] != row)
            near.push_back({QString::fromStdString(features.names[other]),
                            features.frames.empty() ? -1 : features.frames[other],
                            static_cast<double>(found.distances[i])});
    }
    return near;
}

} // namespace

int FeatureSpace::rowOf(const QString& name, int frame) const {
    const int first = firstRow.value(name, -1);
    if (first < 0 || features.frames.empty()) return first;
    return frame < features.clip_frames ? first + std::max(frame, 0) : -1;
}

QFuture<Result<FeatureSpacePtr>> readFeatureSpaceLater(const FeatureSource& source) {
    return QtConcurrent::run([source] { return readSpace(source); });
}

QFuture<std::vector<NearRow>> nearestLater(const FeatureSpacePtr& space, int row, int k, Distance distance) {
    return QtConcurrent::run([space, row, k, distance] { return nearest(*space, row, k, distance); });
}

} // namespace kinelens::ui
