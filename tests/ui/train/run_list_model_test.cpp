#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/jobs/run_colours.h"
#include "ui/train/run_families.h"
#include "ui/train/run_list_model.h"
#include "viz/palette/line_styles.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <set>

namespace run_list_model_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

RunEntry entry(const QString& folder, const char* verb, const QString& command = {}) {
    RunEntry run;
    run.folder = folder;
    run.experiment.verb = verb;
    run.experiment.name = verb;
    run.experiment.data = "/d/demo.h5";
    run.experiment.command_line = command.toStdString();
    run.state = RunState::completed;
    return run;
}

RunEntry map(const QString& name, const QString& features, const char* options = R"({"method": "tsne"})") {
    RunEntry run = entry("/r/" + name, "embed", "kinelens-cli embed --features " + features);
    run.experiment.data.clear();
    run.experiment.options = options;
    return run;
}

std::vector<RunEntry> someRuns() {
    return {map("embed-0002", "/r/features-0002/features.h5"),
            map("embed-0001", "/r/features-0001/features.h5", R"({"method": "pca"})"),
            entry("/r/features-0002", "features",
                  "kinelens-cli features --checkpoint /r/pretrain-0001/checkpoints/epoch-0020.pt"),
            entry("/r/features-0001", "features",
                  "kinelens-cli features --checkpoint /r/pretrain-0001/checkpoints/epoch-0010.pt"),
            entry("/r/probe-0001", "probe",
                  "kinelens-cli probe --checkpoint /r/pretrain-0001/checkpoints/epoch-0020.pt"),
            entry("/r/pretrain-0001", "pretrain")};
}

} // namespace

class RunListModelTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void whatWasMadeStandsBelowItsRun();
    void mapsAreNamedByWhatTheyShow();
    void movedRunsStayTogether();
    void rowsKeepTheirPlaceWhileOthersComeAndGo();
    void failedOnesAreMarked();
    void comparedOnesShowTheirLine();
    void coloursStay();

private:
    QString path(const QString& name) const { return folder_->filePath(name); }
    RunFolder make(const QString& name, const char* verb, const char* created,
                   const QString& command = {}) const;
    std::unique_ptr<QTemporaryDir> folder_;
};

RunFolder RunListModelTest::make(const QString& name, const char* verb, const char* created,
                                 const QString& command) const {
    Experiment asked;
    asked.verb = verb;
    asked.created = created;
    asked.command_line = command.toStdString();
    auto run = RunFolder::create(path(name).toStdString(), asked);
    [&] { QVERIFY(run && run->append(RunStarted{})); }();
    return std::move(*run);
}

void RunListModelTest::whatWasMadeStandsBelowItsRun() {
    const auto families = familiesOf(someRuns());
    QCOMPARE(families.size(), std::size_t(2));
    QCOMPARE(families[0].title, QString("probe-0001")); // a result of its own
    QVERIFY(families[0].made.empty());
    QCOMPARE(families[1].title, QString("pretrain-0001"));
    QCOMPARE(families[1].made.size(), std::size_t(4));
    auto orphans = someRuns();
    orphans.pop_back();
    const auto without = familiesOf(orphans);
    QCOMPARE(without.size(), std::size_t(3)); // both features with their maps, and the probe
    QCOMPARE(without[0].run.folder, QString("/r/features-0002"));
    QCOMPARE(without[0].made.size(), std::size_t(1));
    // Two that name each other end nowhere, but they are listed.
    const auto ring = familiesOf({map("a", "/r/b/x.h5"), map("b", "/r/a/x.h5")});
    std::size_t listed = 0;
    for (const ListedRun& one : ring) listed += 1 + one.made.size();
    QCOMPARE(listed, std::size_t(2));
}

void RunListModelTest::mapsAreNamedByWhatTheyShow() {
    auto runs = someRuns();
    auto titles = mapTitles(runs);
    QCOMPARE(titles["/r/embed-0002"], QString("demo, pretrain-0001 epoch 20, t-SNE"));
    QCOMPARE(titles["/r/embed-0001"], QString("demo, pretrain-0001 epoch 10, PCA"));
    const auto families = familiesOf(runs);
    QCOMPARE(families[1].made[0].title, QString("demo, epoch 20, t-SNE"));
    runs.push_back(map("embed-0003", "/elsewhere/codes.npy", R"({"method": "tsne", "perplexity": 50})"));
    runs.push_back(map("embed-0004", "/r/features-0002/features.h5"));
    runs.push_back(map("embed-0005", "/r/features-0002/features.h5"));
    runs.back().experiment.name = "the one for the talk";
    titles = mapTitles(runs);
    QCOMPARE(titles["/r/embed-0003"], QString("codes, t-SNE, perplexity 50"));
    QCOMPARE(titles["/r/embed-0004"], QString("demo, pretrain-0001 epoch 20, t-SNE (embed-0004)"));
    QCOMPARE(titles["/r/embed-0005"], QString("the one for the talk"));
    const QStringList all = titles.values();
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // no two alike
}

