// Colours follow the names of classes, whatever places datasets give them.
#include "tests/support/test_program.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/class_numbers.h"

namespace class_numbers_test {

using namespace kinelens::viz;

class ClassNumbersTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstDatasetHasItsOwnOrder() {
        ClassNumbers numbers;
        QCOMPARE(numbers.of({"drink", "punch", "bow"}), (std::vector{0, 1, 2}));
    }
    void aNameKeepsItsNumber() {
        ClassNumbers numbers;
        numbers.of({"drink", "punch", "bow"});
        QCOMPARE(numbers.of({"bow", "kick", "drink"}), (std::vector{2, 3, 0}));
        QCOMPARE(numbers.of({"kick", "punch"}), (std::vector{3, 1}));
    }
    void noTwoClassesOfADatasetShareOne() {
        ClassNumbers numbers;
        numbers.of({"a", "b"});
        const std::vector<int> one = numbers.of({"b", "b", "", "", "a"});
        QCOMPARE(std::set<int>(one.begin(), one.end()).size(), one.size());
        QCOMPARE(numbers.of({"b", "b", "", "", "a"}), one);
    }
    void labelsAreOfTheOpenDataset() {
        set_open_classes({"class numbers: one", "class numbers: two"});
        const Colour second = label_colour(1, Theme::light);
        set_open_classes({"class numbers: two", "class numbers: three"});
        QVERIFY(label_colour(0, Theme::light) == second);
        QVERIFY(label_colour(-1, Theme::light) == class_colour(-1, Theme::light));
        set_open_classes({});
        QCOMPARE(class_number(7), 7);
    }
};

KINELENS_TEST(ClassNumbersTest, nothing);

} // namespace class_numbers_test
#include "class_numbers_test.moc"
