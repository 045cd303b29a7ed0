// What was to be opened and cannot be is named, whoever asked for it: a command line, or the session before.
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "ui/browse/datasets_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/windows/desktop.h"
#include "ui/windows/main_window.h"

#include <QTemporaryDir>

namespace opened_files_window_test {

using namespace kinelens;
using namespace kinelens::ui;

class OpenedFilesWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Desktop> desktop_;
    std::unique_ptr<MainWindow> window_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    QString good() const { return path("good.h5"); }
    void start() {
        desktop_ = std::make_unique<Desktop>(DesktopPlaces{path("no-program"), path("settings.ini"),
                                                           path("state"), path("runs"), path("data")});
        window_ = std::make_unique<MainWindow>(*desktop_);
        window_->restoreSession();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void stop() {
        if (window_) window_->close();
        window_.reset();
        desktop_.reset();
    }
    MessageBar* message() const { return window_->datasets().findChild<MessageBar*>(); }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(kinelens::testing::write_small_dataset(good().toStdString(), 8).has_value());
        start();
    }
    void cleanup() { stop(); }

    void eachOfSeveralIsNamedAndTheOthersOpen() {
        QFile torn(path("torn.h5"));
        QVERIFY(torn.open(QFile::WriteOnly) && torn.write("nothing") > 0);
        torn.close();
        window_->openPaths({torn.fileName(), good(), path("nofile.h5")});
        QTRY_VERIFY(desktop_->datasets.dataset());
        QCOMPARE(desktop_->datasets.dataset()->file, good());
        QTRY_VERIFY(message()->isVisible());
        QVERIFY2(message()->text().contains("torn.h5") && message()->text().contains("nofile.h5"),
                 qPrintable(message()->text()));
        QCOMPARE(desktop_->workspace.datasets(), QStringList{good()});
        QCOMPARE(desktop_->issues.issues().size(), std::size_t(1));
    }
    void allOfSeveralAreNamed() {
        window_->openPaths({path("one.h5"), path("two.h5")});
        QTRY_VERIFY(message()->isVisible());
        QVERIFY2(message()->text().contains("one.h5") && message()->text().contains("two.h5"),
                 qPrintable(message()->text()));
        QVERIFY(desktop_->workspace.datasets().isEmpty());
    }
    void oneThatIsGoneAtTheNextStartIsNamed() {
        window_->openPaths({good()});
        QTRY_VERIFY(desktop_->datasets.dataset());
        stop();
        QVERIFY(QFile::remove(good()));
        start();
        QTRY_VERIFY(message()->isVisible());
        QVERIFY2(message()->text().contains("good.h5 does not exist"), qPrintable(message()->text()));
    }
};

KINELENS_TEST(OpenedFilesWindowTest, widgets);

} // namespace opened_files_window_test
#include "opened_files_window_test.moc"
