#include "tests/support/test_program.h"
#include "viz/charts/stick_figure.h"

#include <QImage>
#include <QPainter>

namespace stick_figure_test {

using namespace kinelens;
using namespace kinelens::viz;

class StickFigureTest : public QObject {
    Q_OBJECT
private slots:
    // A joint that was not seen stands at the origin in the file; a bone to it would be a spike across the
    // picture, and the figure small beside it.
    void unseenJointsAreLeftOut() {
        const SkeletonLayout layout = *built_in_layout("kinect20");
        auto motion = std::make_shared<Motion>(1, 1, 20);
        motion->set_tracked(0, 0, true);
        for (int joint = 0; joint < 20; ++joint) {
            float* at = motion->joint(0, 0, joint);
            at[0] = 5 + 0.05f * static_cast<float>(joint % 4);
            at[1] = 0.1f * static_cast<float>(joint);
            at[2] = 3;
        }
        const auto inked = [&] {
            QImage image(200, 200, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            StickFigure(motion, layout, "y").paint(painter, image.rect(), 0, palette_for(Theme::light));
            painter.end();
            int left = image.width(), right = 0, top = image.height();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) != Qt::white) {
                        left = std::min(left, x);
                        right = std::max(right, x);
                        top = std::min(top, y);
                    }
            return QRect(QPoint(left, top), QPoint(right, image.height()));
        };
        const QRect whole = inked();
        std::fill_n(motion->joint(0, 0, 7), 3, 0.0f);
        const QRect without = inked();
        QVERIFY2(std::abs(without.width() - whole.width()) < 6 &&
                     std::abs(without.height() - whole.height()) < 6,
                 qPrintable(QString("%1 %2").arg(whole.width()).arg(without.width())));
    }
};

KINELENS_TEST(StickFigureTest, widgets);

} // namespace stick_figure_test
#include "stick_figure_test.moc"
