#include "core/options/option_json.h"
#include "tests/support/test_program.h"

namespace option_table_test {

struct Sample {
    int epochs = 60;
    double rate = 5e-4;
    bool resume = false;
    std::string mode = "mean";
};

} // namespace option_table_test

template <>
const kinelens::OptionFields<option_table_test::Sample>&
kinelens::option_fields<option_table_test::Sample>() {
    using option_table_test::Sample;
    static const OptionFields<Sample> fields{
        option_field(&Sample::epochs,
                     {.key = "epochs", .kind = OptionKind::integer, .minimum = 1, .maximum = 1000}),
        option_field(&Sample::rate,
                     {.key = "learning_rate", .kind = OptionKind::real, .minimum = 0, .maximum = 1}),
        option_field(&Sample::resume, {.key = "resume", .kind = OptionKind::boolean}),
        option_field(&Sample::mode,
                     {.key = "reduce", .kind = OptionKind::choice, .choices = {"mean", "sum"}})};
    return fields;
}

namespace option_table_test {

using namespace kinelens;

class OptionTableTest : public QObject {
    Q_OBJECT
private slots:
    void jsonRoundTrip();
    void wrongTextIsRefused_data();
    void wrongTextIsRefused();
    void unknownKeyNamesItself();
    void malformedJsonHasItsPlace();
    void differencesAreNamed();
};

void OptionTableTest::jsonRoundTrip() {
    const Sample sample{7, 1e-5, true, "sum"};
    const auto& table = option_table<Sample>();
    const std::string json = options_to_json(table, option_values(sample));
    const auto values = options_over_json(table, option_values(Sample{}), json, "memory");
    QVERIFY(values.has_value());
    const Sample back = options_from_values<Sample>(*values);
    QCOMPARE(back.epochs, 7);
    QCOMPARE(back.rate, 1e-5);
    QVERIFY(back.resume);
    QCOMPARE(back.mode, std::string("sum"));
}

void OptionTableTest::wrongTextIsRefused_data() {
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("below range") << 0 << "0";
    QTest::newRow("letters") << 0 << "12x";
    QTest::newRow("not finite") << 1 << "nan";
    QTest::newRow("empty") << 1 << "";
    QTest::newRow("no boolean") << 2 << "maybe";
    QTest::newRow("no choice") << 3 << "median";
}

void OptionTableTest::wrongTextIsRefused() {
    QFETCH(int, field);
    QFETCH(QString, text);
    const OptionInfo& info = option_table<Sample>()[static_cast<std::size_t>(field)];
    const auto value = parse_option(info, text.toStdString());
    QVERIFY(!value);
    QCOMPARE(value.error().subject, info.key);
}

void OptionTableTest::unknownKeyNamesItself() {
    const auto& table = option_table<Sample>();
    const auto values =
        options_over_json(table, option_values(Sample{}), R"({"epoch": 3, "_note": 1})", "x.json");
    QVERIFY(!values);
    QCOMPARE(values.error().subject, std::string("epoch"));
}

void OptionTableTest::malformedJsonHasItsPlace() {
    const auto values =
        options_over_json(option_table<Sample>(), option_values(Sample{}), "{\n \"epochs\": }", "x.json");
    QVERIFY(!values);
    QCOMPARE(values.error().place.line.value_or(0), 2LL);
}

void OptionTableTest::differencesAreNamed() {
    const auto& table = option_table<Sample>();
    const auto keys =
        differing_options(table, option_values(Sample{}), option_values(Sample{60, 1, false, "mean"}));
    QCOMPARE(keys, std::vector<std::string>{"learning_rate"});
    QCOMPARE(option_flag("learning_rate"), std::string("learning-rate"));
}

KINELENS_TEST(OptionTableTest, nothing);

} // namespace option_table_test
#include "option_table_test.moc"
