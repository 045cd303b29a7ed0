// Labels of a file in place of a dataset's own, in every format that they are written in.
#include "core/annotation/json_format.h"
#include "core/annotation/label_file.h"
#include "core/results/interval_export.h"
#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace label_file_test {

using namespace kinelens;
using namespace kinelens::testing;

class LabelFileTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(write_untrimmed(path("d.h5")).has_value());
    }
    void everyFormat_data();
    void everyFormat();
    void classesAndRecordingsGoByName();
    void whatCannotBeUsedIsSaid();
    void nothingToUse();

private:
    Path path(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void LabelFileTest::everyFormat_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("place");
    QTest::newRow("json") << "json"
                          << "labels.json";
    QTest::newRow("csv") << "csv"
                         << "labels.csv";
    QTest::newRow("pku") << "pku"
                         << "labels";
    QTest::newRow("eaf") << "eaf"
                         << "labels";
    QTest::newRow("one pku") << "pku"
                             << "labels/R2.txt";
}

void LabelFileTest::everyFormat() {
    QFETCH(QString, format);
    QFETCH(QString, place);
    Annotations drawn{detected_classes, {}};
    for (const char* name : {"R1", "R2"})
        drawn.sequences.push_back({name, 300, 30, {{0, 1, 5, 15}, {0, 2, 200, 290}}});
    QVERIFY(
        export_intervals(drawn, format.toStdString(),
                         path(format == "pku" || format == "eaf" ? "labels" : place.toLatin1().constData()))
            .has_value());
    auto dataset = DatasetReader::open(path("d.h5"));
    const auto replaced = replace_labels(*dataset, path(place.toLatin1().constData()));
    QVERIFY2(replaced.has_value(), replaced ? "" : describe(replaced.error()).c_str());
    QVERIFY(replaced->faults.empty() && !replaced->hash.empty());
    const bool both = !place.endsWith("R2.txt");
    QCOMPARE(replaced->named, (std::vector<bool>{both, true}));
    QCOMPARE(dataset->info().class_names, detected_classes);
    QCOMPARE(dataset->intervals().size(), std::size_t(both ? 4 : 2));
    const Interval& last = dataset->intervals().back();
    QCOMPARE((std::vector<std::int64_t>{last.sequence, last.label, last.start, last.end}),
             (std::vector<std::int64_t>{1, 2, 200, 290}));
}

void LabelFileTest::classesAndRecordingsGoByName() {
    Annotations drawn{{"jump", "kick"}, {{"R2", 0, 30, {{0, 0, 10, 20}, {0, 1, 30, 40}}}}};
    QVERIFY(save_annotations(path("labels.json"), {drawn, {}}).has_value());
    auto dataset = DatasetReader::open(path("d.h5"));
    const auto replaced = replace_labels(*dataset, path("labels.json"));
    QVERIFY(replaced.has_value());
    QCOMPARE(dataset->info().class_names, (std::vector<std::string>{"wave", "bow", "kick", "jump"}));
    QCOMPARE(dataset->intervals()[0], (Interval{1, 3, 10, 20}));
    QCOMPARE(dataset->intervals()[1], (Interval{1, 2, 30, 40}));
    QCOMPARE(replaced->named, (std::vector<bool>{false, true}));
}

void LabelFileTest::whatCannotBeUsedIsSaid() {
    QVERIFY(write_file_atomically(path("labels.csv"),
                                  "sequence,class,start,end\nR1,bow,290,310\nR1,bow,300,310\n"
                                  "R9,bow,1,2\nR1,bow,x,2\n")
                .has_value());
    auto dataset = DatasetReader::open(path("d.h5"));
    const auto replaced = replace_labels(*dataset, path("labels.csv"));
    QVERIFY(replaced.has_value());
    QCOMPARE(dataset->intervals(), (std::vector<Interval>{{0, 1, 290, 300}})); // cut at the end
    QCOMPARE(replaced->faults.size(), std::size_t(3));
    QCOMPARE(replaced->faults.back().subject, std::string("sequence R9"));
}

void LabelFileTest::nothingToUse() {
    auto dataset = DatasetReader::open(path("d.h5"));
    const auto code = [&](const char* name, const std::string& text) {
        (void)write_file_atomically(path(name), text);
        return replace_labels(*dataset, path(name)).error().code;
    };
    QCOMPARE(replace_labels(*dataset, path("none.csv")).error().code, ErrorCode::file_not_found);
    QCOMPARE(code("labels.doc", "x"), ErrorCode::format_unknown);
    QCOMPARE(code("labels.csv", "sequence,class,start,end\n"), ErrorCode::dataset_empty);
    QCOMPARE(code("other.csv", "sequence,class,start,end\nR9,bow,1,2\n"), ErrorCode::not_found);
    QCOMPARE(code("R1.txt", "52,1,2,1\n"), ErrorCode::format_invalid);
    QCOMPARE(dataset->intervals().size(), std::size_t(6)); // its own
}

KINELENS_TEST(LabelFileTest, nothing);

} // namespace label_file_test
#include "label_file_test.moc"
