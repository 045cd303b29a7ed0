#include "core/preparation/protocol_fit.h"
#include "tests/support/test_program.h"

namespace protocol_fit_test {

using namespace kinelens;

namespace {

struct Tables {
    DatasetInfo info;
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals;

    // `subjects` of two classes each.
    explicit Tables(int subjects) {
        info.name = "d";
        info.class_names = {"wave", "bow"};
        info.layout = *built_in_layout("ntu25");
        for (int i = 0; i < 4 * subjects; ++i) {
            SequenceInfo one;
            one.name = "recording" + std::to_string(i);
            one.length = 40;
            one.label = i % 2;
            one.subject = 1 + i / 4;
            sequences.push_back(one);
        }
    }
    DividedData data() const { return {info, sequences, intervals, "d.h5"}; }
    Result<Division> divided(const char* protocol, LearnsFrom from) const {
        return divide(data(), protocol, 0, from);
    }
};

std::string reason(const Result<Division>& division) {
    return division ? std::string() : division.error().subject + ": " + division.error().detail;
}

} // namespace

class ProtocolFitTest : public QObject {
    Q_OBJECT
private slots:
    void theSmallestSidesAreCounted() {
        const Tables six(6);
        const auto division = six.divided("folds:subject/4", LearnsFrom::classes);
        QVERIFY2(division, reason(division).c_str());
        QCOMPARE(division->splits, 4);
        QCOMPARE(division->least_train, 16); // without two of six subjects
        QCOMPARE(division->least_test, 4);
        QVERIFY(!check_label_fraction(0.01, *division));
        QVERIFY(check_label_fraction(0.1, *division));
    }

    void aSingleSubjectCannotBeDivided() {
        const Tables one(1);
        QCOMPARE(reason(one.divided("folds:subject/4", LearnsFrom::classes)),
                 std::string("folds:subject/4: 4 folds, but the sequences are of 1 subject"));
        QVERIFY(!one.divided("leave-subject-out", LearnsFrom::classes));
        QVERIFY(one.divided("random:0.5", LearnsFrom::classes));
    }

    void classesAndIntervalsAreNeededWhereTheyAreLearned() {
        Tables data(6);
        QCOMPARE(reason(data.divided("folds:subject/4", LearnsFrom::intervals)),
                 std::string("d.h5: no recording has a labelled interval to learn from"));
        for (int i = 0; i < 16; ++i) data.intervals.push_back({i, 0, 0, 10, 1, "truth"});
        QCOMPARE(reason(data.divided("leave-subject-out", LearnsFrom::intervals)),
                 std::string("leave-subject-out#5: no labelled interval is on the test side"));
        data.intervals.assign(1, {0, 0, 0, 10, 1, "prediction"});
        QVERIFY(!data.divided("random:0.5", LearnsFrom::intervals));
        for (SequenceInfo& one : data.sequences) one.label = -1;
        QVERIFY(
            reason(data.divided("folds:subject/4", LearnsFrom::classes)).starts_with("d.h5: no sequence"));
        QVERIFY(data.divided("", LearnsFrom::sequences));
    }

    void onlyOneSplitIsPretrainedOn() {
        const Tables data(6);
        const auto several = data.divided("folds:subject/4", LearnsFrom::sequences);
        QCOMPARE(reason(several), std::string("folds:subject/4: it means 4 splits; name one, as "
                                              "folds:subject/4#0"));
        QVERIFY(data.divided("folds:subject/4#0", LearnsFrom::sequences));
        QVERIFY(!data.divided("cameras:1", LearnsFrom::sequences)); // nobody is on the training side
    }

    void publishedProtocolsAreOfTheirOwnRecordings() {
        Tables data(6);
        const auto offered = [&](const char* protocol) {
            return offered_protocol(data.data(), protocol, 0, LearnsFrom::sequences);
        };
        QVERIFY(offered("ntu60-xsub").foreign && !offered("ntu60-xsub").fits());
        QVERIFY(!offered("random:0.8").foreign);
        data.info.class_names = {"drink water", "eat meal"};
        std::string other = "juggle";
        for (std::size_t i = 0; i < data.sequences.size(); ++i) {
            char name[32];
            std::snprintf(name, sizeof name, "S001C001P%03dR001A%03d", data.sequences[i].subject,
                          data.sequences[i].label + 1);
            data.sequences[i].name = name;
        }
        std::swap(data.info.class_names[0], other);
        QVERIFY(!offered("ntu60-xsub").foreign && !offered("ntu60-xsub").share); // named alike, no part of it
        std::swap(data.info.class_names[0], other);
        const auto part = offered("ntu60-xsub");
        QVERIFY(part.fits() && part.share && !part.share->whole());
        QCOMPARE(part.share->here, 24);
        QCOMPARE(part.share->all, 56'578);
        QVERIFY(offered("pku-xsub").foreign);
    }

    void actionsOfARecordingCountOnce() {
        Tables data(1);
        data.sequences.resize(3);
        data.sequences[0].name = "0002-L#1";
        data.sequences[1].name = "0002-L#2";
        data.sequences[2].name = "0003-M#1";
        const auto share = published_share(data.info, data.sequences, "pku-xsub");
        QVERIFY(share && !share->whole());
        QCOMPARE(share->dataset, std::string("PKU-MMD I"));
        QCOMPARE(share->here, 2);
        QCOMPARE(share->all, 1'076);
        data.sequences[2].name = "A01N02-L";
        QVERIFY(!published_share(data.info, data.sequences, "pku-xsub")); // of both phases
    }
};

KINELENS_TEST(ProtocolFitTest, nothing);

} // namespace protocol_fit_test
#include "protocol_fit_test.moc"
