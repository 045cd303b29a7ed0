#include "core/foundation/named_values.h"
#include "tests/support/test_program.h"

namespace named_values_test {

using namespace kinelens;

enum class Fruit { apple, late_pear, plum };
constexpr auto named_values(Fruit) {
    using enum Fruit;
    return std::array{Named{plum, "plum"}, Named{late_pear, "late-pear"}}; // the apple has no name
}
enum class Nameless { one };

static_assert(NamedEnum<Fruit>);
static_assert(!NamedEnum<Nameless> && !NamedEnum<int>);

class NamedValuesTest : public QObject {
    Q_OBJECT
private slots:
    void names_and_values_find_each_other() {
        QCOMPARE(name_of(Fruit::late_pear), std::string("late-pear"));
        QVERIFY(value_named<Fruit>("late-pear") == Fruit::late_pear);
        for (const std::string& name : names_of<Fruit>()) QCOMPARE(name_of(*value_named<Fruit>(name)), name);
    }

    void what_has_no_name_is_not_found() {
        QCOMPARE(name_of(Fruit::apple), std::string());
        for (const char* wrong : {"", "late_pear", "Plum", "plum "}) QVERIFY(!value_named<Fruit>(wrong));
    }

    void names_come_in_the_order_that_was_asked_for() {
        QCOMPARE(names_of<Fruit>(), (std::vector<std::string>{"plum", "late-pear"}));
        QCOMPARE(names_of({Fruit::late_pear, Fruit::plum}), (std::vector<std::string>{"late-pear", "plum"}));
    }
};

KINELENS_TEST(NamedValuesTest, nothing);

} // namespace named_values_test
#include "named_values_test.moc"
