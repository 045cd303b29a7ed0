#include "tests/support/test_program.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/line_styles.h"
#include "viz/palette/qt_theme.h"
#include "viz/palette/swatch.h"
#include "viz/palette/theme_style.h"

#include <QApplication>
#include <QComboBox>

namespace swatch_test {

using namespace kinelens::viz;

class SwatchTest : public QObject {
    Q_OBJECT
private slots:
    void followsTheTheme();
    void followsInsideABox();
    void isSharp();
    void whatABarHasNoRoomForIsSeen();
};

// Made once, shown in both themes.
void SwatchTest::followsTheTheme() {
    const QIcon label = class_swatch(3);
    const QIcon line = line_swatch(2);
    const QIcon failed = failure_sign();
    for (const Theme theme : {Theme::light, Theme::dark, Theme::light}) {
        QApplication::setPalette(qt_palette(theme));
        const auto middle = [](const QIcon& icon, QPoint place) {
            return icon.pixmap(QSize(16, 16), 1.0).toImage().pixelColor(place).rgb();
        };
        QCOMPARE(middle(label, {8, 8}), to_qcolor(class_colour(3, theme)).rgb());
        QCOMPARE(middle(line, {8, 7}), to_qcolor(line_style(2, theme).colour).rgb());
        QCOMPARE(middle(failed, {3, 8}), to_qcolor(palette_for(theme).error).rgb());
    }
}

void SwatchTest::followsInsideABox() {
    QApplication::setPalette(qt_palette(Theme::light));
    QComboBox box;
    box.addItem(class_swatch(1), "walk");
    box.resize(160, 30);
    const auto count = [&](Theme theme) {
        const QImage image = box.grab().toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y).rgb() == to_qcolor(class_colour(1, theme)).rgb();
        return found;
    };
    QVERIFY(count(Theme::light) > 50);
    QApplication::setPalette(qt_palette(Theme::dark));
    QVERIFY(count(Theme::dark) > 50);
    QCOMPARE(count(Theme::light), 0);
    QApplication::setPalette(qt_palette(Theme::light));
}

void SwatchTest::isSharp() {
    const QPixmap twice = failure_sign().pixmap(QSize(16, 16), 2.0);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
}

// The sign for it stands on the window's ground, light or dark.
void SwatchTest::whatABarHasNoRoomForIsSeen() {
    const ThemeStyle style;
    for (const auto which :
         {QStyle::SP_ToolBarHorizontalExtensionButton, QStyle::SP_ToolBarVerticalExtensionButton})
        for (const Theme theme : {Theme::light, Theme::dark}) {
            QApplication::setPalette(qt_palette(theme));
            const QImage sign = style.standardIcon(which).pixmap(QSize(16, 16), 1.0).toImage();
            double most = 0;
            for (int y = 0; y < sign.height(); ++y)
                for (int x = 0; x < sign.width(); ++x) {
                    const QColor colour = sign.pixelColor(x, y);
                    if (colour.alpha() < 200) continue;
                    const Colour seen = rgb(colour.rgb() & 0xFFFFFF);
                    most = std::max(most, contrast_ratio(seen, palette_for(theme).window));
                }
            QVERIFY2(most > 4.5, qPrintable(QString::number(most)));
        }
    QApplication::setPalette(qt_palette(Theme::light));
}

KINELENS_TEST(SwatchTest, widgets);

} // namespace swatch_test
#include "swatch_test.moc"
