#include "tests/support/test_program.h"
#include "ui/browse/import_form.h"
#include "ui/browse/import_words.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>

namespace import_words_test {

using namespace kinelens::ui;

class ImportWordsTest : public QObject {
    Q_OBJECT
private slots:
    void countsSayWhatIsThere_data();
    void countsSayWhatIsThere();
    void whatWasPassedOverIsSaid();
    void proposedNameSaysSomething();
};

void ImportWordsTest::countsSayWhatIsThere_data() {
    QTest::addColumn<QJsonObject>("summary");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 sequences, qint64 classes, qint64 present, qint64 subjects) {
        return QJsonObject{{"sequences", sequences},
                           {"frames", 640},
                           {"classes", classes},
                           {"classes_present", present},
                           {"subjects", subjects}};
    };
    QTest::newRow("some classes")
        << row(80, 60, 19, 3) << "Imported 80 sequences with 640 frames, 19 of 60 classes and 3 subjects.";
    QTest::newRow("all classes") << row(80, 8, 8, 12)
                                 << "Imported 80 sequences with 640 frames, 8 classes and 12 subjects.";
    QTest::newRow("subjects not known")
        << row(80, 8, 8, 0) << "Imported 80 sequences with 640 frames and 8 classes.";
    QTest::newRow("nothing known") << row(80, 0, 0, 0) << "Imported 80 sequences with 640 frames.";
    QTest::newRow("one of each") << row(1, 1, 1, 1)
                                 << "Imported one sequence with 640 frames, one class and one subject.";
}

void ImportWordsTest::countsSayWhatIsThere() {
    QFETCH(QJsonObject, summary);
    QFETCH(QString, text);
    VerbEnd end;
    end.how = VerbEnd::How::completed;
    end.summary = summary;
    QCOMPARE(importWords(end).text, text);
}

void ImportWordsTest::whatWasPassedOverIsSaid() {
    VerbEnd end;
    end.how = VerbEnd::How::completed;
    end.summary = {{"sequences", 2}, {"frames", 640}, {"passed_over", 3}};
    const ImportWords words = importWords(end);
    QVERIFY2(words.text.endsWith("3 files of other kinds were passed over."), qPrintable(words.text));
    QVERIFY(words.details.isEmpty());
    end.summary["passed_over"] = 1;
    end.summary["rejected"] = QJsonArray{QJsonObject{{"file", "a.csv"}, {"code", "format_invalid"}}};
    const ImportWords both = importWords(end);
    QVERIFY2(both.text.contains("One file was rejected.") &&
                 both.text.endsWith("One file of another kind was passed over."),
             qPrintable(both.text));
    QVERIFY2(both.details.contains("a.csv") && both.details.contains("passed over"),
             qPrintable(both.details));
}

// The form proposes what the command line would call the dataset; what somebody typed stays.
void ImportWordsTest::proposedNameSaysSomething() {
    QTemporaryDir folder;
    QDir(folder.path()).mkpath("fights/CSV");
    ImportForm form;
    form.offer({folder.filePath("fights/CSV")}, folder.path());
    QCOMPARE(form.output(), folder.filePath("fights.h5"));
    auto* recipe = form.findChildren<QComboBox*>().at(1);
    recipe->setCurrentIndex(recipe->findData("precog2016"));
    QCOMPARE(form.output(), folder.filePath("precog2016.h5"));
    recipe->setCurrentIndex(0);
    QCOMPARE(form.output(), folder.filePath("fights.h5"));
    for (auto* line : form.findChildren<QLineEdit*>())
        if (!line->isReadOnly() && line->text() == form.output()) line->setText(folder.filePath("mine.h5"));
    recipe->setCurrentIndex(recipe->findData("precog2016"));
    QCOMPARE(form.output(), folder.filePath("mine.h5"));
}

KINELENS_TEST(ImportWordsTest, widgets);

} // namespace import_words_test
#include "import_words_test.moc"
