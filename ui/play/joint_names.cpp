#include "ui/play/joint_names.h"

#include "viz/palette/qt_theme.h"
#include "viz/view/scene_view.h"

#include <QPainter>

namespace kinelens::ui {

JointNames::JointNames(viz::SceneView& view)
    : QWidget(&view)
    , view_(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void JointNames::setLayout(const SkeletonLayout& layout, int bodies) {
    layout_ = layout;
    bodies_ = bodies;
    update();
}

void JointNames::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(viz::to_qcolor(colours.text));
    const double aspect = static_cast<double>(width()) / std::max(1, height());
    std::vector<QRect> taken; // a name that would cover another is left out
    for (int body = 0; body < bodies_; ++body)
        for (int joint = 0; joint < layout_.joint_count(); ++joint) {
            const auto place = view_.scene().joint_on_view(body, joint, aspect);
            if (!place) continue;
            const QString name = QString::fromStdString(layout_.joint_names[static_cast<std::size_t>(joint)]);
            const QPoint at(static_cast<int>(place->first * width()) + 8,
                            static_cast<int>(place->second * height()));
            const QRect box = painter.fontMetrics().boundingRect(name).translated(at);
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const QRect& other) { return other.intersects(box); }))
                continue;
            painter.drawText(at, name);
            taken.push_back(box);
        }
}

} // namespace kinelens::ui
