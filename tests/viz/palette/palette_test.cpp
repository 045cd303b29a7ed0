#include "tests/support/test_program.h"
#include "viz/palette/palette.h"

#include "viz/palette/apply_theme.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/line_styles.h"
#include "viz/palette/qt_theme.h"

#include <QPen>
#include <QToolButton>
#include <algorithm>

namespace palette_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

constexpr ColourVision visions[] = {ColourVision::normal, ColourVision::protanopia,
                                    ColourVision::deuteranopia, ColourVision::tritanopia};
constexpr Theme both[] = {Theme::light, Theme::dark};

double seen_distance(ColourVision vision, Colour one, Colour two) {
    return perceived_distance(as_seen_with(vision, one), as_seen_with(vision, two));
}

void expect_contrast(double least, Colour front, Colour back) {
    const double found = contrast_ratio(front, back);
    const QString pair = to_qcolor(front).name() + QStringLiteral(" on ") + to_qcolor(back).name();
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1: %2").arg(pair).arg(found)));
}

void expect_apart(double least, Colour one, Colour two) {
    for (const ColourVision vision : visions) {
        const double found = seen_distance(vision, one, two);
        const QString pair = to_qcolor(one).name() + QStringLiteral(" and ") + to_qcolor(two).name();
        const QString words = QStringLiteral("%1, vision %2: %3").arg(pair).arg(int(vision)).arg(found);
        QVERIFY2(found >= least, qPrintable(words));
    }
}

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT
private slots:
    void measuresAgreeWithPublishedValues();
    void oklchGoesThereAndBack();
    void textIsReadable();
    void linesAndFiguresShow();
    void sidesDifferForEveryEye();
    void secondBodyIsLighter();
    void firstClassesDifferForEveryEye();
    void everyClassDiffersAndShows();
    void classIndicesOutsideTheTable();
    void linesNeverDifferByColourAlone();
    void widgetsFindTheirTheme();
    void aHeldButtonIsToldFromAReleasedOne();
};

void PaletteTest::measuresAgreeWithPublishedValues() {
    // WCAG 2.1: black on white 21, #777777 on white 4.48. Ottosson: sRGB red is (0.628, 0.225, 0.126).
    QVERIFY(std::abs(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)) - 21) < 1e-9);
    QVERIFY(std::abs(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)) - 4.478) < 0.001);
    QVERIFY(std::abs(contrast_ratio(rgb(0xFFFFFF), rgb(0x777777)) - 4.478) < 0.001);
    const OkLab red = to_oklab(rgb(0xFF0000));
    QVERIFY(std::abs(red.lightness - 0.62796) < 1e-4);
    QVERIFY(std::abs(red.a - 0.22486) < 1e-4);
    QVERIFY(std::abs(red.b - 0.12585) < 1e-4);
    // Greys look the same to every eye.
    for (const ColourVision vision : visions)
        QVERIFY(seen_distance(vision, rgb(0x808080), as_seen_with(vision, rgb(0x808080))) < 0.01);
}

void PaletteTest::oklchGoesThereAndBack() {
    for (const std::uint32_t value : {0x2A6FBFu, 0xD9661Fu, 0x5A6675u, 0xF0E442u, 0x000000u, 0xFFFFFFu})
        QCOMPARE(to_qcolor(from_oklch(to_oklch(rgb(value)))).name(), to_qcolor(rgb(value)).name());
    QVERIFY(in_srgb({0.6, 0.05, 200}));
    QVERIFY(!in_srgb({0.6, 0.4, 200}));
    QVERIFY(mix(rgb(0x102030), rgb(0xA0B0C0), 0) == rgb(0x102030));
    QVERIFY(mix(rgb(0x102030), rgb(0xA0B0C0), 1) == rgb(0xA0B0C0));
}

void PaletteTest::textIsReadable() {
    for (const Theme theme : both) {
        const Palette p = palette_for(theme);
        for (const Colour back : {p.window, p.panel, p.base, p.stripe}) {
            expect_contrast(7, p.text, back);
            expect_contrast(4.5, p.muted_text, back);
            for (const Colour sign : {p.success, p.warning, p.error}) expect_contrast(4.5, sign, back);
        }
        expect_contrast(4.5, p.text, p.scene_top);
        expect_contrast(4.5, p.muted_text, p.scene_bottom);
        expect_contrast(4.5, p.text_on_accent, p.accent);
        expect_contrast(4.5, p.accent, p.base); // links
        expect_contrast(4.5, p.selection_text, p.selection);
    }
}

