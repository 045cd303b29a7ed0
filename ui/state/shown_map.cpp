#include "ui/state/shown_map.h"

#include <utility>

namespace kinelens::ui {

// The same map once more is told too: its points may have been somewhere else meanwhile.
void ShownMap::set(const ShownEmbeddingPtr& map) {
    const ShownEmbeddingPtr before = std::exchange(map_, map);
    emit changed(before);
}

void ShownMap::setNearest(const std::vector<int>& points) {
    nearest_ = points;
    emit nearestChanged();
}

} // namespace kinelens::ui
