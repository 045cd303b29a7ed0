#include "core/experiment/run_folder.h"
#include "core/options/pretrain_options.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/forms/started_run.h"
#include "ui/jobs/run_scanner.h"
#include "ui/jobs/run_trash.h"
#include "ui/messages/run_words.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/current_dataset.h"
#include "ui/train/run_curves.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_frame.h"
#include "ui/widgets/scroll_panel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <fstream>
#include <sys/stat.h>

namespace training_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

QPushButton* button(const QWidget& parent, const QString& text) {
    for (auto* found : parent.findChildren<QPushButton*>())
        if (found->text() == text) return found;
    return nullptr;
}

} // namespace

class TrainingPanelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void formMarksWhatDiffers();
    void seedsBeyondASpinBoxAreTyped();
    void wrongValuesStopTheStart();
    void startRunsTheShownCommand();
    void buttonsFollowTheState();
    void failureIsSaid();
    void curvesOfDomainsAddUp();
    void probesAreDrawnOverTheLoss();
    void runsPanelOffersWhatIsPossible();
    void oneErrorIsToldInOnePlace();
    void anOldErrorGoesWithItsCause();
    void aFullDiskIsAdvisedOnByWhatItLeft();
    void buttonsKeepTheirPlaces();
    void aLostRunSaysWhatCanBeDone();
    void aNarrowPanelShowsOneAtATime();

private:
    QString path(const char* name) const { return folder_->filePath(name); }
    void say(const char* script) const {
        std::ofstream(path("fake-cli").toStdString()) << "#!/bin/sh\n" << script << '\n';
    }
    static int bars(const QWidget& parent, const QString& words) {
        int count = 0;
        for (const MessageBar* bar : parent.findChildren<MessageBar*>())
            count += !bar->isHidden() && bar->text().contains(words) ? 1 : 0;
        return count;
    }
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<JobRunner> runner_;
};

void TrainingPanelTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    const std::string file = path("fake-cli").toStdString();
    std::ofstream(file) << "#!/bin/sh\nsleep 5\n";
    ::chmod(file.c_str(), 0755);
    runner_ = std::make_unique<JobRunner>(path("fake-cli"));
}

void TrainingPanelTest::formMarksWhatDiffers() {
    OptionForm form(option_table<PretrainOptions>());
    form.setBaseline(option_values(PretrainOptions{}));
    QVERIFY(form.changedKeys().empty());
    auto* epochs = form.findChild<QSpinBox*>("epochs");
    QVERIFY(epochs);
    epochs->setValue(7);
    QCOMPARE(form.changedKeys(), std::vector<std::string>{"epochs"});
    QCOMPARE(options_from_values<PretrainOptions>(*form.values()).epochs, 7);
    QVERIFY(epochs->toolTip().contains("--epochs"));
    auto* every = form.findChild<QSpinBox*>("checkpoint_every");
    QVERIFY(every);
    every->setValue(1);
    QCOMPARE(every->suffix(), QStringLiteral(" epoch"));
    every->setValue(2);
    QCOMPARE(every->suffix(), QStringLiteral(" epochs"));
}

void TrainingPanelTest::seedsBeyondASpinBoxAreTyped() {
    OptionForm form(option_table<PretrainOptions>());
    form.setBaseline(option_values(PretrainOptions{}));
    auto* seed = form.findChild<QLineEdit*>("seed");
    QVERIFY(seed);
    QVERIFY2(seed->toolTip().contains("9007199254740991"), qPrintable(seed->toolTip()));
    seed->setText("9007199254740991");
    QCOMPARE(options_from_values<PretrainOptions>(*form.values()).seed, 9007199254740991);
    for (const char* wrong : {"-1", "9007199254740992", "1.5", "seven"}) {
        seed->setText(wrong);
        QVERIFY2(!form.values(), wrong);
    }
}

void TrainingPanelTest::wrongValuesStopTheStart() {
    RunScanner scanner(path("runs"));
    CurrentDataset dataset;
    ChosenRuns chosen;
    TrainingPanel panel({*runner_, scanner, dataset}, chosen);
    QPushButton* start = button(panel, "Start pretraining");
    QVERIFY(!start->isEnabled());
    dataset.set(kinelens::testing::open_dataset());
    QVERIFY(start->isEnabled());
    auto* rate = panel.findChild<QLineEdit*>("learning_rate");
    rate->setText("fast");
    QVERIFY(!start->isEnabled());
    rate->setText("1e-3");
    QVERIFY(start->isEnabled());
}