void PaletteTest::linesAndFiguresShow() {
    for (const Theme theme : both) {
        const Palette p = palette_for(theme);
        for (const Colour back : {p.window, p.panel, p.base}) expect_contrast(3, p.focus, back);
        expect_contrast(3, p.axis, p.base);
        QVERIFY(contrast_ratio(p.grid, p.base) < contrast_ratio(p.axis, p.base) / 2); // a grid stays back
        for (const Colour side : {p.left, p.middle, p.right})
            for (const Colour back : {p.scene_top, p.scene_bottom}) expect_contrast(2.5, side, back);
        for (const Colour side : {p.second_left, p.second_middle, p.second_right})
            for (const Colour back : {p.scene_top, p.scene_bottom}) expect_contrast(1.4, side, back);
    }
}

void PaletteTest::sidesDifferForEveryEye() {
    for (const Theme theme : both) {
        const Palette p = palette_for(theme);
        expect_apart(0.12, p.left, p.right);
        expect_apart(0.12, p.second_left, p.second_right);
        expect_apart(0.06, p.left, p.middle);
        expect_apart(0.06, p.right, p.middle);
        const OkLab left = to_oklab(p.left), right = to_oklab(p.right), middle = to_oklab(p.middle);
        QVERIFY(left.b < -0.05); // cool
        QVERIFY(right.b > 0.05); // warm
        QVERIFY(std::hypot(middle.a, middle.b) < 0.04);
    }
}

void PaletteTest::secondBodyIsLighter() {
    for (const Theme theme : both)
        for (const BodySide side : {BodySide::left, BodySide::middle, BodySide::right}) {
            const Palette p = palette_for(theme);
            const double first = to_oklab(body_colour(p, side, 0)).lightness;
            const double second = to_oklab(body_colour(p, side, 1)).lightness;
            QVERIFY2(second >= first + 0.1, qPrintable(QString::number(second - first)));
            QVERIFY(body_colour(p, side, 2) == body_colour(p, side, 1));
        }
}

void PaletteTest::firstClassesDifferForEveryEye() {
    for (const Theme theme : both)
        for (int one = 0; one < 8; ++one)
            for (int two = one + 1; two < 8; ++two)
                expect_apart(0.075, class_colour(one, theme), class_colour(two, theme));
}

void PaletteTest::everyClassDiffersAndShows() {
    for (const Theme theme : both) {
        const Palette p = palette_for(theme);
        for (int one = 0; one < 120; ++one) {
            expect_contrast(1.9, class_colour(one, theme), p.base);
            for (int two = 0; two < one; ++two)
                QVERIFY2(perceived_distance(class_colour(one, theme), class_colour(two, theme)) > 0.03,
                         qPrintable(QStringLiteral("%1 and %2").arg(one).arg(two)));
        }
    }
}

void PaletteTest::classIndicesOutsideTheTable() {
    QVERIFY(class_colour(-1, Theme::light) == palette_for(Theme::light).muted_text);
    QVERIFY(class_colour(128, Theme::dark) == class_colour(0, Theme::dark));
}

void PaletteTest::linesNeverDifferByColourAlone() {
    for (const Theme theme : both)
        for (int one = 0; one < 42; ++one) {
            const LineStyle here = line_style(one, theme);
            const LineStyle next = line_style(one + 1, theme);
            QVERIFY(here.dashes != next.dashes);
            QVERIFY(!(here.colour == next.colour));
            for (int two = 0; two < one; ++two) {
                const LineStyle other = line_style(two, theme);
                QVERIFY(!(here.colour == other.colour && here.dashes == other.dashes));
            }
        }
    const QPen pen = to_qpen(line_style(1, Theme::light));
    QVERIFY(pen.isCosmetic());
    QCOMPARE(pen.dashPattern().size(), qsizetype(2));
}

void PaletteTest::widgetsFindTheirTheme() {
    for (const Theme theme : both) {
        const QPalette palette = qt_palette(theme);
        QVERIFY(theme_of(palette) == theme);
        QCOMPARE(palette.color(QPalette::Text), to_qcolor(palette_for(theme).text));
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Text));
    }
}

void PaletteTest::aHeldButtonIsToldFromAReleasedOne() {
    const auto ground = [](QToolButton& button) { // beside the words
        const QColor seen = button.grab().toImage().pixelColor(5, button.height() / 2);
        return rgb(seen.rgb() & 0xFFFFFF);
    };
    for (const Theme theme : both) {
        apply_theme(*qApp, theme);
        QToolButton button;
        button.setCheckable(true);
        button.resize(80, 30);
        const Colour released = ground(button);
        button.setChecked(true);
        const Colour held = ground(button);
        const double apart = perceived_distance(released, held); // 0.02 is just visible
        QVERIFY2(apart > 0.05, qPrintable(QString::number(apart)));
        expect_contrast(4.5, palette_for(theme).text, held);
    }
}

KINELENS_TEST(PaletteTest, widgets);

} // namespace palette_test
#include "palette_test.moc"
