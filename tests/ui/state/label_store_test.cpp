// The files of a dataset's labels: where they lie, what is kept aside, and whose answers count.
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/state/label_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace label_store_test {

using namespace kinelens;
using namespace kinelens::ui;

class LabelStoreTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    OpenDatasetPtr dataset(const char* name = "d.h5") const {
        return testing::open_dataset({.sequences = 2, .intervals = 1}, path(name).toUtf8().constData());
    }
    static AnnotationDocument document(std::int64_t end) {
        Annotations annotations{{"wave"}, {}};
        annotations.sequences.push_back({"recording0", 100, 30, {{0, 0, 10, end, 1, "truth"}}});
        return {annotations, {}};
    }
    static std::int64_t endIn(const QString& file) {
        const auto read = load_annotations(file.toStdString());
        return read ? read->annotations.sequences.front().intervals.front().end : -1;
    }
    static std::optional<bool> save(LabelStore& store, const AnnotationDocument& document) {
        std::optional<bool> done;
        store.save(document, [&done](bool written) { done = written; });
        (void)QTest::qWaitFor([&done] { return done.has_value(); });
        return done;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void theyLieBesideTheDataset() {
        LabelStore store(path("state"));
        QVERIFY(store.file().isEmpty());
        store.open(*dataset());
        QCOMPARE(store.file(), path("d.labels.json"));
        QCOMPARE(save(store, document(20)), std::optional(true));
        QCOMPARE(endIn(store.file()), 20);
        store.close();
        QVERIFY(store.file().isEmpty());
    }

    void whatWasKeptIsFound() {
        {
            LabelStore store(path("state"));
            store.open(*dataset());
            QCOMPARE(save(store, document(20)), std::optional(true));
            store.keep(document(30));
        } // waits for what is being written
        LabelStore store(path("state"));
        QSignalSpy found(&store, &LabelStore::found);
        std::optional<KeptLabels> kept;
        connect(&store, &LabelStore::found, this, [&kept](const KeptLabels& labels) { kept = labels; });
        store.open(*dataset());
        QTRY_COMPARE(found.count(), 1);
        QVERIFY(kept->saved && *kept->saved && kept->unsaved && *kept->unsaved);
        QCOMPARE((*kept->unsaved)->annotations.sequences.front().intervals.front().end, 30);
        store.keep(std::nullopt); // nothing is unsaved
        QTRY_VERIFY(
            !QFile::exists(QString::fromStdString(autosave_file(store.file().toStdString()).string())));
    }

    void aFileThatIsPreservedIsCopiedAside() {
        LabelStore store(path("state"));
        store.open(*dataset());
        QCOMPARE(save(store, document(20)), std::optional(true));
        store.preserveSaved(true);
        QCOMPARE(save(store, document(30)), std::optional(true));
        QCOMPARE(endIn(path("d.labels.json.bak")), 20);
        QCOMPARE(save(store, document(40)), std::optional(true)); // once
        QVERIFY(!QFile::exists(path("d.labels.json.2.bak")));
        QCOMPARE(endIn(store.file()), 40);
    }

    void whatCannotBeWrittenIsSaid() {
        LabelStore store(path("state"));
        store.open(*dataset());
        QVERIFY(QDir().mkpath(store.file() + "/in the way"));
        QSignalSpy failed(&store, &LabelStore::failed);
        QCOMPARE(save(store, document(20)), std::optional(false));
        QCOMPARE(failed.count(), 1);
    }

    // What was said of one dataset's file does not count for another's.
    void answersOfAnotherDatasetDoNotCount() {
        LabelStore store(path("state"));
        QSignalSpy found(&store, &LabelStore::found);
        store.open(*dataset("d.h5"));
        bool told = false;
        store.save(document(20), [&told](bool) { told = true; });
        store.open(*dataset("e.h5"));
        QTRY_COMPARE(found.count(), 1); // of the second alone
        QTRY_COMPARE(endIn(path("d.labels.json")), 20);
        QTest::qWait(20);
        QVERIFY(!told);
    }
};

KINELENS_TEST(LabelStoreTest, event_loop);

} // namespace label_store_test
#include "label_store_test.moc"