void TrainingPanelTest::startRunsTheShownCommand() {
    RunScanner scanner(path("runs"));
    CurrentDataset dataset;
    ChosenRuns chosen;
    TrainingPanel panel({*runner_, scanner, dataset}, chosen);
    dataset.set(kinelens::testing::open_dataset());
    panel.form()->setOption("epochs", std::int64_t{5});
    const QString command = panel.findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(command.startsWith("kinelens-cli pretrain --data /data/d.h5 --preset compact --epochs 5 --run"),
             qPrintable(command));
    QSignalSpy started(&chosen, &ChosenRuns::wanted);
    QTest::mouseClick(button(panel, "Start pretraining"), Qt::LeftButton);
    QCOMPARE(started.count(), 1);
    QVERIFY(command.endsWith(started[0][0].toString()));
    QCOMPARE(panel.view()->shownRuns(), QStringList{started[0][0].toString()});
}

void TrainingPanelTest::buttonsFollowTheState() {
    Experiment asked;
    asked.verb = "pretrain";
    auto run = RunFolder::create(path("run").toStdString(), asked);
    RunStarted started;
    started.epochs = 10;
    started.device = "cpu";
    QVERIFY(run->append(started).has_value());
    QVERIFY(run->append(MetricsLogged{5, 5, 12, {{"loss_total", 2}, {"eta_seconds", 65}}}).has_value());
    RunView view(*runner_);
    view.showRuns({path("run")});
    QTRY_VERIFY(button(view, "Pause")->isEnabled());
    QVERIFY(button(view, "Resume")->isHidden());
    QTest::mouseClick(button(view, "Pause"), Qt::LeftButton);
    const auto says = [&](const QString& words) {
        for (const auto* label : view.findChildren<QLabel*>())
            if (label->text().contains(words)) return true;
        return false;
    };
    QTRY_VERIFY(says("Pausing…") && !button(view, "Pause")->isEnabled());
    const auto requests = run->take_requests();
    QCOMPARE(requests.size(), std::size_t(1));
    QCOMPARE(requests[0].request, ControlRequest::pause);
    QVERIFY(run->append(RunPaused{5}).has_value());
    QTRY_VERIFY(!button(view, "Resume")->isHidden());
    QVERIFY(button(view, "Pause")->isHidden());
    QTest::mouseClick(button(view, "Resume"), Qt::LeftButton);
    QCOMPARE(run->take_requests()[0].request, ControlRequest::resume);
    QVERIFY(run->append(RunFinished{}).has_value());
    QTRY_VERIFY(!button(view, "Stop")->isEnabled());
}

void TrainingPanelTest::failureIsSaid() {
    auto run = RunFolder::create(path("run").toStdString(), Experiment{});
    QVERIFY(run->append(RunStarted{}).has_value());
    QVERIFY(run->append(RunFinished{Outcome::failed, Error{ErrorCode::training_diverged, "", "", {}}, "{}"})
                .has_value());
    RunView view(*runner_);
    view.showRuns({path("run")});
    auto* bar = view.findChild<MessageBar*>();
    QTRY_VERIFY(bar->text().contains("diverged"));
    QVERIFY(bar->text().contains("learning rate"));
}

void TrainingPanelTest::curvesOfDomainsAddUp() {
    RunHistory history;
    history.add({1, MetricsLogged{1,
                                  0.5,
                                  2,
                                  {{"loss_similarity_temporal", 1},
                                   {"loss_variance_temporal", 2},
                                   {"loss_similarity", 1},
                                   {"loss_total", 3}}}});
    const auto domains = runCurves(history, CurveSet::domains, CurveAxis::epoch, "", 0);
    QCOMPARE(domains.size(), std::size_t(3));
    QCOMPARE(domains[0].name, std::string("temporal"));
    QCOMPARE(domains[0].y[0], 3.0);
    QCOMPARE(domains[0].x[0], 0.5);
    const auto total = runCurves(history, CurveSet::total, CurveAxis::time, "run 7", 4);
    QCOMPARE(total[0].name, std::string("run 7 total loss"));
    QCOMPARE(total[0].style, 4);
    QCOMPARE(total[0].x[0], 2.0);
    QCOMPARE(total.size(), std::size_t(1));
}

void TrainingPanelTest::probesAreDrawnOverTheLoss() {
    RunHistory history;
    history.add({1, ProbeMeasured{0, 0, 0, {{"probe_linear", 0.25}}}});
    history.add({2, MetricsLogged{1, 0.5, 2, {{"loss_total", 3}}}});
    history.add({3, ProbeMeasured{2, 4, 9, {{"probe_linear", 0.5}}}});
    QCOMPARE(history.overview().latest.size(), std::size_t(1));
    const auto curves = runCurves(history, CurveSet::total, CurveAxis::epoch, "", 0);
    QCOMPARE(curves.size(), std::size_t(2));
    QVERIFY(!curves[0].percent && curves[1].percent);
    QCOMPARE(curves[1].y, (std::vector<double>{25, 50}));
    QCOMPARE(curves[1].x, (std::vector<double>{0, 2}));
}

