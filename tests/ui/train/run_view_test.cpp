#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/jobs/run_scanner.h"
#include "ui/jobs/run_trash.h"
#include "ui/state/chosen_runs.h"
#include "ui/train/curve_board.h"
#include "ui/train/run_comparison.h"
#include "ui/train/run_view.h"
#include "ui/train/runs_panel.h"
#include "ui/widgets/message_bar.h"
#include "viz/charts/line_chart.h"

#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <set>

namespace run_view_test {

using namespace kinelens;
using namespace kinelens::ui;

class RunViewTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aFallenRankIsToldOnceAndTakenBack();
    void aSteadyRankIsSilent();
    void runsHaveOneColourEach();
    void theTableTellsTheOptionsThatDiffer();
    void listOpensWhatGoesAndFindsWhatIsBelow();
    void listKeepsItsSelection();
    void aRunThatIsGoneIsSaidToBe();
    void jobsWithoutLossesSayWhereTheirResultIs();

private:
    QString path(const QString& name) const { return folder_->filePath(name); }
    RunFolder make(const QString& name, const char* options = "{}", const char* verb = "pretrain",
                   const QString& command = {}) const;
    static void log(RunFolder& run, int from, int to, double rank);
    static MessageBar* rankBar(const RunView& view) { return view.findChildren<MessageBar*>().last(); }
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<JobRunner> runner_;
};

void RunViewTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    runner_ = std::make_unique<JobRunner>(path("no-such-program"));
}

RunFolder RunViewTest::make(const QString& name, const char* options, const char* verb,
                            const QString& command) const {
    Experiment asked;
    asked.verb = verb;
    asked.options = options;
    asked.data = "/d/demo.h5";
    asked.created = "2026-01-01T00:00:00Z";
    asked.command_line = command.toStdString();
    auto run = RunFolder::create(path(name).toStdString(), asked);
    [&] { QVERIFY(run && run->append(RunStarted{})); }();
    return std::move(*run);
}

void RunViewTest::log(RunFolder& run, int from, int to, double rank) {
    for (int step = from; step < to; ++step)
        QVERIFY(run.append(MetricsLogged{step,
                                         step / 10.0,
                                         double(step),
                                         {{"loss_total", 9.0 - 0.01 * step},
                                          {"loss_similarity", 1},
                                          {"loss_variance", 2},
                                          {"effective_rank_temporal", rank + 0.2 * (step % 3)},
                                          {"effective_rank_spatial", 20}}}));
}

void RunViewTest::aFallenRankIsToldOnceAndTakenBack() {
    auto run = make("run");
    log(run, 1, 30, 17);
    RunView view(*runner_);
    view.showRuns({path("run")});
    QTRY_COMPARE(view.feed()->history().overview().step, std::int64_t(29));
    QVERIFY(rankBar(view)->isHidden());
    log(run, 30, 50, 4);
    QTRY_VERIFY(!rankBar(view)->isHidden());
    const QString text = rankBar(view)->text();
    for (const char* part : {"temporal", "from 17", "to 4", "step 32", "Variance weight", "Learning rate"})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(!text.contains("spatial") && !text.contains("learning_rate"), qPrintable(text));
    rankBar(view)->dismiss();
    log(run, 50, 60, 4);
    QTRY_COMPARE(view.feed()->history().overview().step, std::int64_t(59));
    QVERIFY(rankBar(view)->isHidden()); // told once
    log(run, 60, 70, 16);
    log(run, 70, 80, 3);
    QTRY_VERIFY(!rankBar(view)->isHidden()); // another fall
    log(run, 80, 95, 16);
    QTRY_VERIFY(rankBar(view)->isHidden()); // recovered
}

void RunViewTest::aSteadyRankIsSilent() {
    auto run = make("run");
    log(run, 1, 60, 5);
    RunView view(*runner_);
    view.showRuns({path("run")});
    QTRY_COMPARE(view.feed()->history().overview().step, std::int64_t(59));
    QVERIFY(rankBar(view)->isHidden());
}

