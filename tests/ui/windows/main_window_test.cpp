// A walk through the whole window as a person would take it.
#include "core/dataset/dataset_writer.h"
#include "core/results/embedding.h"
#include "core/results/predictions.h"
#include "core/skeleton/skeleton_layout.h"
#include "tests/support/test_program.h"
#include "ui/browse/datasets_panel.h"
#include "ui/browse/facet_list.h"
#include "ui/browse/import_form.h"
#include "ui/browse/sequence_table.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/detect/timeline_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/play/player_panel.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/main_window.h"
#include "viz/charts/point_map.h"
#include "viz/view/scene_view.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

namespace main_window_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Two people who stand and wave an arm; every third recording is of a class of its own.
void writeDataset(const QString& file, int sequences) {
    DatasetInfo info;
    info.name = "waving";
    info.layout = *built_in_layout("ntu25");
    info.bodies = 2;
    info.class_names = {"wave", "stand"};
    auto writer = DatasetWriter::create(file.toStdString(), info);
    QVERIFY(writer);
    for (int i = 0; i < sequences; ++i) {
        Motion motion(40 + i, 2, 25);
        for (qint64 frame = 0; frame < motion.frames; ++frame)
            for (int body = 0; body < 2; ++body) {
                motion.set_tracked(frame, body, true);
                for (int joint = 0; joint < 25; ++joint) {
                    float* at = motion.joint(frame, body, joint);
                    at[0] = static_cast<float>(body) + 0.1f * static_cast<float>(joint % 5);
                    at[1] = 0.07f * static_cast<float>(joint) + 0.005f * static_cast<float>(frame % 20);
                    at[2] = 3;
                }
            }
        SequenceInfo info_;
        info_.name = "W" + std::to_string(100 + i);
        info_.label = i % 3 == 0 ? 1 : 0;
        info_.subject = i % 4 + 1;
        QVERIFY(writer->append(info_, motion,
                               i == 2 ? std::vector<Interval>{{0, 0, 5, 20, 1, "truth"}}
                                      : std::vector<Interval>{}));
    }
    QVERIFY(writer->finish());
}

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

class MainWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    QString dataset_;
    std::unique_ptr<Desktop> desktop_;
    std::unique_ptr<MainWindow> window_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void start() {
        DesktopPlaces places;
        places.program = QStringLiteral(KINELENS_BINARY_FOLDER "/bin/kinelens-cli");
        places.settings = path("settings.ini");
        places.state = path("state");
        places.runs = path("runs");
        places.data = path("data");
        desktop_ = std::make_unique<Desktop>(places);
        window_ = std::make_unique<MainWindow>(*desktop_);
        window_->restoreSession();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->activateWindow();
    }
    void stop() {
        window_.reset();
        desktop_.reset();
    }
    void openDataset() {
        window_->openPaths({dataset_});
        QTRY_VERIFY(desktop_->datasets.dataset());
        QTRY_COMPARE(desktop_->playhead.frames(), 40);
    }
    // Through the window, to whatever has the focus, as a keyboard does.
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_->windowHandle(), key, modifiers);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        dataset_ = path("waving.h5");
        writeDataset(dataset_, 12);
        start();
    }
    void cleanup() {
        stop();
        folder_.reset();
    }

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
    void detectModeHasItsOwnUndoAndKeys() {
        openDataset();
        QVERIFY(!desktop_->actions.action("timeline.split")->isEnabled());
        window_->enterMode("detect");
        QVERIFY(window_->detect().timeline()->isVisible());
        QVERIFY(desktop_->actions.action("timeline.split")->isEnabled());
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        desktop_->labels.setLocked(false);
        desktop_->playhead.setFrame(10);
        QTest::keyClick(window_.get(), Qt::Key_S); // splits [5, 20)
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        QCOMPARE(desktop_->undo.undoText(), QString("Split a label"));
        desktop_->undo.undo();
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
        window_->enterMode("browse");
        QVERIFY(!desktop_->actions.action("timeline.split")->isEnabled());
        QCOMPARE(desktop_->undo.undoText(), QString("Add waving.h5")); // the labels are not in view
        QVERIFY(!desktop_->undo.nextRedo());
        window_->showStartPage();
        QVERIFY(!desktop_->undo.nextUndo());
        QVERIFY(!desktop_->actions.action("edit.undo")->isEnabled());
    }
    void detectModeHasTheKeysOnEntering() {
        openDataset();
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        auto* facets = window_->datasets().findChild<FacetList*>(); // needs letters itself
        facets->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), facets);
        pressKey(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_VERIFY(window_->detect().timeline()->isAncestorOf(QApplication::focusWidget()));
        pressKey(Qt::Key_U);
        QVERIFY(!desktop_->labels.locked());
        desktop_->playhead.setFrame(10);
        pressKey(Qt::Key_S); // splits [5, 20)
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        const viz::TimeRange& range = window_->detect().timeline()->view().range();
        pressKey(Qt::Key_Plus);
        QVERIFY(range.span() < 30);
        const double first = range.first();
        pressKey(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(range.first() > first);
        pressKey(Qt::Key_0);
        QCOMPARE(range.span(), 42.0);
    }
    void detectModeHasTheKeysFromTheStart() {
        window_->enterMode("detect");
        QTRY_COMPARE(QApplication::focusWidget(), window_->detect().timeline());
        openDataset();
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_VERIFY(desktop_->labels.ready());
        pressKey(Qt::Key_U);
        QVERIFY(!desktop_->labels.locked());
    }
    void lockedLabelsAreNotUndone() {
        openDataset();
        window_->enterMode("detect");
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        desktop_->labels.setLocked(false);
        desktop_->playhead.setFrame(10);
        desktop_->actions.action("timeline.split")->trigger();
        desktop_->labels.setLocked(true);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        QVERIFY(!window_->detect().timeline()->message().isHidden()); // offers to unlock them
        desktop_->labels.setLocked(false);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
        desktop_->labels.setLocked(true);
        pressKey(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
    }
    // As `detect` without --run leaves them, named together with their dataset.
    void predictionsOpenBesideTheirDataset() {
        QVERIFY(QDir().mkpath(path("found")));
        Predictions said;
        said.class_names = {"wave", "stand"};
        said.sequences = {{"W102", 42, {{0, 1, 3, 30, 0.9F, "prediction"}}}};
        QVERIFY(write_predictions(path("found/predictions.json").toStdString(), said));
        window_->openPaths({dataset_, path("found")});
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_COMPARE(desktop_->detections.runs().size(), std::size_t(1));
        desktop_->selection.setCurrent("W102");
        QTRY_VERIFY(desktop_->detections.lanes().size() == 1 &&
                    desktop_->detections.lanes().front().intervals.size() == 1);
        QVERIFY(desktop_->issues.issues().empty());
        const int least = window_->minimumSizeHint().height(); // on low screens
        QVERIFY2(least <= 720, qPrintable(QString::number(least)));
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

    void modesAndSessionAreRemembered() {
        openDataset();
        desktop_->selection.setCurrent("W105");
        desktop_->actions.action("mode.train")->trigger();
        QVERIFY(window_->training().isVisible() && window_->runs().isVisible() &&
                !window_->datasets().isVisible());
        desktop_->playhead.setSpeed(0.5);
        desktop_->playhead.setLooping(false);
        window_->training().form()->setOption("epochs", std::int64_t(7));
        window_->findChild<SequenceTable*>()->sortByColumn(static_cast<int>(SequenceColumn::frames),
                                                           Qt::DescendingOrder);
        window_->close();
        stop();
        start();
        QCOMPARE(window_->modes().mode(), QString("train"));
        QVERIFY(window_->training().isVisible());
        QTRY_VERIFY(desktop_->datasets.dataset());
        QTRY_COMPARE(desktop_->selection.current(), QString("W105"));
        QTRY_COMPARE(desktop_->playhead.frames(), 45);
        QCOMPARE(desktop_->playhead.speed(), 0.5);
        QVERIFY(!desktop_->playhead.looping());
        QVERIFY(window_->training().form()->option("epochs") == OptionValue(std::int64_t(7)));
        QTRY_COMPARE(window_->datasets().model().nameAt(0), QString("W111")); // the longest
        QCOMPARE(desktop_->workspace.datasets().size(), 1);
    }
    // With every panel at hand and the modes in any order: each shows its own, on every visit and after a
    // restart.
    void modesKeepApart() {
        QMap<QString, QStringList> first;
        const auto shown = [this] {
            QStringList names;
            for (const QDockWidget* dock : window_->findChildren<QDockWidget*>())
                if (!dock->isHidden()) names << dock->objectName();
            names.sort();
            return names;
        };
        const QSize size = window_->size();
        const QStringList visits{"browse", "train",   "browse",   "train",   "detect", "evaluate",
                                 "detect", "explore", "evaluate", "explore", "train",  "detect"};
        for (const QString& mode : visits) {
            desktop_->actions.action("mode." + mode)->trigger();
            QTest::qWait(20);
            if (!first.contains(mode)) first[mode] = shown();
            QCOMPARE(shown(), first[mode]);
            QCOMPARE(window_->size(), size);
            for (const char* bar : {"transport", "modes"})
                QVERIFY(window_->rect().contains(window_->findChild<QToolBar*>(bar)->geometry()));
        }
        QCOMPARE(first["train"], QStringList({"player", "runs", "training"}));
        QVERIFY(first["detect"].contains("timeline"));
        window_->close();
        stop();
        start();
        QCOMPARE(window_->modes().mode(), QString("detect"));
        for (const QString& mode : QStringList{"detect", "browse", "train", "evaluate", "explore"}) {
            window_->enterMode(mode);
            QCOMPARE(shown(), first[mode]);
        }
    }
    void resetGoesToOnesOwnDefaultThenToTheFactorys() {
        window_->enterMode("browse");
        auto* runs = window_->findChild<QDockWidget*>("runs");
        auto* player = window_->findChild<QDockWidget*>("player");
        window_->addDockWidget(Qt::RightDockWidgetArea, runs);
        runs->show();
        window_->modes().saveAsDefault();
        player->hide();
        window_->modes().resetToDefault();
        QVERIFY(player->isVisible() && runs->isVisible());
        window_->modes().resetToDefault();
        QVERIFY(player->isVisible() && !runs->isVisible());
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
