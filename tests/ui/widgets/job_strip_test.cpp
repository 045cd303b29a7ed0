// A verb that the window waits for and that takes its time to end.
#include "tests/support/test_program.h"
#include "ui/widgets/job_strip.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <fstream>
#include <sys/stat.h>

namespace job_strip_test {

using namespace kinelens::ui;

class JobStripTest : public QObject {
    Q_OBJECT
private slots:
    // No time is set to it: who does not want to wait says so.
    void cancellingWaitsUntilItIsToldNotTo() {
        const QTemporaryDir folder;
        const QString program = folder.filePath("fake-cli");
        std::ofstream(program.toStdString()) << "#!/bin/sh\n"
                                                "here=$(dirname \"$0\")\n"
                                                "trap 'touch \"$here/asked\"' TERM\n"
                                                "touch \"$here/begun\"\n"
                                                "while :; do sleep 0.1; done\n";
        ::chmod(program.toStdString().c_str(), 0755);
        JobStrip strip(program);
        std::optional<VerbEnd> end;
        strip.start("Importing", {"import"}, [&](const VerbEnd& how) { end = how; });
        QTRY_VERIFY(QFile::exists(folder.filePath("begun")));
        auto* cancel = strip.findChild<QPushButton*>();
        cancel->click();
        QTRY_VERIFY(QFile::exists(folder.filePath("asked")));
        QVERIFY(strip.running());
        QCOMPARE(cancel->text(), QStringLiteral("End at once"));
        QVERIFY(cancel->isEnabled());
        cancel->click();
        QTRY_VERIFY(end.has_value());
        QCOMPARE(end->how, VerbEnd::How::cancelled);
        strip.start("Importing", {"import"}, {});
        QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
        cancel->click();
        cancel->click();
        QTRY_VERIFY(!strip.running());
    }
};

KINELENS_TEST(JobStripTest, widgets);

} // namespace job_strip_test
#include "job_strip_test.moc"
