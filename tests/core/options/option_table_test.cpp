#include "core/options/option_json.h"
#include "core/options/option_table.h"
#include "tests/support/test_program.h"

namespace option_table_test {

enum class Reduction { mean, sum, most };
constexpr auto named_values(Reduction) {
    using enum Reduction;
    return std::array{kinelens::Named{mean, "mean"}, kinelens::Named{sum, "sum"},
                      kinelens::Named{most, "max"}};
}

struct Part {
    int epochs = 60;
    double rate = 5e-4;
};

struct Sample : Part {
    bool resume = false;
    Reduction mode = Reduction::mean;
    Reduction coarse = Reduction::mean;
    std::string note;
    std::string file;
};

} // namespace option_table_test

template <>
const kinelens::OptionFields<option_table_test::Sample>&
kinelens::option_fields<option_table_test::Sample>() {
    using option_table_test::Reduction;
    using option_table_test::Sample;
    static const OptionFields<Sample> fields{
        {&Sample::epochs, {.key = "epochs", .minimum = 1, .maximum = 1000}},
        {&Sample::rate, {.key = "learning_rate", .minimum = 0, .maximum = 1}},
        {&Sample::resume, {.key = "resume"}},
        {&Sample::mode, {.key = "reduce"}},
        {&Sample::coarse, {.key = "coarse", .choices = names_of({Reduction::most, Reduction::mean})}},
        {&Sample::note, {.key = "note"}},
        {&Sample::file, {.key = "file", .kind = OptionKind::path}}};
    return fields;
}
template struct kinelens::OptionAccess<option_table_test::Sample>;

namespace option_table_test {

using namespace kinelens;

class OptionTableTest : public QObject {
    Q_OBJECT
private slots:
    void theMemberTellsTheKind();
    void jsonRoundTrip();
    void choicesAreThoseThatAreNamed();
    void wrongTextIsRefused_data();
    void wrongTextIsRefused();
    void unknownKeyNamesItself();
    void malformedJsonHasItsPlace();
    void differencesAreNamed();
};

void OptionTableTest::jsonRoundTrip() {
    const Sample sample{{7, 1e-5}, true, Reduction::most, Reduction::most, "a", "b"};
    const auto& table = option_table<Sample>();
    const std::string json = options_to_json(table, option_values(sample));
    const auto values = options_over_json(table, option_values(Sample{}), json, "memory");
    QVERIFY(values.has_value());
    const Sample back = options_from_values<Sample>(*values);
    QCOMPARE(back.epochs, 7);
    QCOMPARE(back.rate, 1e-5);
    QVERIFY(back.resume);
    QCOMPARE(back.mode, Reduction::most);
    QCOMPARE(back.coarse, Reduction::most);
    QCOMPARE(back.note, std::string("a"));
    QCOMPARE(back.file, std::string("b"));
    QVERIFY(json.find("\"reduce\": \"max\"") != std::string::npos);
}

void OptionTableTest::theMemberTellsTheKind() {
    std::vector<OptionKind> kinds;
    for (const OptionInfo& info : option_table<Sample>()) kinds.push_back(info.kind);
    using enum OptionKind;
    QCOMPARE(kinds, (std::vector{integer, real, boolean, choice, choice, text, path}));
    QCOMPARE(option_table<Sample>()[3].choices, (std::vector<std::string>{"mean", "sum", "max"}));
    QCOMPARE(option_table<Sample>()[4].choices, (std::vector<std::string>{"max", "mean"}));
}

// What the enumeration has besides is refused as well, and the sentence lists what there is.
void OptionTableTest::choicesAreThoseThatAreNamed() {
    const OptionInfo& coarse = option_table<Sample>()[4];
    QVERIFY(parse_option(coarse, "max").has_value());
    const auto refused = parse_option(coarse, "sum");
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, std::string("'sum' is none of max, mean"));
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
    const auto keys = differing_options(table, option_values(Sample{}), option_values(Sample{{60, 1}}));
    QCOMPARE(keys, std::vector<std::string>{"learning_rate"});
    QCOMPARE(option_flag("learning_rate"), std::string("learning-rate"));
}

KINELENS_TEST(OptionTableTest, nothing);

} // namespace option_table_test
#include "option_table_test.moc"
