// --help says of each verb what core/options/verb_descriptions.h says, and each verb takes what stands there.
#include "core/options/verb_descriptions.h"
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>

namespace verb_help_test {

using namespace kinelens;
using namespace kinelens::testing;

class VerbHelpTest : public QObject {
    Q_OBJECT
private slots:
    void verbs_are_listed_in_the_order_of_the_descriptions();
    void each_takes_what_is_said_of_it();

private:
    // The verbs that --help lists, with their purposes.
    static QStringList listed() {
        const QString list = run({"--help"}).out.section("Subcommands:\n", 1);
        QStringList rows;
        for (const QString& line : list.split('\n', Qt::SkipEmptyParts)) rows << line.simplified();
        return rows;
    }
};

void VerbHelpTest::verbs_are_listed_in_the_order_of_the_descriptions() {
    const QStringList rows = listed();
    QStringList wanted;
    for (const VerbDescription& verb : verb_descriptions()) {
        const QString row = QStringLiteral("%1 %2").arg(verb.name, verb.purpose);
        const bool light = verb.program == VerbProgram::light;
        if (light || (verb.program == VerbProgram::learning && rows.contains(row))) wanted << row;
    }
    QCOMPARE(rows, wanted);
    const auto others = wanted.size() - 10; // those of LibTorch are all there, or none
    QVERIFY2(others == 0 || others == 10, QByteArray::number(others));
}

void VerbHelpTest::each_takes_what_is_said_of_it() {
    for (const QString& row : listed()) {
        const QString name = row.section(' ', 0, 0);
        const VerbDescription& verb = described_verb(name.toStdString());
        const Answer help = run({name, "--help"});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.startsWith(verb.purpose), verb.name);
        for (const auto& [input, word] : named_values(VerbInput{})) {
            const QString flag = QString::fromUtf8(word);
            const QRegularExpression asked(QStringLiteral("^  (--%1|%2) ").arg(flag, flag.toUpper()),
                                           QRegularExpression::MultilineOption);
            QVERIFY2(asked.match(help.out).hasMatch() == verb.has(input), qPrintable(name + " --" + flag));
        }
    }
}

KINELENS_TEST(VerbHelpTest, nothing);

} // namespace verb_help_test
#include "verb_help_test.moc"
