#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"
#include "ui/state/label_document.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace label_document_test {

using namespace kinelens;
using namespace kinelens::ui;

class LabelDocumentTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<DatasetService> datasets_;
    LabelsLeft left_; // what the last start could not take in
    std::unique_ptr<LabelDocument> labels_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void start() {
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        left_ = {};
        connect(labels_.get(), &LabelDocument::leftOut, this,
                [this](const LabelsLeft& told) { left_ = told; });
        datasets_->open(path("d.h5"));
        QTRY_VERIFY(labels_->ready());
    }
    void stop() {
        labels_.reset();
        datasets_.reset();
    }
    void write(const QString& name, const QByteArray& text) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    AnnotationDocument kept() const {
        return load_annotations(path("d.labels.json").toStdString()).value_or(AnnotationDocument{});
    }
    // As another session left it, for this dataset.
    void keep(const Annotations& annotations, const QString& name = "d.labels.json") {
        const auto hash = datasets_->dataset()->info.content_hash;
        QVERIFY(save_annotations(path(name).toStdString(), {annotations, {"", hash}}));
    }
    void save() {
        QSignalSpy saved(labels_.get(), &LabelDocument::savedChanged);
        labels_->save();
        QTRY_VERIFY(!labels_->modified() && saved.count() > 0);
    }
    void draw(std::int64_t start, std::int64_t end) {
        QVERIFY(
            labels_->edit("R1", draw_interval(labels_->intervals("R1"), {0, 1, start, end}, 300), "Draw"));
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        start();
    }
    void cleanup() {
        stop();
        folder_.reset();
    }

    void lockedUntilUnlocked() {
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(labels_->locked());
        QVERIFY(!labels_->edit("R1", delete_intervals(labels_->intervals("R1"), {0}), "Delete"));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        labels_->setLocked(false);
        QVERIFY(labels_->edit("R1", delete_intervals(labels_->intervals("R1"), {0}), "Delete"));
        QCOMPARE(labels_->intervals("R1").size(), 2U);
        QCOMPARE(labels_->intervals("R2").size(), 3U);
    }

    void everyEditIsUndoneAndRedone() {
        labels_->setLocked(false);
        const IntervalList before = labels_->intervals("R1");
        draw(250, 260);
        QCOMPARE(labels_->undoStack().undoText(), QString("Draw"));
        const IntervalList after = labels_->intervals("R1");
        QVERIFY(labels_->edit("R1", relabel_intervals(after, {0, 1}, 2), "Relabel"));
        QVERIFY(labels_->edit("R1", split_interval(labels_->intervals("R1"), 0, 40), "Split"));
        QCOMPARE(labels_->intervals("R1").size(), 5U);
        for (int i = 0; i < 3; ++i) labels_->undoStack().undo();
        QVERIFY(labels_->intervals("R1") == before);
        labels_->undoStack().redo();
        QVERIFY(labels_->intervals("R1") == after);
        QVERIFY(!labels_->edit("R1", draw_interval(after, {0, 1, 290, 310}, 300), "Draw"));
        QVERIFY(labels_->intervals("R1") == after);
    }

    void savedLabelsComeBack() {
        labels_->setLocked(false);
        draw(250, 260);
        labels_->save();
        QTRY_VERIFY(!labels_->modified());
        QVERIFY(QFile::exists(path("d.labels.json")));
        stop();
        start();
        QTRY_COMPARE(labels_->intervals("R1").size(), 4U);
        QVERIFY(!labels_->modified());
        QVERIFY(labels_->locked());
    }

    void unsavedLabelsAreRecovered() {
        labels_->setLocked(false);
        draw(250, 260);
        const QString kept = path(".d.labels.json.autosave");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(kept), 4000);
        QFile::copy(kept, path("kept"));
        stop();
        QFile::remove(kept);
        QVERIFY(QFile::copy(path("kept"), kept)); // as a crash leaves it
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        datasets_->open(path("d.h5"));
        QTRY_VERIFY(labels_->recovered());
        QCOMPARE(labels_->intervals("R1").size(), 4U);
        QVERIFY(labels_->modified() && !labels_->undoStack().canUndo()); // no edit of this session
        QVERIFY(labels_->locked());
        labels_->dropRecovered(); // also while they are locked
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(!labels_->modified() && !labels_->recovered());
        labels_->undoStack().undo();
        QCOMPARE(labels_->intervals("R1").size(), 4U);
        QVERIFY(labels_->modified());
    }

    // What another recording got meanwhile stays, and is still to be saved.
    void droppingKeepsWhatWasEditedSince() {
        keep({{"wave"}, {{"R1", 300, 30, {{0, 0, 5, 9}}}}}, ".d.labels.json.autosave");
        stop();
        start();
        QTRY_VERIFY(labels_->recovered());
        labels_->setLocked(false);
        QVERIFY(labels_->edit("R2", delete_intervals(labels_->intervals("R2"), {0}), "Delete"));
        labels_->dropRecovered();
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QCOMPARE(labels_->intervals("R2").size(), 2U);
        QVERIFY(labels_->modified());
    }

    void keptLabelsThatDifferInNothingAreNoRecovery() {
        keep({{"wave", "bow", "kick"}, {{"R1", 300, 30, labels_->intervals("R1")}}},
             ".d.labels.json.autosave");
        stop();
        start();
        QVERIFY(!labels_->recovered() && !labels_->modified());
        stop();
        QVERIFY(!QFile::exists(path(".d.labels.json.autosave")));
    }

    void whatWasUndoneIsNotRecovered() {
        labels_->setLocked(false);
        draw(250, 260);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(".d.labels.json.autosave")), 4000);
        labels_->undoStack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path(".d.labels.json.autosave")), 4000);
        draw(250, 260);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(".d.labels.json.autosave")), 4000);
        labels_->undoStack().undo();
        stop(); // at once: what was kept goes with the program
        QVERIFY(!QFile::exists(path(".d.labels.json.autosave")));
        start();
        QCOMPARE(labels_->intervals("R1").size(), 3U);
    }

    void aDroppedRecoveryStaysDropped() {
        keep({{"wave"}, {{"R1", 300, 30, {{0, 0, 5, 9}}}}}, ".d.labels.json.autosave");
        stop();
        start();
        QCOMPARE(labels_->intervals("R1").size(), 1U);
        labels_->dropRecovered();
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        stop();
        start();
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(!labels_->modified());
    }

    void anOlderAutosaveDoesNotOutliveSaving() {
        labels_->setLocked(false);
        draw(250, 260);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(".d.labels.json.autosave")), 4000);
        draw(270, 280);
        labels_->save();
        stop(); // before it is told
        QVERIFY(!QFile::exists(path(".d.labels.json.autosave")));
        start();
        QCOMPARE(labels_->intervals("R1").size(), 5U);
    }

    void intervalsBehindTheEndAreSaidAndTheirFileIsKept() {
        keep({{"wave", "jump"}, {{"R1", 400, 30, {{0, 1, 5, 9}, {0, 0, 350, 390}}}}});
        const QByteArray before = read("d.labels.json");
        write("d.labels.json.bak", "taken");
        stop();
        start();
        QCOMPARE(left_.beyond, 1);
        QCOMPARE(left_.firstBeyond, QString("R1"));
        QCOMPARE(left_.file, QString("d.labels.json"));
        QCOMPARE(labels_->intervals("R1").size(), 1U); // the other is taken over
        save();
        QCOMPARE(read("d.labels.json.2.bak"), before);
        QCOMPARE(read("d.labels.json.bak"), QByteArray("taken"));
        QVERIFY(read("d.labels.json") != before);
        save();
        QVERIFY(!QFile::exists(path("d.labels.json.3.bak"))); // once
    }

    void aMalformedFileIsKeptBesideTheSavedOne() {
        write("d.labels.json", "{\"format\": 3");
        write(".d.labels.json.autosave", "[");
        stop();
        start();
        labels_->setLocked(false);
        draw(250, 260);
        save();
        QCOMPARE(read("d.labels.json.bak"), QByteArray("{\"format\": 3"));
        QCOMPARE(read("d.labels.json.autosave.bak"), QByteArray("["));
        QCOMPARE(kept().annotations.sequences.front().intervals.size(), 4U);
    }

    void unknownRecordingsAreCarriedThrough() {
        const AnnotatedSequence elsewhere{"elsewhere", 900, 25, {{0, 1, 5, 800, 0.5F, "Anna"}}};
        keep({{"wave", "jump"}, {{"R1", 300, 30, {{0, 0, 5, 9}}}, elsewhere}});
        stop();
        start();
        QCOMPARE(left_.unknown, 1);
        QVERIFY(!left_.otherData);
        labels_->setLocked(false);
        draw(250, 260);
        save();
        Annotations back = kept().annotations;
        AnnotatedSequence wanted = elsewhere;
        wanted.intervals[0].label = back.class_index("jump");
        QVERIFY(back.sequence("elsewhere") == wanted);
        QCOMPARE(back.sequence("R1").intervals.size(), 2U);
        QVERIFY(!QFile::exists(path("d.labels.json.bak"))); // nothing was lost
    }

    void labelsOfAnotherContentAreSaid() {
        QVERIFY(save_annotations(path("d.labels.json").toStdString(),
                                 {{{"wave"}, {{"R1", 300, 30, {{0, 0, 5, 9}}}}}, {"", "xxh3-128:0"}}));
        stop();
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        bool told = false;
        connect(labels_.get(), &LabelDocument::leftOut, this,
                [&told](const LabelsLeft& left) { told = left.otherData && left.beyond == 0; });
        datasets_->open(path("d.h5"));
        QTRY_VERIFY(told);
        QCOMPARE(labels_->intervals("R1").size(), 1U);
    }

    void anEditWhileItIsSavedIsNotTakenForSaved() {
        labels_->setLocked(false);
        draw(250, 260);
        labels_->save();
        labels_->undoStack().undo();
        draw(270, 280); // as many edits as were saved, but others
        QTest::qWait(300);
        QVERIFY(labels_->modified());
        labels_->undoStack().undo();
        QVERIFY(labels_->modified()); // the file holds [250, 260)
        save();
        QCOMPARE(kept().annotations.sequences.front().intervals.size(), 3U);
    }

    void aNewClassIsUndoneWithItsEdit() {
        labels_->setLocked(false);
        labels_->undoStack().beginMacro("Relabel");
        const int made = labels_->addClass("drnik");
        QCOMPARE(made, 3);
        QVERIFY(labels_->edit("R1", relabel_intervals(labels_->intervals("R1"), {0}, made), "Relabel"));
        labels_->undoStack().endMacro();
        QCOMPARE(labels_->className(labels_->intervals("R1")[0].label), QString("drnik"));
        labels_->undoStack().undo();
        QCOMPARE(labels_->classNames().size(), 3U);
        QCOMPARE(labels_->classIndex("run"), 3); // a run brings one
        QCOMPARE(labels_->classIndex("drnik"), 4);
        labels_->undoStack().redo();
        QCOMPARE(labels_->findClass("drnik"), 3);
        QCOMPARE(labels_->findClass("run"), 4);
        QCOMPARE(labels_->classNames().size(), 5U);
        QCOMPARE(labels_->className(labels_->intervals("R1")[0].label), QString("drnik"));
    }

    void classesOfNothingAreNotSaved() {
        labels_->setLocked(false);
        labels_->addClass("drnik");
        QVERIFY(labels_->modified());
        labels_->classIndex("run");
        const int used = labels_->addClass("drink");
        QVERIFY(
            labels_->edit("R1", draw_interval(labels_->intervals("R1"), {0, used, 250, 260}, 300), "Draw"));
        save();
        QCOMPARE(kept().annotations.class_names, (std::vector<std::string>{"wave", "bow", "kick", "drink"}));
        stop();
        start();
        QCOMPARE(labels_->classNames().size(), 4U);
        QCOMPARE(labels_->className(labels_->intervals("R1")[3].label), QString("drink"));
    }

    void brokenKeptLabelsAreSaidAndLeftAlone() {
        stop();
        QFile file(path("d.labels.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": 3");
        file.close();
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        QSignalSpy failed(labels_.get(), &LabelDocument::failed);
        datasets_->open(path("d.h5"));
        QVERIFY(failed.wait(5000));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"format\": 3"));
    }

    void anImportTakesWhatTheDatasetHolds() {
        Annotations coming{{"bow", "jump"}, {{"R2", 300, 30, {{0, 1, 5, 9}}}, {"elsewhere", 10, 30, {}}}};
        QVERIFY(!labels_->take(coming, "Import"));
        labels_->setLocked(false);
        const auto taken = labels_->take(coming, "Import");
        QVERIFY(taken);
        QCOMPARE(*taken, 1);
        QCOMPARE(labels_->intervals("R2").size(), 1U);
        QCOMPARE(labels_->className(labels_->intervals("R2").front().label), QString("jump"));
        QCOMPARE(labels_->undoStack().undoText(), QString("Import"));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        labels_->undoStack().undo();
        QCOMPARE(labels_->intervals("R2").size(), 3U);
        QCOMPARE(labels_->classNames().size(), 3U);
        coming.sequences.front().intervals.front().end = 301;
        QVERIFY(!labels_->take(coming, "Import"));
        coming.sequences.erase(coming.sequences.begin());
        QVERIFY(!labels_->take(coming, "Import"));
    }
};

KINELENS_TEST(LabelDocumentTest, widgets);

} // namespace label_document_test
#include "label_document_test.moc"
