#include "core/learning/pretraining/training_probe.h"

#include "core/learning/pretraining/pretrain_job.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace training_probe_test {

using namespace kinelens;
using namespace kinelens::learning;

class TrainingProbeTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const std::string& name) const { return folder_.filePath(name.c_str()).toStdString(); }

    // The events of one run with these options more.
    Result<std::vector<Event>> events_of(const std::string& run, const std::string& more,
                                         const std::string& protocol = "") {
        Experiment asked;
        asked.verb = "pretrain";
        asked.data = path("d.h5").string();
        asked.protocol = protocol;
        asked.options = R"({"hidden_size": 8, "frames": 16, "crop_frames_minimum": 8, "epochs": 3,
                            "batch_size": 8, "milestones": "", "checkpoint_every": 3)" +
                        more + "}";
        KINELENS_TRY(opened, RunFolder::create(path(run), asked));
        std::vector<Event> events;
        RunContext context(recording(opened, [&](const Event& event) { events.push_back(event); }));
        KINELENS_CHECK(run_pretraining(asked, opened, context));
        return events;
    }

    template <class Kind>
    static std::vector<Kind> all(const std::vector<Event>& events) {
        std::vector<Kind> found;
        for (const Event& event : events)
            if (const auto* one = std::get_if<Kind>(&event)) found.push_back(*one);
        return found;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(kinelens::testing::write_small_dataset(path("d.h5"), 20).has_value()); }

    // Before the first epoch, when due and after the last; and the training does not notice.
    void measures_without_changing_the_training() {
        const auto probed = events_of("probed", R"(, "probe_every": 2)");
        QVERIFY2(probed.has_value(), probed ? "" : describe(probed.error()).c_str());
        const auto measured = all<ProbeMeasured>(*probed);
        QCOMPARE(measured.size(), std::size_t(3));
        QCOMPARE(measured[0].epoch, 0);
        QCOMPARE(measured[1].epoch, 2);
        QCOMPARE(measured[2].epoch, 3);
        for (const ProbeMeasured& one : measured) {
            QCOMPARE(one.accuracies.size(), std::size_t(2));
            QCOMPARE(one.accuracies[0].name, std::string("probe_linear"));
            for (const Metric& accuracy : one.accuracies) QVERIFY(accuracy.value >= 0 && accuracy.value <= 1);
        }
        const auto plain = events_of("plain", "");
        QVERIFY(plain.has_value());
        QVERIFY(all<ProbeMeasured>(*plain).empty());
        QVERIFY(all<EpochFinished>(*plain) == all<EpochFinished>(*probed));
    }

    // Class and subject are one in this dataset, so the held-out subject's class is never learned: a probe
    // that looked at the training side would be right.
    void measures_on_the_held_out_side() {
        const auto probed = events_of("held out", R"(, "probe_every": 3)", "subjects:0");
        QVERIFY2(!probed.has_value() || all<ProbeMeasured>(*probed).back().accuracies[0].value == 0.0,
                 "the held-out class was recognised");
        const auto shared =
            events_of("shared", R"(, "probe_every": 3, "probe_protocol": "random:0.5")", "subjects:0");
        QVERIFY2(shared.has_value(), shared ? "" : describe(shared.error()).c_str());
        QVERIFY(all<ProbeMeasured>(*shared).back().accuracies[0].value > 0.0);
    }

    void several_splits_are_refused() {
        const auto refused =
            events_of("refused", R"(, "probe_every": 1, "probe_protocol": "folds:subject/2")");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalid_argument);
        QCOMPARE(refused.error().subject, std::string("probe_protocol"));
    }
};

KINELENS_TEST(TrainingProbeTest, nothing);

} // namespace training_probe_test
#include "training_probe_test.moc"
