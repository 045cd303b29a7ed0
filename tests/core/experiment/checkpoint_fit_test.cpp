#include "core/experiment/checkpoint_fit.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace checkpoint_fit_test {

using namespace kinelens;

namespace {

CheckpointInfo trained(const char* verb, const char* layout) {
    CheckpointInfo info;
    info.file = "epoch-0001.pt";
    info.verb = verb;
    info.layout = *built_in_layout(layout);
    return info;
}

DatasetInfo of(const SkeletonLayout& layout) {
    DatasetInfo info;
    info.name = "d";
    info.layout = layout;
    return info;
}

} // namespace

class CheckpointFitTest : public QObject {
    Q_OBJECT
private slots:
    void encodersTakeJointsAsTheyAre() {
        const CheckpointInfo encoder = trained("pretrain", "ntu25");
        const auto fits = [&](int joints) {
            return check_checkpoint(encoder, of(anonymous_layout(joints)), "d.h5", CheckpointUse::encode);
        };
        QVERIFY(fits(25));
        const auto other = fits(22);
        QVERIFY(!other);
        QVERIFY(other.error().code == ErrorCode::joint_count_wrong);
        QCOMPARE(other.error().subject, std::string("d.h5"));
        QCOMPARE(other.error().detail, std::string("22 joints, the checkpoint was trained on 25"));
    }

    void detectorsMatchJointsByName() {
        const CheckpointInfo detector = trained("detect-train", "ntu25");
        QVERIFY(check_checkpoint(detector, of(*built_in_layout("ntu25")), "d.h5", CheckpointUse::detect));
        QVERIFY(!check_checkpoint(detector, of(anonymous_layout(4)), "d.h5", CheckpointUse::detect));
        QVERIFY(!check_checkpoint(detector, of(anonymous_layout(4)), "d.h5", CheckpointUse::begin_detector));
        const auto encoder = check_checkpoint(trained("pretrain", "ntu25"), of(*built_in_layout("ntu25")),
                                              "d.h5", CheckpointUse::detect);
        QVERIFY(!encoder);
        QVERIFY(encoder.error().code == ErrorCode::checkpoint_mismatch);
    }

    void filesAreToldByTheirSidecars() {
        const QTemporaryDir folder;
        const std::string weights = folder.filePath("epoch-0001.pt").toStdString();
        const DatasetInfo data = of(anonymous_layout(22));
        QVERIFY(!read_checkpoint_info(weights));
        QVERIFY(
            check_checkpoints({weights}, data, "d.h5", CheckpointUse::encode)); // whoever loads it says so
        QVERIFY(write_file_atomically(checkpoint_sidecar(weights),
                                      checkpoint_info_to_json(trained("pretrain", "ntu25"))));
        QVERIFY(read_checkpoint_info(weights));
        QVERIFY(!check_checkpoints({weights}, data, "d.h5", CheckpointUse::encode));
    }
};

KINELENS_TEST(CheckpointFitTest, nothing);

} // namespace checkpoint_fit_test
#include "checkpoint_fit_test.moc"
