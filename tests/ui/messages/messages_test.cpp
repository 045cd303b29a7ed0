#include "core/foundation/number_text.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/messages/message_bar.h"

#include <QPushButton>
#include <QSet>
#include <QtTest>

using namespace kinelens;
using namespace kinelens::ui;

class MessagesTest : public QObject {
    Q_OBJECT
private slots:
    void everyCodeHasWordsOfItsOwn();
    void placesAreNamed();
    void figures();
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
    QCOMPARE(countText(60000), QStringLiteral("60\u2009000"));
    QCOMPARE(countedText(1, "1 epoch", "%1 epochs"), QStringLiteral("1 epoch"));
    QCOMPARE(countedText(0, "1 epoch", "%1 epochs"), QStringLiteral("0 epochs"));
    QCOMPARE(countedText(60000, "1 epoch", "%1 epochs"), QStringLiteral("60\u2009000 epochs"));
    QCOMPARE(QString::fromStdString(rounded_text(786032299606016.0)), QStringLiteral("7.86e+14"));
    QCOMPARE(QString::fromStdString(rounded_text(0.0123456)), QStringLiteral("0.01235"));
    QCOMPARE(countText(-1234567), QStringLiteral("−1\u2009234\u2009567"));
    QCOMPARE(countText(999), QStringLiteral("999"));
    QCOMPARE(durationText(4.24), QStringLiteral("4.2 s"));
    QCOMPARE(durationText(185), QStringLiteral("3 m 05 s"));
    QCOMPARE(durationText(3720), QStringLiteral("1 h 02 m"));
    QCOMPARE(durationText(-1), QStringLiteral("–"));
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
    QVERIFY(bar.text().contains("resume"));
    bar.dismiss();
    QVERIFY(bar.isHidden());
}

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
