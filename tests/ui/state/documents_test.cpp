// What the window keeps on the disk: workspace, session, preferences.
#include "tests/support/test_program.h"
#include "ui/state/preferences.h"
#include "ui/state/session.h"
#include "ui/state/workspace_document.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace documents_test {

using namespace kinelens;
using namespace kinelens::ui;

class DocumentsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const QString& name) const { return folder_.filePath(name); }
    static Workspace read(const QString& file) { return read_workspace(file.toStdString()).value(); }

private slots:
    void workspaceEditsAreUndone() {
        WorkspaceDocument document(path("auto"));
        QSignalSpy changed(&document, &WorkspaceDocument::changed);
        document.addDataset("/data/a.h5");
        document.addDataset("/data/b.h5");
        document.addDataset("/data/a.h5"); // is in it already
        QCOMPARE(document.datasets(), QStringList({"/data/a.h5", "/data/b.h5"}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(document.undoStack().undoText(), QString("Add b.h5"));
        document.removeDataset("/data/a.h5");
        document.undoStack().undo();
        QCOMPARE(document.datasets().size(), 2);
        QVERIFY(document.modified());
    }
    void workspaceRoundTripMovesWithItsFolder() {
        QDir(folder_.path()).mkpath("one/data");
        const QString file = path("one/work.kinelens");
        WorkspaceDocument document(path("auto"));
        document.addDataset(path("one/data/a.h5"));
        document.addDataset("/elsewhere/b.h5");
        QVERIFY(document.saveAs(file));
        QVERIFY(!document.modified());
        QVERIFY(QDir().rename(path("one"), path("two")));
        WorkspaceDocument again(path("auto"));
        again.open(path("two/work.kinelens"), read(path("two/work.kinelens")));
        QCOMPARE(again.datasets(), QStringList({path("two/data/a.h5"), "/elsewhere/b.h5"}));
        QCOMPARE(again.title(), QString("work"));
    }
    void badWorkspacesAreRefused() {
        const std::vector<std::pair<const char*, ErrorCode>> cases{
            {"{", ErrorCode::format_invalid},
            {"{}", ErrorCode::format_unknown},
            {R"({"format":"kinelens-workspace","version":9,"datasets":[]})", ErrorCode::version_unsupported},
            {R"({"format":"kinelens-workspace","version":1})", ErrorCode::format_invalid},
            {R"({"format":"kinelens-workspace","version":1,"datasets":[3]})", ErrorCode::format_invalid}};
        for (const auto& [text, code] : cases) {
            const auto workspace = workspace_from_json(text, "/", "x");
            QVERIFY2(!workspace, text);
            QCOMPARE(workspace.error().code, code);
        }
        QVERIFY(!read_workspace(path("absent.kinelens").toStdString()));
    }
    void unsavedChangesAreRecovered() {
        {
            WorkspaceDocument document(path("auto"));
            document.addDataset("/data/a.h5");
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("auto/unsaved.kinelens-autosave")), 5000);
        } // ends without saving
        WorkspaceDocument document(path("auto"));
        QVERIFY(document.recover());
        QCOMPARE(document.datasets(), QStringList("/data/a.h5"));
        QVERIFY(document.modified());
        QVERIFY(!document.undoStack().canUndo()); // it is no edit of this session
        QVERIFY(!document.recovered());           // a workspace without a file has nothing to go back to
        QVERIFY(document.saveAs(path("saved.kinelens")));
        QVERIFY(!WorkspaceDocument(path("auto")).recover()); // saved: nothing is left to recover
    }
    void recoveredChangesAreDroppedAsAnEdit() {
        const QString file = path("kept.kinelens");
        {
            WorkspaceDocument document(path("auto"));
            document.addDataset("/data/a.h5");
            QVERIFY(document.saveAs(file));
            document.addDataset("/data/b.h5");
        } // at once: what was not saved is kept
        WorkspaceDocument document(path("auto"));
        document.open(file, read(file));
        QVERIFY(!document.modified());
        QVERIFY(document.recover());
        QCOMPARE(document.datasets().size(), 2);
        QVERIFY(document.modified() && document.recovered() && !document.undoStack().canUndo());
        document.dropRecovered();
        QCOMPARE(document.datasets(), QStringList("/data/a.h5"));
        QVERIFY(!document.modified() && !document.recovered());
        QCOMPARE(document.undoStack().undoText(), QString("Drop the recovered changes"));
        document.undoStack().undo();
        QCOMPARE(document.datasets().size(), 2);
        QVERIFY(document.modified());
        document.removeDataset("/data/b.h5"); // whoever edits has taken what came back
        QVERIFY(!document.recovered());
    }
    void whatWasUndoneIsNotRecovered() {
        {
            WorkspaceDocument document(path("undone"));
            document.addDataset("/data/a.h5");
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("undone/unsaved.kinelens-autosave")), 5000);
            document.undoStack().undo();
        }
        QVERIFY(!WorkspaceDocument(path("undone")).recover());
    }
    void sessionRoundTrip() {
        Session session;
        session.mode = "train";
        session.geometry = QByteArray("\0\1\xff", 3);
        session.arrangements = {{"browse", "abc"}, {"train", QByteArray(300, 'x')}};
        session.defaults = {{"browse", "d"}};
        session.splitters = {{"datasets", "s"}};
        session.dataset = "/data/ä.h5";
        session.sequence = "S001";
        QVERIFY(session.save(path("deep/er/session.json")));
        QVERIFY(Session::load(path("deep/er/session.json")) == session);
        QVERIFY(Session::load(path("absent.json")) == Session());
        QFile torn(path("torn.json"));
        QVERIFY(torn.open(QFile::WriteOnly) && torn.write("{\"mode\": \"tra") > 0);
        torn.close();
        QVERIFY(Session::load(torn.fileName()) == Session());
    }
    void preferencesRemember() {
        const QString existing = path("exists.h5");
        QFile file(existing);
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        {
            Preferences preferences(path("settings.ini"));
            QCOMPARE(preferences.theme(), ThemeChoice::system);
            QSignalSpy changed(&preferences, &Preferences::themeChanged);
            preferences.setTheme(ThemeChoice::dark);
            preferences.setTheme(ThemeChoice::dark);
            QCOMPARE(changed.size(), 1);
            preferences.addRecentFile(path("gone.h5"));
            preferences.addRecentFile(existing);
            preferences.addRecentFile(existing);
            preferences.setRunsFolder("/runs");
        }
        Preferences preferences(path("settings.ini"));
        QCOMPARE(preferences.theme(), ThemeChoice::dark);
        QCOMPARE(preferences.recentFiles(), QStringList(existing)); // those that exist, once
        QCOMPARE(preferences.runsFolder(), QString("/runs"));
        preferences.clearRecentFiles();
        QVERIFY(preferences.recentFiles().isEmpty());
    }
};

KINELENS_TEST(DocumentsTest, event_loop);

} // namespace documents_test
#include "documents_test.moc"
