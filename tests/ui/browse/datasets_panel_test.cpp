#include "tests/support/test_program.h"
#include "ui/browse/datasets_panel.h"

#include "tests/support/small_dataset.h"
#include "ui/browse/sequence_browser.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/commands/icons.h"
#include "ui/state/preferences.h"
#include "ui/state/selection.h"
#include "ui/state/workspace_document.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

namespace datasets_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

QToolButton* openButton(const DatasetsPanel& panel) {
    for (QToolButton* button : panel.findChildren<QToolButton*>())
        if (button->text() == "Open") return button;
    return nullptr;
}

} // namespace

class DatasetsPanelTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    DatasetService service_;
    Selection selection_;
    WorkspaceDocument workspace_{folder_.filePath("autosave")};
    std::unique_ptr<Preferences> preferences_;
    std::unique_ptr<DatasetsPanel> panel_;

private slots:
    void initTestCase() {
        setIconTheme(false); // a button without an icon shows its words
        const QString data = folder_.filePath("d.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 8).has_value());
        preferences_ = std::make_unique<Preferences>(folder_.filePath("preferences.ini"));
        panel_ = std::make_unique<DatasetsPanel>(
            DatasetsPanel::Parts{service_, selection_, workspace_, *preferences_}, "none");
        panel_->resize(800, 500);
        panel_->show();
        panel_->openDataset(data);
        QTRY_COMPARE(panel_->model().rowCount(), 8);
    }
    void theSearchFollowsTheFilter() {
        auto* search = panel_->findChild<QLineEdit*>("search");
        QTest::keyClicks(search, "even 0");
        QCOMPARE(panel_->model().rowCount(), 1); // as one types
        QCOMPARE(panel_->shownText(), QString("1 of 8 sequences"));
        panel_->browser().clearFilters();
        QCOMPARE(search->text(), QString());
        QCOMPARE(panel_->model().rowCount(), 8);
        QTest::keyClicks(search, "odd ");
        QCOMPARE(search->text(), QString("odd ")); // nobody takes the space away again
    }
    void theStateComesBack() {
        panel_->findChild<QLineEdit*>("search")->setText("even");
        const QJsonObject kept = panel_->state();
        panel_->browser().clearFilters();
        panel_->restore(kept);
        QCOMPARE(panel_->findChild<QLineEdit*>("search")->text(), QString("even"));
        QCOMPARE(panel_->model().rowCount(), 4);
    }
    // A window of 900 pixels must have room for it beside others; its buttons then show their icons alone.
    void itGetsNarrow() {
        QVERIFY2(panel_->minimumSizeHint().width() <= 400,
                 qPrintable(QString::number(panel_->minimumSizeHint().width())));
        panel_->resize(panel_->minimumSizeHint().width(), 500);
        QCOMPARE(openButton(*panel_)->toolButtonStyle(), Qt::ToolButtonIconOnly);
        panel_->resize(800, 500);
        QCOMPARE(openButton(*panel_)->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }
};

KINELENS_TEST(DatasetsPanelTest, widgets);

} // namespace datasets_panel_test
#include "datasets_panel_test.moc"