void RunViewTest::runsHaveOneColourEach() {
    std::vector<RunFolder> runs;
    QStringList folders;
    for (const char* name : {"one", "two", "three"}) {
        runs.push_back(make(name));
        log(runs.back(), 1, 10, 17);
        folders << path(name);
    }
    RunView view(*runner_);
    QSignalSpy told(&view, &RunView::coloursChanged);
    view.showRuns(folders);
    const auto colours = told.last()[0].value<QHash<QString, int>>();
    QCOMPARE(colours.size(), qsizetype(3));
    const auto charts = view.findChildren<viz::LineChart*>();
    QTRY_COMPARE(charts[0]->series().size(), std::size_t(3));
    QTRY_COMPARE(charts[1]->series().size(), std::size_t(6)); // two terms of three runs
    for (const viz::LineChart* chart : charts) {
        std::set<std::pair<int, int>> looks;
        for (const viz::ChartSeries& one : chart->series()) {
            const QString run = QString::fromStdString(one.name).section(' ', 0, 0);
            QCOMPARE(one.style, colours[path(run)]); // whose it is
            QVERIFY(looks.insert({one.style, one.dashes}).second);
        }
    }
    QCOMPARE(charts[0]->series()[1].label, std::string("two"));
    QCOMPARE(charts[1]->series()[1].label, std::string("variance"));
    view.showRuns({path("three"), path("two")});
    const auto later = told.last()[0].value<QHash<QString, int>>();
    QCOMPARE(later[path("three")], colours[path("three")]);
    view.showRuns({path("two")});
    QVERIFY((told.last()[0].value<QHash<QString, int>>().isEmpty())); // nothing is compared
}

void RunViewTest::theTableTellsTheOptionsThatDiffer() {
    auto one = make("one", R"({"learning_rate": 0.001, "milestones": "300", "epochs": 7})");
    auto two = make("two", R"({"learning_rate": 0.002, "milestones": "351", "epochs": 7})");
    RunView view(*runner_);
    auto* table = view.findChild<RunComparison*>();
    view.showRuns({path("one")});
    QVERIFY(table->isHidden());
    view.showRuns({path("one"), path("two")});
    QVERIFY(!table->isHidden());
    QTRY_COMPARE(table->topLevelItemCount(), 2);
    QStringList rows;
    for (int i = 0; i < 2; ++i) {
        const QTreeWidgetItem* row = table->topLevelItem(i);
        rows << QStringList{row->text(0), row->text(1), row->text(2)}.join('|');
    }
    rows.sort();
    QCOMPARE(rows, (QStringList{"Learning rate|0.001|0.002", "Rate drops at epochs|300|351"}));
    QCOMPARE(table->headerItem()->text(2), QString("two"));
    QVERIFY(!table->headerItem()->icon(2).isNull());
    auto three = make("three", R"({"learning_rate": 0.001, "milestones": "300", "epochs": 7})");
    view.showRuns({path("one"), path("three")});
    QTRY_COMPARE(table->topLevelItemCount(), 1);
    QCOMPARE(table->topLevelItem(0)->text(0), QString("They were asked for the same."));
}

