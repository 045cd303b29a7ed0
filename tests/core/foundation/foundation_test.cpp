#include "core/foundation/files.h"
#include "core/foundation/random.h"
#include "core/foundation/resources.h"
#include "tests/support/test_program.h"

#include <set>

namespace foundation_test {

using namespace kinelens;

class FoundationTest : public QObject {
    Q_OBJECT
private slots:
    void everyCodeHasItsOwnName();
    void atomicWriteReplacesWhole();
    void missingFolderIsAnErrorWithItsPath();
    void drawsDependOnKeyAndCounterOnly();
    void integersAreUniform();
    void resourcesAreListed();
};

void FoundationTest::everyCodeHasItsOwnName() {
    std::set<std::string_view> names;
    for (const ErrorCode code : all_error_codes()) {
        QVERIFY(names.insert(error_code_name(code)).second);
        QVERIFY(error_code_from_name(error_code_name(code)) == code);
    }
    QVERIFY(!error_code_from_name("no_such_code"));
}

void FoundationTest::atomicWriteReplacesWhole() {
    QTemporaryDir folder;
    const Path file = folder.filePath("a.json").toStdString();
    QVERIFY(write_file_atomically(file, "one").has_value());
    QVERIFY(write_file_atomically(file, "two").has_value());
    QCOMPARE(*read_text_file(file), std::string("two"));
    QVERIFY(!std::filesystem::exists(temporary_name(file)));
}

void FoundationTest::missingFolderIsAnErrorWithItsPath() {
    const auto written = write_file_atomically("/nonexistent/folder/a", "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::file_not_found);
    QCOMPARE(written.error().subject, std::string("/nonexistent/folder/a"));
    QVERIFY(!read_text_file("/nonexistent"));
}

void FoundationTest::drawsDependOnKeyAndCounterOnly() {
    CounterRandom first(7);
    CounterRandom second(7);
    second.fork("other").next();
    for (int i = 0; i < 5; ++i) QCOMPARE(first.next(), second.next());
    QVERIFY(CounterRandom(7).fork("a").next() != CounterRandom(7).fork("b").next());
    QVERIFY(CounterRandom(7).fork(1).next() != CounterRandom(8).fork(1).next());
}

void FoundationTest::integersAreUniform() {
    CounterRandom random(3);
    std::array<int, 5> counts{};
    for (int i = 0; i < 50000; ++i) ++counts[random.below(5)];
    for (const int count : counts) QVERIFY(std::abs(count - 10000) < 400); // four standard deviations
}

void FoundationTest::resourcesAreListed() {
    const auto names = resource_names("skeletons");
    QVERIFY(std::find(names.begin(), names.end(), "ntu25") != names.end());
    QVERIFY(!embedded_resource("skeletons/none.json"));
}

KINELENS_TEST(FoundationTest, nothing);

} // namespace foundation_test
#include "foundation_test.moc"
