#include "core/foundation/csv_text.h"
#include "tests/support/test_program.h"

namespace csv_text_test {

using namespace kinelens;

class CsvTextTest : public QObject {
    Q_OBJECT
private slots:
    void fields_are_quoted_where_they_must_be() {
        QCOMPARE(csv_field("plain text"), std::string("plain text"));
        QCOMPARE(csv_field(""), std::string("\"\""));
        QCOMPARE(csv_field("a,b"), std::string("\"a,b\""));
        QCOMPARE(csv_field("5\" nail"), std::string("\"5\"\" nail\""));
        QCOMPARE(csv_field("two\nlines"), std::string("\"two\nlines\""));
        QCOMPARE(csv_field(" edge"), std::string("\" edge\""));
    }
};

KINELENS_TEST(CsvTextTest, nothing);

} // namespace csv_text_test
#include "csv_text_test.moc"
