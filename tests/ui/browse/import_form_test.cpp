// An import that fails, or a recipe that cannot be read, costs nothing of what was typed.
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "ui/browse/datasets_panel.h"
#include "ui/browse/import_form.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/state/preferences.h"
#include "ui/state/selection.h"
#include "ui/state/workspace_document.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <fstream>
#include <sys/stat.h>

namespace import_form_test {

using namespace kinelens;
using namespace kinelens::ui;

class ImportFormTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const QString& name) const { return folder_.filePath(name); }
    QString script(const QString& text) const {
        const QString file = path("fake-cli");
        std::ofstream(file.toStdString()) << "#!/bin/sh\n" << text.toStdString();
        ::chmod(file.toStdString().c_str(), 0755);
        return file;
    }
    struct Parts {
        DatasetService service;
        Selection selection;
        WorkspaceDocument workspace;
        Preferences preferences;
        DatasetsPanel panel;
        Parts(const QString& folder, const QString& program)
            : workspace(folder)
            , preferences(folder + "/settings.ini")
            , panel({service, selection, workspace, preferences}, program) {
            preferences.useFolders(folder + "/data", folder + "/runs");
        }
        ImportForm& form() { return *panel.findChild<ImportForm*>(); }
        MessageBar& said() {
            for (MessageBar* bar : panel.findChildren<MessageBar*>())
                if (!bar->isHidden()) return *bar;
            return *panel.findChild<MessageBar*>();
        }
        void press(const QString& text) {
            for (QPushButton* button : form().findChildren<QPushButton*>())
                if (button->text() == text) return button->click();
            QFAIL("no such button");
        }
    };

private slots:
    void aFailedImportKeepsItsForm() {
        Parts parts(folder_.path(), script("echo 'kinelens-cli: line 3 is no number' >&2; exit 1\n"));
        parts.panel.show();
        parts.panel.offerImport({path("a.csv")});
        QVERIFY(parts.form().isVisible());
        parts.form().findChild<QCheckBox*>()->setChecked(true);
        for (QLineEdit* line : parts.form().findChildren<QLineEdit*>())
            if (!line->isReadOnly()) line->setText(path("mine.h5"));
        const QStringList asked = parts.form().arguments();
        parts.press("Import");
        QTRY_COMPARE(parts.said().kind(), MessageBar::Kind::error);
        QVERIFY(parts.said().text().contains("line 3 is no number"));
        QVERIFY(parts.form().isVisible());
        QCOMPARE(parts.form().arguments(), asked);
        QVERIFY(asked.contains("--trim") && asked.contains(path("mine.h5")));
        QVERIFY(parts.said().geometry().bottom() <= parts.form().geometry().top()); // above it
        parts.press("Import");                                                      // and again
        QVERIFY(!parts.form().isVisible());
        QTRY_VERIFY(parts.form().isVisible());
    }
    void aProgramThatIsNotThereKeepsItToo() {
        Parts parts(folder_.path(), path("nowhere"));
        parts.panel.show();
        parts.panel.offerImport({path("a.csv")});
        parts.press("Import");
        QTRY_COMPARE(parts.said().kind(), MessageBar::Kind::error);
        QVERIFY(parts.form().isVisible());
    }
    void aBadRecipeLeavesTheOneThatIsChosen() {
        ImportForm form;
        form.offer({path("precog2016/a.csv")}, folder_.path());
        const QStringList asked = form.arguments();
        QVERIFY(asked.contains("precog2016"));
        QFile bad(path("bad.json"));
        QVERIFY(bad.open(QFile::WriteOnly) && bad.write("{\"kind\": 3") > 0);
        bad.close();
        QSignalSpy failed(&form, &ImportForm::failed);
        form.useRecipe(bad.fileName());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(form.arguments(), asked);
    }
    void aBadFileLeavesWhatIsOpen() {
        QVERIFY(testing::write_small_dataset(path("good.h5").toStdString(), 4));
        QFile bad(path("bad.h5"));
        QVERIFY(bad.open(QFile::WriteOnly) && bad.write("nothing") > 0);
        bad.close();
        Parts parts(folder_.path(), path("nowhere"));
        parts.panel.show();
        parts.panel.openDataset(path("good.h5"));
        QTRY_VERIFY(!parts.selection.current().isEmpty());
        const int rows = parts.panel.model().rowCount();
        parts.panel.openDataset(bad.fileName());
        QTRY_COMPARE(parts.said().kind(), MessageBar::Kind::error);
        QVERIFY(parts.said().text().contains("bad.h5"));
        QCOMPARE(parts.panel.model().rowCount(), rows);
        QVERIFY(rows > 0 && parts.service.dataset() && !parts.selection.current().isEmpty());
        for (auto* box : parts.panel.findChildren<QComboBox*>())
            if (box->accessibleName() == "Dataset") QCOMPARE(box->currentText(), QString("good"));
        QCOMPARE(parts.workspace.datasets(), QStringList(path("good.h5")));
    }
};

KINELENS_TEST(ImportFormTest, widgets);

} // namespace import_form_test
#include "import_form_test.moc"