void TrainingPanelTest::runsPanelOffersWhatIsPossible() {
    Experiment asked;
    asked.verb = "pretrain";
    auto run = RunFolder::create(path("runs/one").toStdString(), asked);
    QVERIFY(run->append(RunStarted{}).has_value());
    RunScanner scanner(path("runs"));
    RunTrash trash(scanner);
    ChosenRuns chosenRuns;
    RunsPanel panel({*runner_, scanner, trash, chosenRuns});
    QSignalSpy chosen(&chosenRuns, &ChosenRuns::chosen);
    panel.select(path("runs/one"));
    QTRY_COMPARE(chosen.count(), 1);
    const auto enabled = [&](const QString& text) {
        for (const QAction* action : panel.runActions())
            if (action->text() == text) return action->isEnabled();
        return false;
    };
    QTRY_VERIFY(enabled("Stop"));
    QVERIFY(!enabled("Resume") && !enabled("Move to trash"));
    QVERIFY(run->append(RunFinished{Outcome::stopped, {}, "{}"}).has_value());
    QTRY_VERIFY(enabled("Resume") && enabled("Move to trash") && !enabled("Stop"));
}

// Only a pretraining is gone on with; other jobs begin anew, and the button says so where it stands.
void TrainingPanelTest::buttonsKeepTheirPlaces() {
    for (const auto& [name, verb] :
         {std::pair{"runs/a", "bench"}, {"runs/d", "detect"}, {"runs/p", "pretrain"}}) {
        Experiment asked;
        asked.verb = verb;
        auto run = RunFolder::create(path(name).toStdString(), asked);
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{Outcome::stopped, {}, "{}"}));
    }
    RunScanner scanner(path("runs"));
    RunTrash trash(scanner);
    ChosenRuns chosenRuns;
    RunsPanel panel({*runner_, scanner, trash, chosenRuns});
    RunView view(*runner_);
    const auto action = [&](const QString& text) {
        for (QAction* one : panel.runActions())
            if (one->text() == text) return one;
        return static_cast<QAction*>(nullptr);
    };
    for (const auto& [name, resumable] : {std::pair{"runs/a", false}, {"runs/d", true}, {"runs/p", true}}) {
        panel.select(path(name));
        QTRY_COMPARE(panel.selectedRuns(), QStringList{path(name)});
        QTRY_COMPARE(action("Resume")->isEnabled(), resumable);
        QCOMPARE(action("Resume")->toolTip().contains("Start it again"), !resumable);
        for (const QAction* one : panel.runActions()) QVERIFY(one->isVisible());
        view.showRuns({path(name)});
        QTRY_COMPARE(view.feed()->state(), RunState::stopped);
        QTRY_COMPARE(button(view, "Resume")->isHidden(), !resumable);
        QVERIFY(!button(view, "Checkpoint now")->isHidden() && !button(view, "Checkpoint now")->isEnabled());
        QCOMPARE(button(view, "Pause")->isHidden(), resumable); // they share a place
        const auto says = [&](const QString& words) {
            for (const auto* label : view.findChildren<QLabel*>())
                if (label->text() == words) return true;
            return false;
        };
        // None is waited for; of what leaves none by its nature, it is said where its result is.
        QTRY_VERIFY(says(name == std::string("runs/p") ? "This run left no losses."
                                                       : resultPlaceText(view.feed()->verb())));
    }
}

void TrainingPanelTest::oneErrorIsToldInOnePlace() {
    say("echo 'no such device' >&2; exit 2");
    RunScanner scanner(path("runs"));
    RunTrash trash(scanner);
    CurrentDataset dataset;
    ChosenRuns chosen;
    RunsPanel runs({*runner_, scanner, trash, chosen});
    TrainingPanel panel({*runner_, scanner, dataset}, chosen);
    dataset.set(kinelens::testing::open_dataset());
    QVERIFY(panel.form()->startRun());
    QVERIFY(panel.form()->findChild<StartedRun*>()->isHidden());
    QTRY_COMPARE(bars(*panel.view(), "did not start"), 1);
    QCOMPARE(bars(panel, "did not start") + bars(runs, "did not start"), 1);
    JobForm alone(pretrainingKind(), {*runner_, scanner, dataset}); // nobody else shows what it started
    QVERIFY(alone.startRun());
    QTRY_COMPARE(bars(alone, "did not start"), 1);
    say("sleep 5");
    QVERIFY(alone.startRun());
    QCOMPARE(bars(alone, "did not start"), 0);
}

