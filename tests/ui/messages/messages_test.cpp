#include "core/foundation/number_text.h"
#include "core/options/pretrain_options.h"
#include "core/options/verb_options.h"
#include "tests/support/test_program.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/messages/option_words.h"
#include "ui/messages/progress_words.h"
#include "ui/messages/stamp_words.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>
#include <QSet>
#include <QTranslator>

namespace messages_test {

using namespace kinelens;
using namespace kinelens::ui;

class MessagesTest : public QObject {
    Q_OBJECT
private slots:
    void everyCodeHasWordsOfItsOwn();
    void placesAreNamed();
    void figures();
    void unitsOfProgressAreSaid();
    void optionsHaveTheirLabel();
    void barCallsItsAction();
};

void MessagesTest::everyCodeHasWordsOfItsOwn() {
    QSet<QString> sentences;
    for (const ErrorCode code : all_error_codes()) {
        const QString sentence = errorSentence({code, "the subject", "", {}});
        QVERIFY2(sentence.size() > 5 && sentence.endsWith('.'), error_code_name(code).data());
        QVERIFY2(!sentence.contains("%1"), qPrintable(sentence));
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
    }
}

void MessagesTest::placesAreNamed() {
    const QString sentence = errorSentence({ErrorCode::format_invalid, "a.csv", "letters", {12, 3, {}}});
    QVERIFY2(sentence.contains("a.csv") && sentence.contains("line 12, column 3") &&
                 sentence.contains("letters"),
             qPrintable(sentence));
}

void MessagesTest::figures() {
    QCOMPARE(countText(60000), QStringLiteral("60\u202f000"));
    QCOMPARE(countedText(1, "1 epoch", "%1 epochs"), QStringLiteral("1 epoch"));
    QCOMPARE(countedText(0, "1 epoch", "%1 epochs"), QStringLiteral("0 epochs"));
    QCOMPARE(countedText(60000, "1 epoch", "%1 epochs"), QStringLiteral("60\u202f000 epochs"));
    QCOMPARE(QString::fromStdString(short_number_text(786032299606016.0)), QStringLiteral("7.86e+14"));
    QCOMPARE(QString::fromStdString(short_number_text(0.0123456)), QStringLiteral("0.01235"));
    QCOMPARE(countText(-1234567), QStringLiteral("−1\u202f234\u202f567"));
    QCOMPARE(countText(999), QStringLiteral("999"));
    QCOMPARE(durationText(4.24), QStringLiteral("4.2 s"));
    QCOMPARE(durationText(185), QStringLiteral("3 m 05 s"));
    QCOMPARE(durationText(3720), QStringLiteral("1 h 02 m"));
    QCOMPARE(durationText(-1), QStringLiteral("–"));
}

// Files say `milestones`, people read what forms show.
void MessagesTest::unitsOfProgressAreSaid() {
    QCOMPARE(progressUnitText("files"), QStringLiteral("files"));
    QCOMPARE(progressUnitText("parsecs"), QStringLiteral("parsecs")); // of a newer program
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/kinelens_de")));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(progressUnitText("files"), QStringLiteral("Dateien"));
    QCoreApplication::removeTranslator(&german);
}

void MessagesTest::optionsHaveTheirLabel() {
    QCOMPARE(optionLabel("milestones"), QString("Rate drops at epochs"));
    QCOMPARE(optionLabel("domain", "embed"), QString("Features"));
    QCOMPARE(optionLabel("not_an_option"), QString("not an option"));
    QCOMPARE(factLabel("data_hash"), QString("Content of the dataset"));
    PretrainOptions options;
    options.milestones = "later";
    const QString milestones = errorSentence(validate(options).error());
    QVERIFY2(milestones.contains("Rate drops at epochs") && !milestones.contains("milestones"),
             qPrintable(milestones));
    options = {};
    options.heads = 7;
    const QString heads = errorSentence(validate(options).error());
    QVERIFY2(heads.contains("“Hidden size”") && !heads.contains("hidden_size"), qPrintable(heads));
    // Files are no options, whatever they are called.
    const QString file = errorSentence({ErrorCode::file_not_found, "/d/learning_rate.h5", "", {}});
    QVERIFY2(file.contains("/d/learning_rate.h5"), qPrintable(file));
    // Every option of every verb has words.
    for (const std::string& verb : verbs_with_options())
        for (const OptionInfo& info : *options_of_verb(verb)) {
            const QString label = optionLabel(QString::fromStdString(info.key), QString::fromStdString(verb));
            QVERIFY2(!label.contains('_') && label[0].isUpper(), qPrintable(label));
        }
    const QString stamp =
        stampText({{"verb", "probe"}, {"options", R"({"learning_rate": 0.1, "milestones": "9"})"}});
    QVERIFY2(stamp.contains("Learning rate: 0.1") && stamp.contains("Rate drops at epochs: 9"),
             qPrintable(stamp));
}

void MessagesTest::barCallsItsAction() {
    MessageBar bar;
    int calls = 0;
    bar.show(MessageBar::Kind::warning, "Lost");
    bar.setAction("Resume", [&] { ++calls; });
    for (auto* button : bar.findChildren<QPushButton*>())
        if (button->text() == "Resume") QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(calls, 1);
    bar.showError({ErrorCode::disk_full, "x", "", {}});
    QVERIFY(bar.text().contains("Free some space") && !bar.text().contains("checkpoint"));
    bar.dismiss();
    QVERIFY(bar.isHidden());
}

KINELENS_TEST(MessagesTest, widgets);

} // namespace messages_test
#include "messages_test.moc"
