// ShownMap: the map that is looked at, and the points that are nearest to the current one among its features.
#pragma once

#include "ui/state/shown_embedding.h"

#include <QObject>

namespace kinelens::ui {

class ShownMap : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const ShownEmbeddingPtr& map() const { return map_; } // null: none is shown
    void set(const ShownEmbeddingPtr& map);

    const std::vector<int>& nearest() const { return nearest_; } // nearest first
    void setNearest(const std::vector<int>& points);

signals:
    // map(); `before`: the one until now.
    void changed(const kinelens::ui::ShownEmbeddingPtr& before);
    void nearestChanged();

private:
    ShownEmbeddingPtr map_;
    std::vector<int> nearest_;
};

} // namespace kinelens::ui