void RunViewTest::listOpensWhatGoesAndFindsWhatIsBelow() {
    auto run = make("pretrain-0001");
    const QString command = QStringLiteral("kinelens-cli features --checkpoint %1/checkpoints/epoch-0001.pt")
                                .arg(path("pretrain-0001"));
    {
        auto ended = make("features-0001", "{}", "features", command);
        QVERIFY(ended.append(RunFinished{}));
    }
    RunScanner scanner(folder_->path());
    RunTrash trash(scanner);
    ChosenRuns chosenRuns;
    RunsPanel panel({*runner_, scanner, trash, chosenRuns});
    auto* list = panel.findChild<QTreeView*>();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const auto family = [&] { return list->model()->index(0, 0); };
    QTRY_COMPARE(list->model()->rowCount(family()), 1);
    QVERIFY(!list->isExpanded(family())); // all of it has ended
    QSignalSpy chosen(&chosenRuns, &ChosenRuns::chosen);
    panel.select(path("features-0001"));
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toStringList(), QStringList{path("features-0001")});
    QVERIFY(list->isExpanded(family()));
    list->collapse(family());
    auto going = make("features-0002", "{}", "features", command);
    scanner.lookNow();
    QTRY_COMPARE(list->model()->rowCount(family()), 2);
    QTRY_VERIFY(list->isExpanded(family()));
    list->collapse(family());
    QVERIFY(going.append(ProgressMade{1, 9, "sequences"}));
    QSignalSpy looked(&scanner, &RunScanner::changed);
    scanner.lookNow();
    QTRY_VERIFY(looked.count() > 0);
    QVERIFY(!list->isExpanded(family())); // closed by hand: it stays closed
}

// A new run must not take from a person what is compared.
void RunViewTest::listKeepsItsSelection() {
    auto one = make("one"), two = make("two");
    RunScanner scanner(folder_->path());
    RunTrash trash(scanner);
    ChosenRuns chosenRuns;
    RunsPanel panel({*runner_, scanner, trash, chosenRuns});
    auto* list = panel.findChild<QTreeView*>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->selectAll();
    QCOMPARE(panel.selectedRuns().size(), qsizetype(2));
    auto three = make("three");
    scanner.lookNow();
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(panel.selectedRuns().size(), qsizetype(2));
}

// Nothing is shown of it as if it were there, and nothing can be asked of it; it may come back.
void RunViewTest::aRunThatIsGoneIsSaidToBe() {
    {
        auto run = make("run");
        log(run, 1, 9, 17);
        QVERIFY(run.append(RunFinished{Outcome::stopped, {}, "{}"}));
    }
    RunView view(*runner_);
    view.showRuns({path("run")});
    const auto chart = view.findChild<viz::LineChart*>();
    const auto buttons = [&] {
        int shown = 0;
        for (const char* text : {"Pause", "Resume", "Stop", "Checkpoint now"})
            for (const auto* button : view.findChildren<QPushButton*>())
                shown += button->text() == text && !button->isHidden() ? 1 : 0;
        return shown;
    };
    const auto says = [&](const QString& words) {
        for (const auto* label : view.findChildren<QLabel*>())
            if (label->text().contains(words) && !label->isHidden()) return true;
        return false;
    };
    QTRY_VERIFY(!chart->series().empty() && buttons() > 0);
    QVERIFY(QDir().rename(path("run"), path("elsewhere")));
    QTRY_VERIFY(says("No longer there") && says("was moved or deleted"));
    QVERIFY(chart->series().empty());
    QCOMPARE(buttons(), 0);
    QVERIFY(QDir().rename(path("elsewhere"), path("run")));
    QTRY_VERIFY(says("Stopped") && !chart->series().empty() && buttons() > 0);
}

void RunViewTest::jobsWithoutLossesSayWhereTheirResultIs() {
    RunView view(*runner_);
    std::vector<RunFolder> runs;
    for (const auto& [verb, place] : {std::pair{"probe", "Evaluate"},
                                      {"retrieve", "Evaluate"},
                                      {"features", "Explore"},
                                      {"embed", "Explore"},
                                      {"detect", "Detect"},
                                      {"ablate", "folder"}}) {
        runs.push_back(make(verb, "{}", verb));
        view.showRuns({path(verb)});
        const auto says = [&](const QString& words) {
            for (const auto* label : view.findChildren<QLabel*>())
                if (label->text().contains(words) && !label->isHidden()) return true;
            return false;
        };
        QTRY_VERIFY2(says(place), verb);
        QVERIFY(!says("first losses"));
    }
}

KINELENS_TEST(RunViewTest, widgets);

} // namespace run_view_test
#include "run_view_test.moc"
