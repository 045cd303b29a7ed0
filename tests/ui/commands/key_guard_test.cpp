// A key means the same wherever the focus is: the rule, control by control.
#include "tests/support/test_program.h"
#include "ui/commands/key_guard.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace key_guard_test {

using namespace kinelens::ui;

class KeyGuardTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QWidget> window_;
    QVBoxLayout* layout_ = nullptr;
    int commands_ = 0;

    QAction* command(const QKeySequence& key) {
        auto* action = new QAction(window_.get());
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [this] { ++commands_; });
        window_->addAction(action);
        return action;
    }
    template <class Control>
    Control* add() {
        auto* control = new Control(window_.get());
        layout_->addWidget(control);
        control->show();
        control->setFocus();
        return control;
    }
    bool focused(const QWidget& control) {
        return QTest::qWaitFor([&control] { return control.hasFocus(); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_->windowHandle(), key, modifiers);
    }

private slots:
    void init() {
        commands_ = 0;
        window_ = std::make_unique<QWidget>();
        layout_ = new QVBoxLayout(window_.get());
        new KeyGuard(window_.get());
        window_->resize(300, 300);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() { window_.reset(); }

    void enterPressesAButtonAndTicksABox() {
        auto* button = add<QPushButton>();
        int clicks = 0;
        connect(button, &QPushButton::clicked, this, [&clicks] { ++clicks; });
        QVERIFY(focused(*button));
        press(Qt::Key_Return);
        press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(clicks, 2);
        auto* check = add<QCheckBox>();
        QVERIFY(focused(*check));
        press(Qt::Key_Return);
        QVERIFY(check->isChecked());
    }

    void enterTicksARowAndOpensABranch() {
        auto* list = add<QListWidget>();
        auto* item = new QListWidgetItem("one", list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        list->setCurrentRow(0);
        QVERIFY(focused(*list));
        press(Qt::Key_Return);
        QCOMPARE(item->checkState(), Qt::Checked);
        auto* tree = add<QTreeWidget>();
        auto* branch = new QTreeWidgetItem(tree, {"branch"});
        new QTreeWidgetItem(branch, {"leaf"});
        tree->setCurrentItem(branch);
        QVERIFY(focused(*tree));
        press(Qt::Key_Return);
        QVERIFY(branch->isExpanded());
        press(Qt::Key_Return);
        QVERIFY(!branch->isExpanded());
    }

    // A letter is a command, or nothing; it never chooses a row.
    void typingChoosesNothingInLists() {
        command(Qt::Key_B);
        auto* list = add<QListWidget>();
        list->addItems({"apple", "banana", "cherry"});
        list->setCurrentRow(0);
        QVERIFY(focused(*list));
        press(Qt::Key_C);
        QCOMPARE(list->currentRow(), 0);
        press(Qt::Key_B);
        QCOMPARE(list->currentRow(), 0);
        QCOMPARE(commands_, 1);
        press(Qt::Key_Down); // the list's own
        QCOMPARE(list->currentRow(), 1);
    }

    void textFieldsKeepTheirLetters() {
        command(Qt::Key_B);
        auto* edit = add<QLineEdit>();
        QVERIFY(focused(*edit));
        press(Qt::Key_B);
        QCOMPARE(edit->text(), QString("b"));
        QCOMPARE(commands_, 0);
        edit->setReadOnly(true);
        press(Qt::Key_B);
        QCOMPARE(commands_, 1);
    }

    void upAndDownWalkAlongTabs() {
        auto* tabs = add<QTabBar>();
        for (const char* name : {"one", "two", "three"}) tabs->addTab(name);
        tabs->setTabEnabled(1, false);
        QVERIFY(focused(*tabs));
        press(Qt::Key_Down);
        QCOMPARE(tabs->currentIndex(), 2); // past the one that cannot be chosen
        press(Qt::Key_Up);
        QCOMPARE(tabs->currentIndex(), 0);
        press(Qt::Key_Up);
        QCOMPARE(tabs->currentIndex(), 0);
    }

    void theNumberPadHasCommandsOfItsOwn() {
        command(QKeySequence(Qt::KeypadModifier | Qt::Key_1));
        auto* list = add<QListWidget>();
        list->addItems({"1", "2"});
        QVERIFY(focused(*list));
        press(Qt::Key_1);
        QCOMPARE(commands_, 0);
        press(Qt::Key_1, Qt::KeypadModifier);
        QCOMPARE(commands_, 1);
    }

    void otherWindowsAreLeftAlone() {
        QListWidget other;
        other.addItems({"apple", "banana"});
        other.setCurrentRow(0);
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTest::keyClick(&other, Qt::Key_B);
        QCOMPARE(other.currentRow(), 1);
    }
};

KINELENS_TEST(KeyGuardTest, widgets);

} // namespace key_guard_test
#include "key_guard_test.moc"
