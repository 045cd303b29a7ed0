#include "tests/support/test_program.h"
#include "ui/commands/command_palette.h"

#include "ui/commands/action_registry.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

namespace command_palette_test {

using namespace kinelens::ui;

class CommandPaletteTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ActionRegistry> actions_;
    QString mode_;
    QStringList did_;
    bool recording_ = true;
    QMenuBar bar_;

    // As the window does it: what belongs to a mode wakes when it is entered.
    void enter(const QString& mode) {
        mode_ = mode;
        did_ << "enter " + mode;
        wake();
    }
    void wake() {
        actions_->action("timeline.split")->setEnabled(mode_ == "detect" && recording_);
        actions_->action("map.fit")->setEnabled(mode_ == "explore");
    }
    CommandPalette* open() {
        auto* palette = new CommandPalette(
            *actions_, allCommands(*actions_, bar_),
            {mode_, [](const QString& mode) { return mode == "detect" ? "Detect" : "Explore"; },
             [this](const QString& mode) { enter(mode); }},
            nullptr);
        palette->show();
        return palette;
    }
    static QListWidgetItem* find(CommandPalette& palette, const QString& text) {
        const auto found = palette.findChild<QListWidget*>()->findItems(text, Qt::MatchContains);
        return found.size() == 1 ? found.first() : nullptr;
    }

private slots:
    void init() {
        actions_ = std::make_unique<ActionRegistry>();
        mode_ = "browse";
        did_.clear();
        recording_ = true;
        const auto add = [this](const QString& id, const QString& text) {
            return actions_->add({id, "Group", text}, {}, [this, id] { did_ << id; });
        };
        add("file.open", "Open…");
        add("timeline.split", "Split at the clock");
        add("map.fit", "Fit");
        add("file.never", "Never");
        actions_->action("file.never")->setEnabled(false);
        add("timeline.hidden", "Label as class 9")->setVisible(false);
        actions_->assign("timeline.", "detect", [this](const QString&) {
            return recording_ ? QString() : QString("no recording is chosen");
        });
        actions_->assign("map.", "explore");
        wake();
    }

    void commandsOfOtherModesAreFound() {
        CommandPalette* palette = open();
        QListWidgetItem* split = find(*palette, "Split");
        QVERIFY(split && (split->flags() & Qt::ItemIsEnabled));
        QVERIFY(split->text().contains("in Detect"));
        QVERIFY(!find(*palette, "class 9"));
        delete palette;
    }
    void choosingOneEntersItsMode() {
        QPointer<CommandPalette> palette = open();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, "split");
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(did_, QStringList({"enter detect", "timeline.split"}));
        QTRY_VERIFY(!palette);
        did_.clear();
        palette = open(); // the mode is there already
        search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, "split");
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(did_, QStringList("timeline.split"));
    }
    void whatCannotRunIsGreyAndSaysWhy() {
        recording_ = false;
        wake();
        CommandPalette* palette = open();
        QListWidgetItem* split = find(*palette, "Split");
        QVERIFY(split && !(split->flags() & Qt::ItemIsEnabled));
        QVERIFY(split->text().contains("no recording is chosen"));
        QListWidgetItem* never = find(*palette, "Never");
        QVERIFY(never && !(never->flags() & Qt::ItemIsEnabled));
        auto* list = palette->findChild<QListWidget*>();
        auto* search = palette->findChild<QLineEdit*>();
        QCOMPARE(list->row(split) > list->row(find(*palette, "Fit")), true); // behind those that run
        for (int i = 0; i < 9; ++i) QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->currentItem()->flags() & Qt::ItemIsEnabled);
        QTest::keyClicks(search, "split");
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(did_.isEmpty());
        delete palette;
    }
    void whatOnlyTheMenusHoldIsFound() {
        bar_.clear();
        QMenu* run = bar_.addMenu("&Run");
        run->addAction("&Stop", this, [this] { did_ << "stop"; });
        run->addSeparator();
        run->addAction(actions_->action("map.fit")); // has its entry already
        QMenu* recent = run->addMenu("&Recent");
        connect(recent, &QMenu::aboutToShow, recent, [recent] { recent->addAction("one.h5"); });
        QPointer<CommandPalette> palette = open();
        QVERIFY(find(*palette, "Run: Stop") && find(*palette, "Fit") && find(*palette, "Recent: one.h5"));
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, "stop");
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(did_, QStringList("stop"));
        bar_.clear();
    }
    void whatMatchesNothingIsSaid() {
        CommandPalette* palette = open();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, "qqq");
        QListWidgetItem* said = find(*palette, "No command matches “qqq”");
        QVERIFY(said && !(said->flags() & Qt::ItemIsEnabled));
        QTest::keyClick(search, Qt::Key_Return); // and nothing happens
        QVERIFY(did_.isEmpty());
        delete palette;
    }
};

KINELENS_TEST(CommandPaletteTest, widgets);

} // namespace command_palette_test
#include "command_palette_test.moc"
