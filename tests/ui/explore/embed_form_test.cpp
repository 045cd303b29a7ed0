// The form of a map: what Continue restores, what a run's checkpoints become, and how a chain of jobs goes.
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/run_folder.h"
#include "core/options/embed_options.h"
#include "core/options/option_json.h"
#include "core/results/embedding.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/explore/embed_form.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/current_dataset.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <fstream>
#include <sys/stat.h>

namespace embed_form_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

Experiment asked(const std::string& verb) {
    Experiment experiment;
    experiment.verb = verb;
    experiment.created = "2026-01-01T00:00:00Z";
    return experiment;
}

// A run that ended so, with two checkpoints.
void makeRun(const QString& folder, const std::string& verb, Outcome outcome) {
    auto run = RunFolder::create(folder.toStdString(), asked(verb));
    QVERIFY(run);
    QVERIFY(run->append(RunStarted{}));
    for (const std::int64_t epoch : {10, 20}) {
        CheckpointInfo info;
        info.file = "epoch-00" + std::to_string(epoch) + ".pt";
        info.verb = verb;
        info.step = info.epoch = epoch;
        info.layout = *built_in_layout("ntu25");
        const Path weights = run->paths().checkpoints() / info.file;
        QVERIFY(write_file_atomically(weights, "weights"));
        QVERIFY(write_file_atomically(checkpoint_sidecar(weights), checkpoint_info_to_json(info)));
        QVERIFY(run->append(CheckpointWritten{"checkpoints/" + info.file, epoch, epoch, false}));
    }
    RunFinished finished;
    finished.outcome = outcome;
    QVERIFY(run->append(finished));
}

} // namespace

class EmbedFormTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const QString& name) const { return folder_->filePath(name); }

    // A program that notes its words and leaves a run as prepared in made/ or, for folders named so, failed/.
    QString program() const {
        const QString file = path("fake-cli");
        std::ofstream(file.toStdString()) << "#!/bin/sh\n"
                                             "here=$(dirname \"$0\")\n"
                                             "echo \"$*\" >> \"$here/commands\"\n"
                                             "for word in \"$@\"; do\n"
                                             "  case \"$before $word\" in\n"
                                             "    --run*failing*) cp -r \"$here/failed/.\" \"$word\" ;;\n"
                                             "    --run*) cp -r \"$here/made/.\" \"$word\" ;;\n"
                                             "  esac\n"
                                             "  before=$word\n"
                                             "done\n";
        ::chmod(file.toStdString().c_str(), 0755);
        return file;
    }
    QStringList commands() const {
        QFile file(path("commands"));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts)
                   : QStringList();
    }
    // The map of a run that was stopped.
    QString stoppedMap(const QString& features) const {
        EmbedOptions options;
        options.perplexity = 12;
        options.domain = FeatureDomain::temporal;
        options.seed = 7;
        options.iterations = 500;
        options.start = MapStart::map;
        options.start_from = "/m/earlier.h5";
        Embedding map;
        map.names = {"a", "b"};
        map.coordinates = {0, 0, 1, 1};
        map.velocity = map.gains = {0, 0, 0, 0};
        map.options = options_to_json(option_table<EmbedOptions>(), option_values(options));
        map.stamp["features"] = features.toStdString();
        const QString file = path("embedding.h5");
        return write_embedding(file.toStdString(), map) ? file : QString();
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    // As after a restart: nothing is open and nothing was chosen.
    void continueRestoresAllFromTheMap() {
        const QString features = path("features.npy");
        QVERIFY(write_file_atomically(features.toStdString(), "rows"));
        const QString map = stoppedMap(features);
        JobRunner runner(program());
        RunScanner scanner(path("runs"));
        CurrentDataset dataset;
        EmbedForm form({runner, scanner, dataset});
        const auto* command = form.findChild<QPlainTextEdit*>();
        form.continueFrom(map, true);
        QTRY_VERIFY_WITH_TIMEOUT(command->toPlainText().contains("--start resume"), 5000);
        for (const QString& words :
             {"--features " + features, "--start-from " + map, QString("--perplexity 12"),
              QString("--seed 7"), QString("--domain temporal"), QString("--iterations 500")})
            QVERIFY2(command->toPlainText().contains(words), qPrintable(words));
        bool startable = false;
        for (const QPushButton* button : form.findChildren<QPushButton*>())
            startable = startable || (button->text() == "Make the map" && button->isEnabled());
        QVERIFY(startable);
        QVERIFY(form.job().startRun());
        QVERIFY2(!command->toPlainText().contains("--start"), qPrintable(command->toPlainText()));
        QVERIFY(command->toPlainText().contains("--perplexity 12"));
        QTRY_VERIFY(!commands().isEmpty());
        QVERIFY(commands().first().contains("--start resume --start-from " + map));
    }

    void whatNeverBeganIsSaidAndItsFormStays() {
        const QString features = path("features.npy");
        QVERIFY(write_file_atomically(features.toStdString(), "rows"));
        const QString map = stoppedMap(features);
        std::ofstream(path("dies").toStdString()) << "#!/bin/sh\necho out of luck >&2\nexit 1\n";
        ::chmod(path("dies").toStdString().c_str(), 0755);
        JobRunner runner(path("dies"));
        RunScanner scanner(path("runs"));
        CurrentDataset dataset;
        EmbedForm form({runner, scanner, dataset});
        form.show();
        const auto* command = form.findChild<QPlainTextEdit*>();
        form.continueFrom(map, true);
        QTRY_VERIFY_WITH_TIMEOUT(command->toPlainText().contains("--start resume"), 5000);
        QVERIFY(form.job().startRun());
        const auto said = [&form](const QString& words) {
            for (const QLabel* label : form.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words)) return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said("did not start"), 5000);
        QVERIFY2(command->toPlainText().contains("--start resume --start-from " + map),
                 qPrintable(command->toPlainText()));
        QVERIFY(command->toPlainText().contains("--perplexity 12"));
    }

    void aMapThatIsGoneIsNamed() {
        JobRunner runner(program());
        RunScanner scanner(path("runs"));
        CurrentDataset dataset;
        EmbedForm form({runner, scanner, dataset});
        form.show();
        form.continueFrom(path("gone.h5"), true);
        const auto named = [&] {
            for (const QLabel* label : form.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains("gone.h5")) return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(), 5000);
    }

    void everyCheckpointStartsFromTheMapBefore_data() {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("from");
        QTest::newRow("as usual") << QString() << QString();
        QTest::newRow("random") << "random" << QString();
        QTest::newRow("map") << "map"
                             << "/m/earlier.h5";
        QTest::newRow("resume") << "resume"
                                << "/m/earlier.h5";
    }

    void everyCheckpointStartsFromTheMapBefore() {
        QFETCH(QString, start);
        QFETCH(QString, from);
        makeRun(path("runs/pretrain-0001"), "pretrain", Outcome::completed);
        JobRunner runner(program());
        RunScanner scanner(path("runs"));
        CurrentDataset dataset;
        EmbedForm form({runner, scanner, dataset});
        dataset.set(kinelens::testing::open_dataset());
        QCheckBox* every = nullptr;
        for (QCheckBox* box : form.findChildren<QCheckBox*>())
            if (box->text().startsWith("Every checkpoint")) every = box;
        QVERIFY(every);
        QTRY_VERIFY_WITH_TIMEOUT(every->isEnabled(), 5000);
        every->setChecked(true);
        if (!start.isEmpty()) {
            form.job().setOption("start", start.toStdString());
            form.job().setOption("start_from", from.toStdString());
        }
        const QStringList lines = form.findChild<QPlainTextEdit*>()->toPlainText().split('\n');
        QCOMPARE(lines.size(), 4);
        const QString runs = path("runs");
        QVERIFY(
            lines[0].contains("features --checkpoint " + runs + "/pretrain-0001/checkpoints/epoch-0010.pt"));
        QCOMPARE(lines[1].count("--start "), start.isEmpty() ? 0 : 1);
        QVERIFY(start.isEmpty() || lines[1].contains("--start " + start));
        QVERIFY(from.isEmpty() || lines[1].contains("--start-from " + from));
        QVERIFY(lines[2].contains("epoch-0020.pt"));
        QVERIFY(lines[3].contains("--features " + runs + "/features-0001-2/features.h5"));
        QCOMPARE(lines[3].count("--start "), 1);
        QCOMPARE(lines[3].count("--start-from "), 1);
        QVERIFY(lines[3].contains("--start map"));
        QVERIFY(lines[3].contains("--start-from " + runs + "/embed-0001/embedding.h5"));
        QVERIFY(lines[3].contains("--output " + runs + "/embed-0001-2/embedding.h5"));
    }

    void aChainGoesOnWhenAJobIsDone() {
        makeRun(path("made"), "embed", Outcome::completed);
        JobRunner runner(program());
        RunScanner scanner(path("runs"));
        JobChain chain(runner, scanner);
        QSignalSpy started(&chain, &JobChain::started), completed(&chain, &JobChain::completed),
            broken(&chain, &JobChain::broken);
        const QStringList folders{path("runs/one"), path("runs/two"), path("runs/three")};
        QVERIFY(chain.start({{"features", {"--first"}, folders[0]},
                             {"embed", {"--second"}, folders[1]},
                             {"embed", {"--third"}, folders[2]}}));
        QVERIFY(chain.running());
        QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20'000);
        QCOMPARE(completed[0][0].toStringList(), folders);
        QCOMPARE(started.count(), 3);
        QCOMPARE(broken.count(), 0);
        QVERIFY(!chain.running());
        QCOMPARE(commands().size(), 3);
        QVERIFY(commands()[0].startsWith("features --first --run " + folders[0]));
        QVERIFY(commands()[2].startsWith("embed --third --run " + folders[2]));
    }

    void aChainEndsWhereAJobFails() {
        makeRun(path("made"), "embed", Outcome::completed);
        makeRun(path("failed"), "embed", Outcome::failed);
        JobRunner runner(program());
        RunScanner scanner(path("runs"));
        JobChain chain(runner, scanner);
        QSignalSpy completed(&chain, &JobChain::completed), broken(&chain, &JobChain::broken);
        QVERIFY(chain.start({{"features", {}, path("runs/one")},
                             {"embed", {}, path("runs/failing")},
                             {"embed", {}, path("runs/three")}}));
        QTRY_COMPARE_WITH_TIMEOUT(broken.count(), 1, 20'000);
        QCOMPARE(broken[0][0].toString(), path("runs/failing"));
        QCOMPARE(completed.count(), 0);
        QCOMPARE(commands().size(), 2);
        QVERIFY(!QFile::exists(path("runs/three")));
    }
};

KINELENS_TEST(EmbedFormTest, widgets);

} // namespace embed_form_test
#include "embed_form_test.moc"
