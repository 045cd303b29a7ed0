// A walk through the whole window as a person would take it.
#include "core/results/embedding.h"
#include "tests/support/test_program.h"
#include "tests/ui/windows/waving_window.h"
#include "ui/browse/facet_list.h"
#include "ui/browse/import_form.h"
#include "ui/browse/sequence_table.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/play/player_panel.h"
#include "ui/train/runs_panel.h"
#include "ui/widgets/message_bar.h"
#include "viz/charts/point_map.h"
#include "viz/view/scene_view.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

namespace main_window_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

void drop(QWidget& target, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

class MainWindowTest : public kinelens::testing::WavingWindow {
    Q_OBJECT
private slots:
    void init() { make(); }
    void cleanup() { remove(); }

    void firstStartShowsThePage() {
        QVERIFY(window_->startPageShown());
        QVERIFY(window_->datasets().isHidden() || !window_->datasets().isVisible());
        window_->enterMode("browse");
        QVERIFY(!window_->startPageShown());
        QVERIFY(window_->datasets().isVisible());
        QVERIFY(!window_->runs().isVisible());
        window_->showStartPage();
        QVERIFY(window_->startPageShown());
        QVERIFY(!window_->datasets().isVisible());
    }
    void openingShowsTableAndFigure() {
        openDataset();
        QCOMPARE(window_->modes().mode(), QString("browse"));
        QCOMPARE(window_->datasets().model().rowCount(), 12);
        QCOMPARE(desktop_->selection.current(), QString("W100"));
        QTRY_COMPARE(window_->datasets().model().scanned(), 12);
        QTRY_VERIFY(window_->player().view().isVisible());
        const QImage picture = window_->player().view().picture();
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 2)
            for (int x = 0; x < picture.width(); x += 2) colours.insert(picture.pixel(x, y));
        QVERIFY2(colours.size() > 100, "the figures are not drawn");
        QVERIFY(window_->windowTitle().startsWith("waving"));
    }
    // What belongs to a mode may use the keys of what belongs to another.
    void noTwoCommandsShareAKey() {
        const auto mode = [](const QString& id) {
            return id.startsWith("timeline.") ? "detect" : id.startsWith("map.") ? "explore" : "";
        };
        for (const QString& shown : {QString("detect"), QString("explore")}) {
            window_->enterMode(shown);
            QHash<QKeySequence, QString> taken;
            for (const auto& [words, action] : desktop_->actions.entries()) {
                const QString of = mode(words.id);
                if (!of.isEmpty() && of != shown) {
                    QVERIFY2(!action->isEnabled(), qPrintable(words.id + " in " + shown));
                    continue;
                }
                for (const QKeySequence& key : action->shortcuts()) {
                    QVERIFY2(!taken.contains(key), qPrintable(words.id + " and " + taken.value(key)));
                    taken.insert(key, words.id);
                }
            }
        }
    }
    void keysPlayAndStep() {
        openDataset();
        auto* table = window_->datasets().findChild<SequenceTable*>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Right);
        QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(desktop_->playhead.frame(), 11);
        QTest::keyClick(table, Qt::Key_End);
        QCOMPARE(desktop_->playhead.frame(), 39);
        QTest::keyClick(table, Qt::Key_Home);
        QTest::keyClick(table, Qt::Key_Space);
        QVERIFY(desktop_->playhead.playing());
        QTRY_VERIFY(desktop_->playhead.frame() > 2);
        QTest::keyClick(table, Qt::Key_Down); // goes on playing with the next
        QTRY_COMPARE(desktop_->selection.current(), QString("W101"));
        QTRY_COMPARE(desktop_->playhead.frames(), 41);
        QVERIFY(desktop_->playhead.playing());
        QTest::keyClick(table, Qt::Key_Space);
        QVERIFY(!desktop_->playhead.playing());
    }
    void typingInASearchIsNotPlaying() {
        openDataset();
        auto* search = window_->datasets().findChild<QLineEdit*>("search");
        search->setFocus();
        QTest::keyClicks(search, "stand 1");
        QVERIFY(!desktop_->playhead.playing());
        QCOMPARE(search->text(), QString("stand 1"));
        QCOMPARE(window_->datasets().model().rowCount(), 4);
        QVERIFY(window_->datasets().shownText().contains("4"));
    }
    void tickingAFacetFilters() {
        openDataset();
        auto* facets = window_->datasets().findChild<FacetList*>();
        QTreeWidgetItem* classes = facets->topLevelItem(0);
        QCOMPARE(classes->childCount(), 2);
        QCOMPARE(classes->child(1)->text(1), QString("4"));
        classes->child(1)->setCheckState(0, Qt::Checked);
        QCOMPARE(window_->datasets().model().rowCount(), 4);
        classes->child(1)->setCheckState(0, Qt::Unchecked);
        QCOMPARE(window_->datasets().model().rowCount(), 12);
    }
    void chosenSequencesSurviveSortingAndFiltering() {
        openDataset();
        auto* table = window_->datasets().findChild<SequenceTable*>();
        table->selectAll();
        QCOMPARE(desktop_->selection.selected().size(), 12);
        table->selectRow(4);
        QCOMPARE(desktop_->selection.selected(), QStringList("W104"));
        table->sortByColumn(static_cast<int>(SequenceColumn::frames), Qt::DescendingOrder);
        QTest::qWait(20);
        QCOMPARE(desktop_->selection.selected(), QStringList("W104"));
        QCOMPARE(table->currentIndex().row(), 7);
        desktop_->selection.setCurrent("W107"); // from any other view
        QCOMPARE(window_->datasets().model().nameAt(table->currentIndex().row()), QString("W107"));
    }
    void aMapIsLinkedWithTableAndPlayer() {
        Embedding map;
        for (int i = 0; i < 14; ++i) { // two more than the dataset has
            map.names.push_back("W" + std::to_string(100 + i));
            map.coordinates.push_back(static_cast<float>(i % 4));
            map.coordinates.push_back(static_cast<float>(i / 4));
        }
        QVERIFY(write_embedding(path("map.h5").toStdString(), map));
        openDataset();
        window_->openPaths({path("map.h5")});
        QCOMPARE(window_->modes().mode(), QString("explore"));
        EmbeddingView& view = *window_->embedding().view();
        QTRY_VERIFY(view.shown());
        QVERIFY(view.countsText().contains("2 are not in the open dataset"));
        emit view.map().pointClicked(3, Qt::NoModifier);
        QTRY_COMPARE(desktop_->playhead.frames(), 43);
        emit view.map().areaChosen({1, 5, 6}, Qt::NoModifier);
        auto* table = window_->findChild<SequenceTable*>();
        QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
        desktop_->actions.action("map.subset")->trigger();
        QCOMPARE(window_->modes().mode(), QString("browse"));
        QCOMPARE(window_->datasets().model().rowCount(), 3);
        window_->datasets().showOnly({});
        QCOMPARE(window_->datasets().model().rowCount(), 12);
        window_->enterMode("evaluate");
        emit window_->evaluation().view()->subsetWanted({"W101", "W104"});
        QCOMPARE(window_->modes().mode(), QString("browse"));
        QCOMPARE(window_->datasets().model().rowCount(), 2);
        window_->datasets().showOnly({});
    }
    void droppedFilesGoWhereTheyBelong() {
        drop(*window_, {dataset_});
        QTRY_VERIFY(desktop_->datasets.dataset());
        QCOMPARE(QFileInfo(desktop_->datasets.dataset()->file), QFileInfo(dataset_));
        auto* form = window_->datasets().findChild<ImportForm*>();
        QVERIFY(!form->isVisible());
        drop(*window_, {path("S001C001P001R001A001.skeleton")});
        QVERIFY(form->isVisible());
        QCOMPARE(form->arguments().at(1), path("S001C001P001R001A001.skeleton"));
        QCOMPARE(QFileInfo(form->output()).absolutePath(), QFileInfo(path("data/x")).absolutePath());
        QVERIFY(desktop_->workspace.saveAs(path("work.kinelens")));
        desktop_->datasets.close();
        drop(*window_, {path("work.kinelens")});
        QTRY_VERIFY(desktop_->datasets.dataset()); // the workspace's first dataset
        QVERIFY(window_->windowTitle().contains("work"));
    }
    void whatCannotBeOpenedSaysSo() {
        QFile text(path("text.h5"));
        QVERIFY(text.open(QFile::WriteOnly) && text.write("nothing") > 0);
        text.close();
        window_->openPaths({text.fileName()});
        auto* message = window_->datasets().findChild<MessageBar*>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains("text.h5"));
        QCOMPARE(desktop_->issues.issues().size(), 1u);
        QVERIFY(desktop_->workspace.datasets().isEmpty());
    }
    void importRunsThroughTheCommandLine() {
        const QString recordings = QStringLiteral(KINELENS_SHARED_FOLDER "/data/precog2016/CSV");
        if (!QFileInfo::exists(recordings)) QSKIP("the recordings of precog2016 are not here");
        if (!QFileInfo::exists(desktop_->program)) QSKIP("kinelens-cli is not built");
        drop(*window_, {recordings + "/Seq1_1.csv", recordings + "/Seq2_10.csv", recordings + "/Seq1_2.csv"});
        auto* form = window_->datasets().findChild<ImportForm*>();
        QVERIFY(form->arguments().contains("precog2016")); // the recipe is guessed from the path
        for (QPushButton* button : form->findChildren<QPushButton*>())
            if (button->text() == "Import") QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desktop_->datasets.dataset(), 20000);
        QCOMPARE(window_->datasets().model().rowCount(), 2);
        auto* message = window_->datasets().findChild<MessageBar*>();
        QTRY_VERIFY(message->text().contains("One file was rejected"));
        QCOMPARE(desktop_->workspace.undoStack().undoText(), QString("Add Seq1_1.h5"));
    }
};

KINELENS_TEST(MainWindowTest, widgets);

} // namespace main_window_test
#include "main_window_test.moc"
