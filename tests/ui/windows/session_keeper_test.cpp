#include "tests/support/test_program.h"
#include "ui/windows/session_keeper.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace session_keeper_test {

using namespace kinelens::ui;

class SessionKeeperTest : public QObject {
    Q_OBJECT
private slots:
    void partsComeBack() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("session.json");
        double speed = 1;
        QJsonObject form;
        const auto keeper = [&] {
            SessionKeeper made;
            made.keep(
                "speed", [&] { return speed; }, [&](const QJsonValue& kept) { speed = kept.toDouble(); });
            made.keep(
                "form", [&] { return form; }, [&](const QJsonValue& kept) { form = kept.toObject(); });
            return made;
        };
        SessionKeeper first = keeper();
        QCOMPARE(first.load(file), Session());
        QCOMPARE(speed, 1.0); // nothing was kept: nothing is put back
        speed = 0.5;
        form["epochs"] = 12;
        Session session;
        session.mode = "train";
        QVERIFY(first.save(session, file));
        speed = 1;
        form = {};
        QCOMPARE(keeper().load(file).mode, QString("train"));
        QCOMPARE(speed, 0.5);
        QCOMPARE(form["epochs"].toInt(), 12);
    }
    void writtenOnlyWhenSomethingChanged() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("session.json");
        SessionKeeper keeper;
        QVERIFY(keeper.save({}, file));
        QVERIFY(QFile(file).setPermissions(QFile::ReadOwner));
        const auto written = QFileInfo(file).lastModified();
        QVERIFY(keeper.save({}, file));
        QCOMPARE(QFileInfo(file).lastModified(), written);
        Session other;
        other.sequence = "W101";
        QVERIFY(keeper.save(other, file));
        QCOMPARE(Session::load(file).sequence, QString("W101"));
        QVERIFY(keeper.save(other, folder.filePath("another.json"))); // as another workspace's
        QVERIFY(QFile::exists(folder.filePath("another.json")));
        QVERIFY(!keeper.save({}, "/proc/none/session.json"));
    }
    // One of before, which kept no parts.
    void filesOfBefore() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("session.json"));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(R"({"mode": "browse", "dataset": "a.h5"})") > 0);
        file.close();
        SessionKeeper keeper;
        keeper.keep(
            "speed", [] { return 1; }, [](const QJsonValue&) { QFAIL("nothing was kept"); });
        QCOMPARE(keeper.load(file.fileName()).dataset, QString("a.h5"));
    }
};

KINELENS_TEST(SessionKeeperTest, event_loop);

} // namespace session_keeper_test
#include "session_keeper_test.moc"
