// What forms of jobs offer, refuse and keep, before anything is started.
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/explore/embed_form.h"
#include "ui/forms/checkpoint_form.h"
#include "ui/forms/choice_box.h"
#include "ui/forms/preset_box.h"
#include "ui/forms/protocol_box.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/current_dataset.h"
#include "ui/widgets/current_page.h"
#include "ui/widgets/scroll_panel.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>

namespace job_form_test {

using namespace kinelens;
using namespace kinelens::ui;
using kinelens::testing::open_dataset;

namespace {

// A run with one checkpoint of that skeleton.
void makeRun(const QString& folder, const char* verb, const char* layout) {
    Experiment asked;
    asked.verb = verb;
    auto run = RunFolder::create(folder.toStdString(), asked);
    QVERIFY(run && run->append(RunStarted{}));
    CheckpointInfo info;
    info.file = "epoch-0001.pt";
    info.verb = verb;
    info.step = info.epoch = 1;
    info.options = R"({"frames": 64})";
    info.layout = *built_in_layout(layout);
    const Path weights = run->paths().checkpoints() / info.file;
    QVERIFY(write_file_atomically(weights, "weights"));
    QVERIFY(write_file_atomically(checkpoint_sidecar(weights), checkpoint_info_to_json(info)));
    QVERIFY(run->append(CheckpointWritten{"checkpoints/" + info.file, 1, 1, false}));
    QVERIFY(run->append(RunFinished{}));
}

ChoiceBox* boxNamed(const QWidget& form, const QString& name) {
    for (ChoiceBox* box : form.findChildren<ChoiceBox*>())
        if (box->accessibleName() == name && !box->isHidden()) return box;
    return nullptr;
}

QPushButton* startOf(const QWidget& form) {
    for (QPushButton* button : form.findChildren<QPushButton*>())
        if (button->isDefault() && button->isVisibleTo(&form)) return button;
    return nullptr;
}

} // namespace

class JobFormTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<JobRunner> runner_;
    std::unique_ptr<RunScanner> scanner_;
    CurrentDataset dataset_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    CheckpointForm detection() {
        return {{detectionKind(), detectionTrainingKind()}, "Detection", {*runner_, *scanner_, dataset_}};
    }
    CheckpointForm evaluation() {
        return {
            {probeKind(), retrievalKind(), finetuningKind()}, "Evaluation", {*runner_, *scanner_, dataset_}};
    }
    void scan() {
        QSignalSpy changed(scanner_.get(), &RunScanner::changed);
        scanner_->lookNow();
        QTRY_VERIFY_WITH_TIMEOUT(!scanner_->runs().empty(), 5000);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        runner_ = std::make_unique<JobRunner>(path("no-program"));
        scanner_ = std::make_unique<RunScanner>(path("runs"));
        dataset_.set(nullptr);
    }

