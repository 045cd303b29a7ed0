#include "core/experiment/run_folder.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/dataset_service.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace paper_board_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// As an evaluation's summary, for the board's fields.
QByteArray figure(const char* verb, const char* protocol, const char* objective, double top1,
                  const QJsonObject& options = {}) {
    const QJsonObject stamp{{"verb", verb},
                            {"protocol", protocol},
                            {"encoder", "dste"},
                            {"stream", "joint"},
                            {"objective", objective},
                            {"data_hash", "d"},
                            {"checkpoint", "/c/epoch-0451.pt"},
                            {"options", QString::fromUtf8(QJsonDocument(options).toJson())}};
    const QJsonObject summary{{"top1", top1},
                              {"spread", QJsonObject{{"top1", QJsonValue()}}},
                              {"interval95", QJsonArray{0.1, 0.9}},
                              {"stamp", stamp}};
    return QJsonDocument(summary).toJson(QJsonDocument::Compact);
}

std::vector<BoardFinding> found(const QByteArray& summary, const char* verb = "probe") {
    Experiment asked;
    asked.verb = verb;
    return findingsOf("/runs/one", asked, summary.toStdString()).value();
}

// A dataset "d" that is NTU RGB+D 60, and a checkpoint that saw its training side as the preset has it.
BoardSources sources(const QString& pretrainedOn = "ntu60-xsub", const QJsonObject& options = {}) {
    BoardSources known;
    known.columns["d"] = {"ntu60-xsub", "ntu60-xview"};
    known.pretrained["/c/epoch-0451.pt"] = {true, pretrainedOn, "d",
                                            stamped_options(QJsonDocument(options).toJson().toStdString())};
    return known;
}

Experiment ablation(const QString& table) {
    Experiment asked;
    asked.verb = "ablate";
    asked.options = QJsonDocument(QJsonObject{{"table", table}}).toJson().toStdString();
    return asked;
}

QModelIndex cellOf(const PaperBoardModel& model, const QString& table, const QString& name,
                   const QString& key) {
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 1; model.boardRow(row) && column < model.columnCount(); ++column)
            if (model.boardRow(row)->table.startsWith(table) && model.boardRow(row)->name == name &&
                model.boardColumn(column).key == key)
                return model.index(row, column);
    return {};
}

} // namespace

class PaperBoardTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void theModelIsSound() {
        PaperBoardModel model(*PaperBoard::standard());
        QAbstractItemModelTester tester(&model);
        const QModelIndex cell = cellOf(model, "Table 1", "DSTE, joint", "ntu60-xsub");
        QCOMPARE(cell.data(PaperBoardModel::PaperRole).toString(), QString("85.2"));
        QVERIFY(model.state(cell) == CellState::blocked);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("Import NTU RGB+D 60"));
        BoardFacts facts;
        facts.open = {"ntu60-xsub"};
        model.setFacts(facts);
        QVERIFY(model.state(cell) == CellState::ready);
        facts.running.insert(
            PaperBoard::cellName(*model.boardRow(cell.row()), model.boardColumn(cell.column())), 0.5);
        model.setFacts(facts);
        QCOMPARE(cell.data(PaperBoardModel::OursRole).toString(), QString("50 % done"));
    }

    void aFigureFillsItsCellAndNoOther() {
        PaperBoardModel model(*PaperBoard::standard());
        BoardFacts facts;
        facts.findings = found(figure("probe", "ntu60-xsub", "vac-xc-all", 0.8));
        QCOMPARE(facts.findings.size(), std::size_t(1));
        QCOMPARE(facts.findings[0].file, QString("/runs/one/results.h5"));
        const auto filled = [&model] {
            int count = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                for (int column = 1; column < model.columnCount(); ++column)
                    count += model.state(model.index(row, column)) == CellState::found;
            return count;
        };
        model.setFacts(facts);
        QCOMPARE(filled(), 0); // another dataset's split may have the same name
        facts.sources = sources();
        facts.sources.columns["d"] = {"ntu120-xsub"};
        model.setFacts(facts);
        QCOMPARE(filled(), 0);
        facts.sources = sources();
        model.setFacts(facts);
        QCOMPARE(filled(), 2); // the same thing stands in tables 1 and 5
        const QModelIndex cell = cellOf(model, "Table 1", "DSTE, joint", "ntu60-xsub");
        QVERIFY(model.state(cell) == CellState::found);
        QCOMPARE(cell.data(PaperBoardModel::OursRole).toString(), QString("80.0"));
        const QString csv = boardCsv(model);
        QVERIFY2(csv.contains(
                     "\"DSTE, joint\",85.2,80.0,\"Checkpoint: /c/epoch-0451.pt; Content of the dataset: d;"),
                 qPrintable(csv));
    }

    // A figure of other options stands there with a mark and the reason; one as the board would make it goes
    // before newer ones that are not.
    void otherOptionsAreMarked() {
        PaperBoardModel model(*PaperBoard::standard());
        const QModelIndex cell = cellOf(model, "Table 1", "DSTE, joint", "ntu60-xsub");
        BoardFacts facts;
        facts.findings =
            found(figure("probe", "ntu60-xsub", "vac-xc-all", 0.9, {{"selection", "last"}, {"threads", 3}}));
        facts.sources = sources("", {{"hidden_size", 256}, {"epochs", 451}});
        model.setFacts(facts);
        QCOMPARE(cell.data(PaperBoardModel::OursRole).toString(), QString("90.0*"));
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        for (const char* words :
             {"Chosen by: last instead of test", "pretraining, Hidden size: 256 instead of 1024",
              "pretrained on all sequences instead of the training side of NTU RGB+D 60, cross-subject",
              "Content of the dataset: d"})
            QVERIFY2(tip.contains(words), qPrintable(tip));
        QVERIFY2(!tip.contains("Threads") && !tip.contains("Epochs: 451"), qPrintable(tip));
        const auto good =
            found(figure("probe", "ntu60-xsub", "vac-xc-all", 0.8, {{"selection", "test"}, {"epochs", 160}}));
        facts.findings.push_back(good[0]);
        facts.findings[1].checkpoints = {"/c/good.pt"};
        facts.sources.pretrained["/c/good.pt"] = {true, "ntu60-xsub", "d", {}};
        model.setFacts(facts);
        QCOMPARE(cell.data(PaperBoardModel::OursRole).toString(), QString("80.0"));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("best epoch on the test side"));
    }

    void threeStreamsAreThoseThree() {
        const auto board = *PaperBoard::standard();
        const BoardRow& three = board.rows[4];
        const BoardColumn& column = board.columns[0];
        auto ensemble = found(figure("ensemble", "ntu60-xsub", "vac-xc-all", 0.9), "ensemble")[0];
        const auto fits = [&] {
            return PaperBoard::fits(ensemble, three, column, sources().columns, "elsewhere");
        };
        QVERIFY(!fits()); // of one stream
        ensemble.stream = "joint, motion, bone";
        QVERIFY(fits());
        ensemble.stream.clear();
        ensemble.members = {"/runs/j/results.h5", "/runs/m/../m/results.h5", "/runs/b/results.h5"};
        std::vector<BoardFinding> all{ensemble};
        for (const auto& [name, stream] : {std::pair{"j", "joint"}, {"m", "motion"}}) {
            all.push_back(found(figure("probe", "ntu60-xsub", "vac-xc-all", 0.8))[0]);
            all.back().file = QStringLiteral("/runs/%1/results.h5").arg(name);
            all.back().stream = stream;
        }
        nameStreams(all);
        QVERIFY(all[0].stream.isEmpty()); // of the third nothing is known
        all.push_back(all.back());
        all.back().file = "/runs/b/results.h5";
        all.back().stream = "bone";
        nameStreams(all);
        ensemble = all[0];
        QCOMPARE(ensemble.stream, QString("joint, motion, bone"));
        QVERIFY(fits());
        ensemble.encoder = "sttr";
        QVERIFY(!fits());
        ensemble.encoder.clear(); // in which members differ
        ensemble.stream.clear();
        QVERIFY(!fits());
        ensemble.cell = PaperBoard::cellName(three, column); // whose table says of what it is made
        QVERIFY(fits());
    }

    // Names of splits, joints and even names of sequences are shared: people, classes and recordings are
    // counted.
    void aDatasetIsKnownByWhatItHolds() {
        const auto columns = PaperBoard::standard()->columns;
        DatasetInfo info;
        info.layout.name = "ntu25";
        info.class_names = {"wave", "bow"};
        std::vector<SequenceInfo> sequences;
        for (int i = 0; i < 56'578; ++i) {
            SequenceInfo one;
            one.name = "S" + std::to_string(i);
            one.label = i % 60;
            one.subject = 1 + i % 40;
            one.camera = 1 + i % 3;
            one.setup = 1;
            sequences.push_back(one);
        }
        QCOMPARE(columnsOf(info, sequences, columns), (QSet<QString>{"ntu60-xsub", "ntu60-xview", "open"}));
        auto few = sequences;
        for (SequenceInfo& one : few) one.label %= 12;
        QCOMPARE(columnsOf(info, few, columns), QSet<QString>{"open"});
        few = sequences;
        for (SequenceInfo& one : few) one.subject = 1 + one.subject % 3; // the fourth fold has nobody
        QCOMPARE(columnsOf(info, few, columns), QSet<QString>{});
        few.assign(sequences.begin(), sequences.begin() + 240); // all people and classes, few recordings
        QCOMPARE(columnsOf(info, few, columns), QSet<QString>{"open"});
        QCOMPARE(sharesOf(info, few, columns)["ntu60-xsub"].here, 240);
    }

    // A part of a published dataset answers no cell of the paper, whatever its names are.
    void aPartOfADatasetIsNoRowOfThePaper() {
        const auto columns = PaperBoard::standard()->columns;
        DatasetInfo info;
        info.layout.name = "ntu25";
        info.class_names = {"bow", "clap"};
        std::vector<SequenceInfo> sequences;
        for (int i = 0; i < 1'076; ++i) { // 291 to 334 are tested
            SequenceInfo one;
            char name[16];
            std::snprintf(name, sizeof name, "%04d-%c", i / 3, "LMR"[i % 3]);
            one.name = name;
            sequences.push_back(one);
        }
        QVERIFY(columnsOf(info, sequences, columns).contains("pku1"));
        for (std::size_t i = 0; i < 99; ++i) sequences[i] = sequences[i * 10];
        sequences.resize(99);
        QVERIFY(!columnsOf(info, sequences, columns).contains("pku1"));
        const PublishedShare part = sharesOf(info, sequences, columns)["pku1"];
        QCOMPARE(part.here, 99);
        QCOMPARE(part.all, 1076);
        QVERIFY(!part.whole());
        PaperBoardModel model(*PaperBoard::standard());
        BoardFacts facts;
        facts.intervals = true;
        facts.parts = sharesOf(info, sequences, columns);
        model.setFacts(facts);
        const QModelIndex cell = cellOf(model, "Table 4", "DSTE, mAP_a", "pku1");
        QVERIFY(model.state(cell) == CellState::blocked);
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains("99 of 1") && tip.contains("PKU-MMD I"), qPrintable(tip));
        QVERIFY(cell.data(PaperBoardModel::OursRole).toString().startsWith("99 of"));
    }

    void untrainedAndOtherDataAreKeptApart() {
        PaperBoardModel model(*PaperBoard::standard());
        BoardFacts facts;
        facts.findings = found(figure("probe", "folds:subject/4", "untrained", 0.8));
        facts.dataHash = "another";
        model.setFacts(facts);
        const QModelIndex untrained = cellOf(model, "Table 1", "DSTE, untrained", "open");
        QVERIFY(model.state(untrained) != CellState::found);
        facts.dataHash = "d";
        model.setFacts(facts);
        QVERIFY(model.state(untrained) == CellState::found);
        QVERIFY(model.state(cellOf(model, "Table 1", "DSTE, joint", "open")) != CellState::found);
    }

    void tablesOfAblationsAreRead() {
        const auto board = *PaperBoard::standard();
        const QString text = PaperBoard::ablationText(board.rows[4], board.columns.back()); // three streams
        const Experiment asked = ablation(text);
        QVERIFY(ablationName(asked).contains("three streams / Open dataset"));
        const QJsonObject table = QJsonDocument::fromJson(text.toUtf8()).object();
        QCOMPARE(table["rows"].toArray().size(), 4);
        QCOMPARE(table["rows"][3]["kind"].toString(), QString("ensemble"));
        const QByteArray summary =
            "{\"rows\": [" + figure("probe", "folds:subject/4", "vac-xc-all", 0.5) + "]}";
        const auto found = findingsOf("/r", asked, summary.toStdString()).value();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].cell, ablationName(asked));
    }

    void detectionHasColumnsOfItsOwn() {
        PaperBoardModel model(*PaperBoard::standard());
        const QModelIndex cell = cellOf(model, "Table 4", "DSTE, mAP_a", "pku1");
        QCOMPARE(cell.data(PaperBoardModel::PaperRole).toString(), QString("75.7"));
        QVERIFY(model.state(cellOf(model, "Table 4", "DSTE, mAP_a", "ntu60-xsub")) == CellState::none);
        QVERIFY(model.state(cellOf(model, "Table 1", "DSTE, joint", "pku1")) == CellState::none);
        const QModelIndex open = cellOf(model, "Table 4", "DSTE, mAP_a", "open");
        BoardFacts facts;
        facts.open = {"open"};
        facts.dataHash = "d";
        model.setFacts(facts);
        QVERIFY(model.state(open) == CellState::blocked); // nothing says when an action happens
        facts.intervals = true;
        model.setFacts(facts);
        QVERIFY(model.state(open) == CellState::ready);
        QVERIFY(PaperBoard::ablationText(*model.boardRow(open.row()), model.boardColumn(open.column()))
                    .contains("\"segments\":\"windows\""));
        Experiment asked;
        asked.verb = "detect-train";
        const char* summary = R"({"mAP_a": {"pku": {"0.5": 0.7}, "voc": {"0.5": 0.9}},
            "mAP_v": {"pku": {"0.5": 0.6}}, "mean": {"mAP_a": {"pku": {"0.5": 0.71}}},
            "spread": {"mAP_a": {"pku": {"0.5": 0.05}}},
            "stamp": {"verb": "detect-train", "protocol": "folds:subject/4", "encoder": "dste",
                      "stream": "joint", "objective": "vac-xc-all", "data_hash": "d", "options": "{}"}})";
        facts.findings = findingsOf("/runs/d", asked, summary).value();
        model.setFacts(facts);
        QCOMPARE(open.data(PaperBoardModel::OursRole).toString(),
                 QString("71.0* ± 5.0")); // nothing says how it was pretrained
        QCOMPARE(cellOf(model, "Table 4", "DSTE, mAP_v", "open").data(PaperBoardModel::OursRole).toString(),
                 QString("60.0*"));
        QVERIFY(model.state(cellOf(model, "Table 4", "STTR, mAP_a", "open")) != CellState::found);
        QCOMPARE(facts.findings[0].file, QString("/runs/d/results.json"));
    }

    // What is damaged must not look like what nobody has made.
    void aRunWithADamagedSummaryIsTold() {
        const QString runs = folder_.filePath("damaged-runs");
        for (const auto& [name, summary] :
             {std::pair{"whole-1", figure("probe", "ntu60-xsub", "vac-xc-all", 0.8)},
              {"broken-1", QByteArray(R"({"top1": "many", "stamp": 3})")},
              {"broken-2", QByteArray("{}")}}) {
            Experiment asked;
            asked.verb = "probe";
            auto run = RunFolder::create(QDir(runs).filePath(name).toStdString(), asked);
            QVERIFY(run.has_value());
            QVERIFY(run->append(RunStarted{}));
            QVERIFY(run->append(RunFinished{Outcome::completed, {}, summary.toStdString()}));
        }
        JobRunner runner("/nowhere/kinelens-cli");
        RunScanner scanner(runs);
        DatasetService service;
        PaperBoardPanel panel(runner, scanner, service);
        scanner.lookNow();
        const auto* message = panel.findChild<MessageBar*>();
        QTRY_VERIFY(message->text().contains("broken-1") && message->text().contains("broken-2"));
        QVERIFY2(!message->text().contains("whole-1"), qPrintable(message->text()));
        QVERIFY(message->kind() == MessageBar::Kind::warning);
        QVERIFY(!message->isHidden());
        QVERIFY(QDir(runs + "/broken-1").removeRecursively() && QDir(runs + "/broken-2").removeRecursively());
        scanner.lookNow();
        QTRY_VERIFY(message->isHidden()); // there is nothing to tell any more
    }

    // The open dataset's own column can be run; what is started is an ablation of that one cell.
    void anEmptyCellStartsItsRun() {
        const QString data = folder_.filePath("d.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 8, 6, 4).has_value());
        const QString program = folder_.filePath("fake-cli");
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > \"" + folder_.filePath("asked").toUtf8() + "\"\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        JobRunner runner(program);
        RunScanner scanner(folder_.filePath("runs"));
        DatasetService service;
        PaperBoardPanel panel(runner, scanner, service);
        QSignalSpy found(&panel, &PaperBoardPanel::columnsFound);
        QSignalSpy started(&panel, &PaperBoardPanel::runStarted);
        service.open(data);
        const QModelIndex cell = cellOf(panel.model(), "Table 1", "DSTE, joint", "open");
        panel.activate(cellOf(panel.model(), "Table 1", "DSTE, joint", "ntu60-xsub"));
        QCOMPARE(started.count(), 0);
        QTRY_VERIFY(found.count() >= 1 && panel.model().state(cell) == CellState::ready);
        QVERIFY(panel.model().state(cellOf(panel.model(), "Table 1", "DSTE, joint", "ntu60-xsub")) ==
                CellState::blocked); // its subjects have numbers as well, and it is not NTU RGB+D
        panel.activate(cell);
        QCOMPARE(started.count(), 1);
        QTRY_VERIFY(QFile::exists(folder_.filePath("asked")));
        QFile asked(folder_.filePath("asked"));
        QTRY_VERIFY(asked.size() > 0);
        QVERIFY(asked.open(QIODevice::ReadOnly));
        const QByteArray words = asked.readAll();
        QVERIFY2(words.startsWith("ablate\n{"), words.constData());
        QVERIFY(words.contains("--data\n" + data.toUtf8()));
    }
};

KINELENS_TEST(PaperBoardTest, widgets);

} // namespace paper_board_test
#include "paper_board_test.moc"
