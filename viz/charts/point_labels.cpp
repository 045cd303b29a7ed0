#include "viz/charts/point_labels.h"

#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double cell_pixels = 28; // cells are between this and twice as large

struct Heap {
    int count = 0;
    float x = 0, y = 0; // sums
};

} // namespace

std::vector<PointLabel> label_places(std::span<const MapPoint> points, std::span<const std::int32_t> group,
                                     int groups, const MapView& view) {
    const QRectF seen = view.seen();
    const double cell = std::exp2(std::ceil(std::log2(cell_pixels / view.scale)));
    const double left = std::floor(seen.left() / cell), low = std::floor(seen.top() / cell);
    const int columns = static_cast<int>(seen.width() / cell) + 2,
              rows = static_cast<int>(seen.height() / cell) + 2;
    const auto cells = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    std::vector<Heap> heaps(cells * static_cast<std::size_t>(groups));
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (group[i] < 0) continue;
        const double column = std::floor(points[i].x / cell) - left,
                     row = std::floor(points[i].y / cell) - low;
        if (!(column >= 0 && row >= 0 && column < columns && row < rows)) continue;
        Heap& heap = heaps[static_cast<std::size_t>(group[i]) * cells +
                           static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                           static_cast<std::size_t>(column)];
        ++heap.count;
        heap.x += points[i].x;
        heap.y += points[i].y;
    }
    std::vector<PointLabel> labels;
    for (int g = 0; g < groups; ++g) {
        const auto first = heaps.begin() + static_cast<std::ptrdiff_t>(cells * static_cast<std::size_t>(g));
        const auto fullest = std::max_element(first, first + static_cast<std::ptrdiff_t>(cells),
                                              [](const Heap& a, const Heap& b) { return a.count < b.count; });
        if (fullest->count == 0) continue;
        const auto count = static_cast<float>(fullest->count);
        labels.push_back({g, fullest->count, view.to_screen({fullest->x / count, fullest->y / count}), {}});
    }
    std::ranges::stable_sort(labels, std::greater(), &PointLabel::points);
    return labels;
}

void spread_labels(std::vector<PointLabel>& labels, const std::vector<QString>& names,
                   const QFontMetricsF& metrics, QSizeF picture) {
    std::vector<PointLabel> kept;
    const double height = metrics.height();
    for (PointLabel label : labels) {
        const double width = metrics.horizontalAdvance(names[static_cast<std::size_t>(label.group)]) + height;
        label.box = QRectF(label.place.x() - width / 2, label.place.y() - height / 2, width, height);
        label.box.moveLeft(std::clamp(label.box.left(), 4.0, std::max(4.0, picture.width() - width - 4)));
        label.box.moveTop(std::clamp(label.box.top(), 4.0, std::max(4.0, picture.height() - height - 4)));
        // A little higher or lower is as good, as long as it still lies on its points.
        for (const double shift : {0.0, -1.1, 1.1}) {
            const QRectF box = label.box.translated(0, shift * height);
            const bool free = std::ranges::none_of(kept, [&](const PointLabel& other) {
                return other.box.adjusted(-4, -2, 4, 2).intersects(box);
            });
            if (!free) continue;
            label.box = box;
            kept.push_back(label);
            break;
        }
    }
    labels = std::move(kept);
}

} // namespace kinelens::viz
