#include "core/preparation/evaluation_plan.h"

#include "core/dataset/dataset_writer.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <set>

namespace evaluation_plan_test {

using namespace kinelens;

class EvaluationPlanTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

    // 24 sequences of six subjects and three classes; every eighth has no label.
    Path dataset(const char* name, bool backwards, int classes = 3) {
        DatasetInfo info;
        info.layout = anonymous_layout(4);
        auto writer = DatasetWriter::create(path(name), info);
        for (int c = 0; c < classes; ++c) writer->class_index("class" + std::to_string(c));
        for (int step = 0; step < 24; ++step) {
            const int i = backwards ? 23 - step : step;
            SequenceInfo sequence;
            sequence.name = "s" + std::to_string(i);
            sequence.label = i % 8 == 7 || classes == 0 ? -1 : i % classes;
            sequence.subject = i % 6;
            if (!writer->append(sequence, kinelens::testing::swinging(i, 4))) qFatal("not written");
        }
        if (!writer->finish()) qFatal("not written");
        return path(name);
    }

    static std::set<std::string> names(const EvaluationPlan& plan, const std::vector<std::size_t>& places) {
        std::set<std::string> set;
        for (const std::size_t place : places) set.insert(plan.names[place]);
        return set;
    }

private slots:
    void folds_are_of_labelled_samples_by_name() {
        const auto reader = DatasetReader::open(dataset("d.h5", false));
        const auto plan = plan_evaluation(*reader, "folds:subject/3", 0);
        QVERIFY2(plan.has_value(), plan ? "" : describe(plan.error()).c_str());
        QCOMPARE(plan->names.size(), std::size_t(21));
        QVERIFY(std::is_sorted(plan->names.begin(), plan->names.end()));
        QCOMPARE(plan->folds.size(), std::size_t(3));
        QCOMPARE(plan->folds[2].protocol, std::string("folds:subject/3#2"));
        std::size_t tested = 0;
        for (const auto& fold : plan->folds) {
            tested += fold.test.size();
            QCOMPARE(fold.train.size() + fold.test.size(), std::size_t(21));
        }
        QCOMPARE(tested, std::size_t(21));
        const auto single = plan_evaluation(*reader, "subjects:0,1", 0);
        QCOMPARE(single->split_hash, split_sequences(reader->sequences(), "subjects:0,1", 0)->hash);
        QCOMPARE(plan_evaluation(*reader, "leave-subject-out", 0)->folds.size(), std::size_t(6));
    }

    void the_order_of_the_file_changes_nothing() {
        const auto one = plan_evaluation(*DatasetReader::open(dataset("a.h5", false)), "random:0.5", 3);
        const auto two = plan_evaluation(*DatasetReader::open(dataset("b.h5", true)), "random:0.5", 3);
        QCOMPARE(one->names, two->names);
        QCOMPARE(one->labels, two->labels);
        QCOMPARE(one->folds[0].train, two->folds[0].train);
        QCOMPARE(one->split_hash, two->split_hash);
        QVERIFY(one->facts == two->facts);
        const auto& train = one->folds[0].train;
        QCOMPARE(labelled_subset(*one, train, 0.3, 1, 2), labelled_subset(*two, train, 0.3, 1, 2));
        QCOMPARE(hold_out(*one, train, 0.3, 1).validation, hold_out(*two, train, 0.3, 1).validation);
    }

    void subsets_are_floored_and_differ_by_repeat() {
        const auto plan = plan_evaluation(*DatasetReader::open(dataset("d.h5", false)), "random:0.9", 0);
        const auto& train = plan->folds[0].train;
        const auto subset = labelled_subset(*plan, train, 0.3, 1, 0);
        QCOMPARE(subset.size(), train.size() * 3 / 10);
        QVERIFY(std::includes(train.begin(), train.end(), subset.begin(), subset.end()));
        QVERIFY(labelled_subset(*plan, train, 0.3, 1, 1) != subset);
        QCOMPARE(labelled_subset(*plan, train, 1, 1, 0), train);
        QVERIFY(labelled_subset(*plan, train, 0.01, 1, 0).empty());
    }

    void held_out_parts_are_of_every_class() {
        const auto plan = plan_evaluation(*DatasetReader::open(dataset("d.h5", false)), "random:0.9", 0);
        const auto& train = plan->folds[0].train;
        const auto parts = hold_out(*plan, train, 0.25, 5);
        QCOMPARE(parts.train.size() + parts.validation.size(), train.size());
        std::set<std::int32_t> held, kept;
        for (const std::size_t place : parts.validation) held.insert(plan->labels[place]);
        for (const std::size_t place : parts.train) kept.insert(plan->labels[place]);
        QCOMPARE(held.size(), std::size_t(3));
        QCOMPARE(kept.size(), std::size_t(3));
        QCOMPARE(hold_out(*plan, train, 1, 5).train.size(), std::size_t(3)); // each class keeps one
        QVERIFY(hold_out(*plan, train, 0, 5).validation.empty());
    }

    void what_cannot_be_evaluated_is_said_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("code");
        QTest::newRow("no labels") << 0 << "random:0.5"
                                   << "dataset_empty";
        QTest::newRow("one class") << 1 << "random:0.5"
                                   << "dataset_empty";
        QTest::newRow("no protocol") << 3 << ""
                                     << "argument_missing";
        QTest::newRow("unknown") << 3 << "xsub"
                                 << "invalid_argument";
        QTest::newRow("folds of letters") << 3 << "folds:subject/x"
                                          << "invalid_argument";
        QTest::newRow("one fold") << 3 << "folds:subject/1"
                                  << "invalid_argument";
        QTest::newRow("nobody left out") << 3 << "leave-camera-out"
                                         << "invalid_argument";
        QTest::newRow("all train") << 3 << "subjects:0,1,2,3,4,5"
                                   << "dataset_empty";
        QTest::newRow("more folds than subjects") << 3 << "folds:subject/9"
                                                  << "invalid_argument";
    }
    void what_cannot_be_evaluated_is_said() {
        QFETCH(int, classes);
        QFETCH(QString, protocol);
        QFETCH(QString, code);
        const auto reader = DatasetReader::open(dataset("w.h5", false, classes));
        const auto plan = plan_evaluation(*reader, protocol.toStdString(), 0);
        QVERIFY(!plan);
        QCOMPARE(std::string(error_code_name(plan.error().code)), code.toStdString());
    }
};

KINELENS_TEST(EvaluationPlanTest, nothing);

} // namespace evaluation_plan_test
#include "evaluation_plan_test.moc"