// A runs folder that was copied says its old place in every experiment.
void RunListModelTest::movedRunsStayTogether() {
    auto runs = someRuns();
    for (RunEntry& run : runs) run.folder.replace("/r/", "/backup/runs/");
    QCOMPARE(familiesOf(runs).size(), std::size_t(2));
}

void RunListModelTest::rowsKeepTheirPlaceWhileOthersComeAndGo() {
    RunScanner scanner(folder_->path());
    RunListModel model(scanner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    auto first = make("pretrain-0001", "pretrain", "2026-01-01T00:00:00Z");
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 1);
    const QPersistentModelIndex run = model.index(0, 0);
    const auto checkpoint = QStringLiteral("kinelens-cli features --checkpoint %1/checkpoints/epoch-0001.pt")
                                .arg(path("pretrain-0001"));
    auto features = make("features-0001", "features", "2026-01-02T00:00:00Z", checkpoint);
    auto second = make("pretrain-0002", "pretrain", "2026-01-03T00:00:00Z");
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(model.rowCount(run), 1);
    QCOMPARE(run.data(RunListModel::FolderRole).toString(), path("pretrain-0001"));
    const QPersistentModelIndex below = model.index(0, 0, run);
    QCOMPARE(below.data(RunListModel::FolderRole).toString(), path("features-0001"));
    QCOMPARE(below.parent(), QModelIndex(run));
    auto third = make("features-0002", "features", "2026-01-04T00:00:00Z", checkpoint);
    QDir(path("pretrain-0002")).removeRecursively();
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.rowCount(run), 2);
    QCOMPARE(below.data(RunListModel::FolderRole).toString(), path("features-0001"));
    // Without its run it stands by itself.
    QDir(path("pretrain-0001")).removeRecursively();
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(!run.isValid());
    QCOMPARE(resets.count(), 0);
}

void RunListModelTest::failedOnesAreMarked() {
    RunScanner scanner(folder_->path());
    RunListModel model(scanner);
    auto run = make("one", "pretrain", "2026-01-01T00:00:00Z");
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 1);
    const auto sign = [&] { return model.index(0, RunListModel::State).data(Qt::DecorationRole); };
    QVERIFY(!sign().isValid());
    QVERIFY(run.append(RunFinished{Outcome::failed, Error{ErrorCode::out_of_memory, "", "", {}}, "{}"}));
    scanner.lookNow();
    QTRY_COMPARE(model.index(0, RunListModel::State).data().toString(), QString("Failed"));
    QVERIFY(!sign().value<QIcon>().pixmap(16).isNull());
    QVERIFY(model.index(0, RunListModel::State).data(Qt::ToolTipRole).toString().contains("memory"));
}

void RunListModelTest::comparedOnesShowTheirLine() {
    RunScanner scanner(folder_->path());
    RunListModel model(scanner);
    auto run = make("one", "pretrain", "2026-01-01T00:00:00Z");
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0, RunListModel::Name).data(Qt::DecorationRole).isValid());
    model.setColours({{path("one"), 3}});
    QVERIFY(!model.index(0, RunListModel::Name).data(Qt::DecorationRole).value<QIcon>().isNull());
    model.setColours({});
    QVERIFY(!model.index(0, RunListModel::Name).data(Qt::DecorationRole).isValid());
}

void RunListModelTest::coloursStay() {
    const QStringList all{"/r/a", "/r/b", "/r/c", "/r/d", "/r/e", "/r/f"};
    RunColours colours;
    colours.show(all);
    const auto shown = colours.shown().values();
    QCOMPARE(std::set<int>(shown.begin(), shown.end()).size(), std::size_t(6)); // all different
    for (const int colour : shown) QVERIFY(colour >= 0 && colour < viz::line_colours);
    const int kept = colours.shown()["/r/d"];
    colours.show({"/r/d", "/r/new"});
    QCOMPARE(colours.shown()["/r/d"], kept);
    QCOMPARE(colours.shown().size(), qsizetype(2));
    colours.show({"/r/x", "/r/new", "/r/d"});
    QCOMPARE(colours.shown()["/r/d"], kept);
    // The same tomorrow, wherever the runs folder lies.
    RunColours others;
    others.show({"/r/pretrain-0007"});
    RunColours tomorrow;
    tomorrow.show({"/moved/pretrain-0007"});
    QCOMPARE(others.shown()["/r/pretrain-0007"], tomorrow.shown()["/moved/pretrain-0007"]);
}

KINELENS_TEST(RunListModelTest, widgets);

} // namespace run_list_model_test
#include "run_list_model_test.moc"
