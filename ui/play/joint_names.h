// JointNames: the joints' names over the 3D view.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <QWidget>

namespace kinelens::viz {
class SceneView;
}

namespace kinelens::ui {

class JointNames : public QWidget {
    Q_OBJECT
public:
    explicit JointNames(viz::SceneView& view); // a child of the view, as large as it

    void setLayout(const SkeletonLayout& layout, int bodies);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    viz::SceneView& view_;
    SkeletonLayout layout_;
    int bodies_ = 0;
};

} // namespace kinelens::ui
