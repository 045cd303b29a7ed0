#include "tests/support/test_program.h"
#include "ui/windows/recent_list.h"

#include "ui/state/preferences.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

namespace recent_list_test {

using namespace kinelens::ui;

namespace {

QCommandLinkButton* linkTo(RecentList& list, const QString& file) {
    for (auto* button : list.findChildren<QCommandLinkButton*>())
        if (button->toolTip() == QDir::toNativeSeparators(file) && button->isVisible()) return button;
    return nullptr;
}

} // namespace

class RecentListTest : public QObject {
    Q_OBJECT
private slots:
    void goneFilesSaySo() {
        QTemporaryDir folder;
        const QString there = folder.filePath("there.h5"), gone = folder.filePath("gone.h5");
        QFile(there).open(QFile::WriteOnly);
        Preferences preferences(folder.filePath("preferences.ini"));
        preferences.addRecentFile(there);
        preferences.addRecentFile(gone);
        RecentList list(preferences);
        list.show();
        QSignalSpy wanted(&list, &RecentList::fileWanted);
        QTRY_VERIFY(linkTo(list, gone) && !linkTo(list, gone)->isEnabled());
        QVERIFY(linkTo(list, gone)->description().startsWith("no longer in"));
        QTest::mouseClick(linkTo(list, gone), Qt::LeftButton);
        QCOMPARE(wanted.count(), 0);
        QTest::mouseClick(linkTo(list, there), Qt::LeftButton); // one click
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), there);
        QTest::mouseClick(list.findChild<QToolButton*>(), Qt::LeftButton);
        QTRY_VERIFY(!linkTo(list, gone));
        QCOMPARE(preferences.knownRecentFiles(), QStringList(there));
    }
    // A file that comes back, as on a drive that was not mounted, can be opened again.
    void filesComeBack() {
        QTemporaryDir folder;
        const QString file = folder.filePath("drive.h5");
        Preferences preferences(folder.filePath("preferences.ini"));
        preferences.addRecentFile(file);
        RecentList list(preferences);
        list.show();
        QTRY_VERIFY(linkTo(list, file) && !linkTo(list, file)->isEnabled());
        list.hide();
        QFile(file).open(QFile::WriteOnly);
        list.show();
        QTRY_VERIFY(linkTo(list, file) && linkTo(list, file)->isEnabled());
    }
};

KINELENS_TEST(RecentListTest, widgets);

} // namespace recent_list_test
#include "recent_list_test.moc"