    void fromScratchStays() {
        CheckpointForm form({detectionTrainingKind()}, "Detection", {*runner_, *scanner_, dataset_});
        dataset_.set(open_dataset({.intervals = 2}));
        ChoiceBox* box = boxNamed(form, "Checkpoint");
        QVERIFY(box);
        QCOMPARE(box->currentText(), "From scratch");
        makeRun(path("runs/pretrain-0001"), "pretrain", "kinect20");
        scan();
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 2, 5000);
        QCOMPARE(box->currentText(), "From scratch");
        QVERIFY(form.checkpoint().isEmpty());
    }

    void checkpointsOfOtherJointsAreGreyAndSayWhy() {
        makeRun(path("runs/pretrain-0001"), "pretrain", "kinect20");
        CheckpointForm form = evaluation();
        scan();
        ChoiceBox* box = boxNamed(form, "Checkpoint");
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 1, 5000);
        dataset_.set(open_dataset());
        QVERIFY2(box->reasonOf(0).contains("25 joints"), qPrintable(box->reasonOf(0)));
        QVERIFY(form.form(0).obstacle().contains("25 joints"));
        QVERIFY(!startOf(form)->isEnabled());
        makeRun(path("runs/pretrain-0002"), "pretrain", "ntu25");
        scanner_->lookNow();
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 2, 5000);
        QVERIFY(form.checkpoint().contains("pretrain-0002")); // nobody had chosen the other
        form.setCheckpoint(path("runs/pretrain-0001/checkpoints/epoch-0001.pt"));
        dataset_.set(open_dataset({.layout = "ntu25"}));
        QVERIFY(form.checkpoint().contains("pretrain-0001")); // a person has
        QVERIFY(!form.form(0).obstacle().isEmpty());
    }

    void theNewestCheckpointIsProposed() {
        makeRun(path("runs/pretrain-0001"), "pretrain", "ntu25");
        CheckpointForm form = evaluation();
        dataset_.set(open_dataset());
        scan();
        QTRY_VERIFY_WITH_TIMEOUT(form.checkpoint().endsWith("epoch-0001.pt"), 5000);
        auto run = RunFolder::reopen(path("runs/pretrain-0001").toStdString());
        QVERIFY(run);
        CheckpointInfo info;
        info.file = "epoch-0002.pt";
        info.verb = "pretrain";
        info.step = info.epoch = 2;
        info.layout = *built_in_layout("ntu25");
        const Path weights = run->paths().checkpoints() / info.file;
        QVERIFY(write_file_atomically(weights, "weights"));
        QVERIFY(write_file_atomically(checkpoint_sidecar(weights), checkpoint_info_to_json(info)));
        QVERIFY(run->append(CheckpointWritten{"checkpoints/" + info.file, 2, 2, false}));
        scanner_->lookNow();
        QTRY_VERIFY_WITH_TIMEOUT(form.checkpoint().endsWith("epoch-0002.pt"), 5000);
        form.setKind(2); // a fine-tuning could begin from scratch as well
        QVERIFY(form.checkpoint().endsWith("epoch-0002.pt"));
    }

    void protocolsThatCannotDivideAreGrey() {
        CheckpointForm form = evaluation();
        form.setCheckpoint("/c/e.pt");
        dataset_.set(open_dataset({.subjects = 1}));
        ChoiceBox* box = boxNamed(form, "Protocol");
        QVERIFY(box);
        const auto reasonOf = [&](const char* name) { return box->reasonOf(box->findText(name)); };
        QTRY_VERIFY2_WITH_TIMEOUT(reasonOf("folds:subject/4").contains("1 subject"),
                                  qPrintable(reasonOf("folds:subject/4")), 5000);
        QVERIFY(reasonOf("pku-xsub").contains("PKU-MMD"));
        QVERIFY(reasonOf("random:0.8").isEmpty());
        JobForm& probe = form.form(0);
        QTRY_VERIFY_WITH_TIMEOUT(
            probe.obstacle().contains("does not exist") || probe.obstacle().contains("1 subject"), 5000);
        QCOMPARE(box->currentText(), "folds:subject/4"); // as it was
    }

    void theReasonStandsBesideStart_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("intervals");
        QTest::addColumn<bool>("detector");
        QTest::addColumn<QString>("words");
        QTest::newRow("no classes for a probe") << 0 << 2 << false << "no sequence has a class";
        QTest::newRow("no intervals for a detector")
            << 3 << 0 << true << "no recording has a labelled interval";
        QTest::newRow("one class") << 1 << 0 << false << "one class";
    }

    void theReasonStandsBesideStart() {
        QFETCH(int, classes);
        QFETCH(int, intervals);
        QFETCH(bool, detector);
        QFETCH(QString, words);
        makeRun(path("runs/pretrain-0001"), "pretrain", "ntu25");
        CheckpointForm form =
            detector ? CheckpointForm({detectionTrainingKind()}, "Detection", {*runner_, *scanner_, dataset_})
                     : evaluation();
        scan();
        dataset_.set(open_dataset({.classes = classes, .intervals = intervals}));
        form.show();
        QTRY_VERIFY2_WITH_TIMEOUT(form.form(0).obstacle().contains(words),
                                  qPrintable(form.form(0).obstacle()), 5000);
        QVERIFY(!startOf(form)->isEnabled());
        bool said = false;
        for (const QLabel* label : form.findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text() == form.form(0).obstacle());
        QVERIFY(said);
    }

    void whatFitsCanStart() {
        makeRun(path("runs/pretrain-0001"), "pretrain", "ntu25");
        CheckpointForm form = evaluation();
        scan();
        dataset_.set(open_dataset());
        QTRY_VERIFY2_WITH_TIMEOUT(form.form(0).obstacle().isEmpty(), qPrintable(form.form(0).obstacle()),
                                  5000);
        QVERIFY(startOf(form)->isEnabled());
        form.form(2).setOption("label_fraction", 0.01);
        QTRY_VERIFY_WITH_TIMEOUT(form.form(2).obstacle().contains("training samples"), 5000);
        form.form(2).setOption("label_fraction", 0.5);
        QVERIFY2(form.form(2).obstacle().isEmpty(), qPrintable(form.form(2).obstacle()));
    }

    void aPerplexityNeedsItsPoints() {
        makeRun(path("runs/pretrain-0001"), "pretrain", "ntu25");
        EmbedForm form({*runner_, *scanner_, dataset_});
        scan();
        dataset_.set(open_dataset({.sequences = 40}));
        QTRY_VERIFY2_WITH_TIMEOUT(form.job().obstacle().contains("40 points allow at most 13"),
                                  qPrintable(form.job().obstacle()), 5000);
        form.job().setOption("perplexity", 13.0);
        QVERIFY2(form.job().obstacle().isEmpty(), qPrintable(form.job().obstacle()));
        form.job().setOption("perplexity", 30.0);
        form.job().setOption("domain", std::string("frames")); // 64 of each
        QVERIFY2(form.job().obstacle().isEmpty(), qPrintable(form.job().obstacle()));
    }

    // As small as a dock gets.
    void startIsAlwaysSeen_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 4; ++i) QTest::addRow("form %d", i) << i;
    }

    void startIsAlwaysSeen() {
        QFETCH(int, which);
        CheckpointForm detecting = detection(), evaluating = evaluation();
        EmbedForm embedding({*runner_, *scanner_, dataset_});
        JobForm training(pretrainingKind(), {*runner_, *scanner_, dataset_});
        QWidget* form = std::array<QWidget*, 4>{&detecting, &evaluating, &embedding,
                                                &training}[static_cast<std::size_t>(which)];
        form->resize(280, 300);
        form->show();
        QVERIFY(QTest::qWaitForWindowExposed(form));
        QVERIFY2(form->width() <= 280 && form->height() <= 300,
                 qPrintable(QString("%1 x %2").arg(form->width()).arg(form->height())));
        const QPushButton* start = startOf(*form);
        QVERIFY(start);
        const QRect place(start->mapTo(form, QPoint()), start->size());
        QVERIFY2(form->rect().contains(place), "Start lies outside");
        int bars = 0;
        for (const QScrollArea* area : form->findChildren<QScrollArea*>()) bars += area->isVisible() ? 1 : 0;
        QCOMPARE(bars, 1); // the form scrolls alone
        for (const QLabel* label : form->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == tr("Open a dataset first."))
                QVERIFY(form->rect().contains(QRect(label->mapTo(form, QPoint()), label->size())));
    }

    // Behind another page it does not make that one scroll.
    void aFormBehindAsksForNoHeight() {
        auto* pages = new QTabWidget;
        pages->addTab(new QLabel(QStringLiteral("short")), QStringLiteral("Page"));
        CheckpointForm evaluating = evaluation();
        EmbedForm embedding({*runner_, *scanner_, dataset_});
        pages->addTab(&evaluating, QStringLiteral("Evaluation"));
        pages->addTab(&embedding, QStringLiteral("Map"));
        followCurrentPage(*pages->findChild<QStackedWidget*>());
        ScrollPanel panel(pages);
        panel.resize(600, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(panel.verticalScrollBar()->maximum(), 0);
        pages->removeTab(2); // their owner is this function
        pages->removeTab(1);
        evaluating.setParent(nullptr);
        embedding.setParent(nullptr);
    }

    void whatWasSetComesBack() {
        const auto fill = [](JobForm& form) {
            form.preset().choose("small");
            form.findChild<ProtocolBox*>()->setText("leave-subject-out");
            form.setOption("epochs", std::int64_t{7});
        };
        CheckpointForm before = evaluation();
        QSignalSpy changed(&before, &CheckpointForm::changed);
        before.setKind(0);
        fill(before.form(0));
        before.setCheckpoint("/c/e.pt");
        before.setKind(2);
        QVERIFY(changed.count() > 0);
        const QJsonObject state = before.state();
        CheckpointForm after = evaluation();
        after.restore(state);
        QCOMPARE(after.state(), state);
        QCOMPARE(after.kind(), 2);
        QCOMPARE(after.checkpoint(), "/c/e.pt");
        QVERIFY(after.form(0).option("epochs") == OptionValue(std::int64_t{7}));
        after.restore({{"verb", "unknown"}, {"forms", 3}, {"checkpoints", "none"}}); // of another version
        QCOMPARE(after.state(), state);
    }

    void trainingAndMapsComeBackToo() {
        JobForm training(pretrainingKind(), {*runner_, *scanner_, dataset_});
        QSignalSpy changed(&training, &JobForm::changed);
        training.preset().choose("released");
        training.setOption("seed", std::int64_t{9007199254740991});
        QVERIFY(changed.count() >= 2);
        JobForm again(pretrainingKind(), {*runner_, *scanner_, dataset_});
        again.restore(training.state());
        QCOMPARE(again.state(), training.state());
        QCOMPARE(again.state()["options"].toObject()["seed"].toString(), "9007199254740991");
        EmbedForm map({*runner_, *scanner_, dataset_});
        map.job().setOption("perplexity", 12.0);
        map.setFeatures("/f/features.npy");
        EmbedForm other({*runner_, *scanner_, dataset_});
        other.restore(map.state());
        QCOMPARE(other.state(), map.state());
        QVERIFY(other.state()["of_file"].toBool());
    }

    void detectorsAreTrainedFromScratchAndNeededToDetect() {
        CheckpointForm form = detection();
        dataset_.set(kinelens::testing::open_dataset());
        const auto command = [](CheckpointForm& of, int kind) {
            return of.form(kind).findChild<QPlainTextEdit*>()->toPlainText();
        };
        form.setCheckpoint("/c/detector.pt");
        QVERIFY2(command(form, 0).startsWith("kinelens-cli detect --checkpoint /c/detector.pt --data "
                                             "/data/d.h5 --output "),
                 qPrintable(command(form, 0)));
        QVERIFY(!command(form, 0).contains("--preset"));
        CheckpointForm other = detection();
        dataset_.set(kinelens::testing::open_dataset());
        other.setKind(1);
        QVERIFY2(command(other, 1).startsWith("kinelens-cli detect-train --data /data/d.h5 --protocol "
                                              "folds:subject/4 --run"),
                 qPrintable(command(other, 1)));
    }
};

KINELENS_TEST(JobFormTest, widgets);

} // namespace job_form_test
#include "job_form_test.moc"
