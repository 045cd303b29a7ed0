#include "tests/support/test_program.h"
#include "ui/commands/action_registry.h"
#include "ui/commands/key_sheet.h"

#include <QTreeWidget>

namespace action_registry_test {

using namespace kinelens::ui;

class ActionRegistryTest : public QObject {
    Q_OBJECT
private slots:
    void commandsAreFoundByTheirNames() {
        ActionRegistry registry;
        int plays = 0;
        QAction* play = registry.add({"player.play", "Player", "&Play…"}, {Qt::Key_Space}, [&] { ++plays; });
        QCOMPARE(registry.action("player.play"), play);
        QVERIFY(!registry.action("player.pause"));
        play->trigger();
        QCOMPARE(plays, 1);
        QCOMPARE(play->objectName(), QString("player.play"));
    }

    void theyAreListedAsTheyCame() {
        ActionRegistry registry;
        for (const char* id : {"b.one", "a.two", "b.three"}) registry.add({id, "Group", id}, {}, [] {});
        QStringList ids;
        for (const auto& entry : registry.entries()) ids << entry.words.id;
        QCOMPARE(ids, (QStringList{"b.one", "a.two", "b.three"}));
    }

    void toolTipsSayTheKeys() {
        ActionRegistry registry;
        QAction* none = registry.add({"a.none", "A", "&Open…"}, {}, [] {});
        QAction* two = registry.add({"a.two", "A", "&Front"}, {Qt::SHIFT | Qt::Key_F, Qt::Key_1}, [] {});
        QCOMPARE(none->toolTip(), QString("Open"));
        QCOMPARE(two->toolTip(), QString("Front  (Shift+F, 1)"));
        QCOMPARE(toolTipWithKeys(*two), two->toolTip());
    }

    // Commands without a home belong to every mode, and nothing is ever in their way.
    void eachModeSaysWhyACommandSleeps() {
        ActionRegistry registry;
        registry.assign("map.", "explore", [](const QString& id) {
            return id == QLatin1String("map.list") ? QString("nothing is selected") : QString();
        });
        registry.assign("evaluation.", {});
        QCOMPARE(registry.modeOf("map.fit"), QString("explore"));
        QCOMPARE(registry.modeOf("evaluation.subset"), QString());
        QCOMPARE(registry.modeOf("file.open"), QString());
        QCOMPARE(registry.whyNot("map.list"), QString("nothing is selected"));
        QVERIFY(registry.whyNot("map.fit").isEmpty());
        QVERIFY(registry.whyNot("evaluation.subset").isEmpty());
        QVERIFY(registry.whyNot("file.open").isEmpty());
    }

    void theSheetOfKeysLeavesOutWhatHasNone() {
        ActionRegistry registry;
        registry.add({"player.play", "Player", "&Play"}, {Qt::Key_Space}, [] {});
        registry.add({"player.demo", "Player", "Demo"}, {}, [] {});
        registry.add({"map.fit", "Map", "Fit"}, {Qt::Key_Z, Qt::Key_Home}, [] {});
        registry.add({"player.stop", "Player", "Stop"}, {Qt::Key_S}, [] {});
        KeySheet sheet(registry, nullptr);
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto* tree = sheet.findChild<QTreeWidget*>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        const QTreeWidgetItem* player = tree->topLevelItem(0);
        QCOMPARE(player->text(0), QString("Player"));
        QCOMPARE(player->childCount(), 2); // under one heading
        QCOMPARE(player->child(0)->text(0), QString("Play"));
        QCOMPARE(player->child(1)->text(1), QString("S"));
        QCOMPARE(tree->topLevelItem(1)->child(0)->text(1), QString("Z; Home"));
    }
};

KINELENS_TEST(ActionRegistryTest, widgets);

} // namespace action_registry_test
#include "action_registry_test.moc"