void TrainingPanelTest::anOldErrorGoesWithItsCause() {
    Experiment asked;
    asked.verb = "pretrain";
    {
        auto run = RunFolder::create(path("runs/one").toStdString(), asked);
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{Outcome::stopped, {}, "{}"}));
    }
    say("echo 'the dataset is gone' >&2; exit 2");
    RunView view(*runner_);
    view.showRuns({path("runs/one")});
    QTRY_COMPARE(view.feed()->state(), RunState::stopped);
    QVERIFY(runner_->resume(path("runs/one")));
    QTRY_COMPARE(bars(view, "did not start"), 1);
    say("sleep 5");
    QVERIFY(runner_->resume(path("runs/one")));
    QTRY_COMPARE(bars(view, "did not start"), 0);
}

void TrainingPanelTest::aFullDiskIsAdvisedOnByWhatItLeft() {
    Experiment asked;
    asked.verb = "pretrain";
    for (const bool kept : {false, true}) {
        const QString folder = path(kept ? "runs/kept" : "runs/nothing");
        auto run = RunFolder::create(folder.toStdString(), asked);
        QVERIFY(run && run->append(RunStarted{}));
        if (kept) QVERIFY(run->append(CheckpointWritten{"checkpoints/epoch-0001.pt", 9, 1, false}));
        QVERIFY(run->append(RunFinished{Outcome::failed, Error{ErrorCode::disk_full, "x.pt", "", {}}, "{}"}));
        RunView view(*runner_);
        view.showRuns({folder});
        QTRY_COMPARE(bars(view, kept ? "the last checkpoint is whole" : "begins again"), 1);
    }
}

void TrainingPanelTest::aLostRunSaysWhatCanBeDone() {
    QVERIFY(lostRunText("pretrain", 0).contains("first checkpoint"));
    QVERIFY(lostRunText("pretrain", 2).contains("last checkpoint"));
    QVERIFY(lostRunText("probe", 0).contains("begins it again"));
    QVERIFY(lostRunText("detect", 0).contains("what is missing"));
    QVERIFY(lostRunText("inspect", 0).contains("Start it again"));
    QVERIFY(lostRunText("detect-train", 2).contains("last checkpoint"));
}

// Beside each other or, where that is not to be had, behind each other: never cut, never scrolled sideways.
void TrainingPanelTest::aNarrowPanelShowsOneAtATime() {
    RunScanner scanner(path("runs"));
    CurrentDataset dataset;
    ChosenRuns chosen;
    auto* panel = new TrainingPanel({*runner_, scanner, dataset}, chosen);
    PanelFrame frame(panel);
    frame.show();
    QVERIFY(QTest::qWaitForWindowExposed(&frame));
    for (const QSize size : {QSize(590, 440), QSize(950, 760), QSize(590, 440), QSize(1300, 440)}) {
        frame.resize(size);
        QTest::qWait(20);
        auto* tabs = panel->findChild<QTabBar*>();
        const bool narrow = size.width() < 700;
        QCOMPARE(tabs->isVisible(), narrow);
        for (const int tab : {0, 1}) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(20);
            QCOMPARE(frame.horizontalScrollBar()->maximum(), 0);
            QCOMPARE(frame.verticalScrollBar()->maximum(), 0); // the parts scroll themselves
            QCOMPARE(panel->form()->isVisible(), !narrow || tab == 1);
            QCOMPARE(panel->view()->isVisible(), !narrow || tab == 0);
            if (!narrow && size.height() > 700) // as high as it is, the charts share the room
                QCOMPARE(panel->findChild<ScrollPanel*>()->verticalScrollBar()->maximum(), 0);
            const QPushButton* start = button(*panel->form(), "Start pretraining");
            if (panel->form()->isVisible())
                QVERIFY(frame.rect().contains(QRect(start->mapTo(&frame, QPoint()), start->size())));
            for (const auto* slider : panel->view()->findChildren<QSlider*>())
                QVERIFY(!slider->isVisible() || slider->width() >= 60);
        }
    }
    // What starts, or is chosen, comes to the front.
    frame.resize(590, 440);
    panel->findChild<QTabBar*>()->setCurrentIndex(1);
    panel->showRuns({path("runs/one")});
    QTRY_VERIFY(panel->view()->isVisible());
}

KINELENS_TEST(TrainingPanelTest, widgets);

} // namespace training_panel_test
#include "training_panel_test.moc"
