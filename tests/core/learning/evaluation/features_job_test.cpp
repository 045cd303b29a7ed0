#include "core/learning/evaluation/features_job.h"

#include "core/dataset/dataset_reader.h"
#include "core/results/feature_matrix.h"
#include "core/results/features_reader.h"
#include "tests/core/learning/support/small_model.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace features_job_test {

using namespace kinelens;
using namespace kinelens::learning;

class FeaturesJobTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

    static void expect_maxima(const DenseRows& dense, std::int64_t rows, const float* pooled) {
        QCOMPARE(dense.rows, rows);
        QCOMPARE(dense.width, 8);
        for (std::size_t value = 0; value < 8; ++value) {
            float most = -1e30F;
            for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row)
                most = std::max(most, dense.values[row * 8 + value]);
            QCOMPARE(pooled[value], most);
        }
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(kinelens::testing::write_small_dataset(path("d.h5"), 5).has_value());
        QVERIFY(learning::test_support::save_small_model(path("m.pt"),
                                                         DatasetReader::open(path("d.h5"))->info().layout));
    }

    // The dense rows' maxima are the pooled features; batches change nothing.
    void dense_rows_pool_to_the_instance() {
        FeaturesOptions options;
        options.dense = true;
        options.batch_size = 2;
        int told = 0;
        const auto made = compute_features(path("m.pt"), path("d.h5"), path("f.h5"), options,
                                           [&](const Event&) { ++told; }, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        QCOMPARE(made->samples, 5);
        QCOMPARE(made->dimension, 16);
        QCOMPARE(told, 4); // three batches and the file
        const auto features = read_features(path("f.h5"));
        QVERIFY2(features.has_value(), features ? "" : describe(features.error()).c_str());
        QCOMPARE(features->names.size(), std::size_t(5));
        QCOMPARE(features->names[3], std::string("sequence3"));
        QCOMPARE(features->dimension, 16);
        QCOMPARE(features->stamp.text("preprocess"), std::string("released"));
        for (std::size_t sample = 0; sample < 5; ++sample) {
            const float* instance = features->instance.data() + sample * 16;
            expect_maxima(*read_dense(path("f.h5"), DenseDomain::temporal, sample), 16, instance);
            expect_maxima(*read_dense(path("f.h5"), DenseDomain::spatial, sample), 6, instance + 8);
        }
    }

    // In evaluation mode: whoever shares a batch changes nothing.
    void projections_are_a_domain_of_their_own() {
        FeaturesOptions options;
        options.projection = true;
        const auto sink = [](const Event&) {};
        QVERIFY(compute_features(path("m.pt"), path("d.h5"), path("p5.h5"), options, sink, {}));
        options.batch_size = 1;
        QVERIFY(compute_features(path("m.pt"), path("d.h5"), path("p1.h5"), options, sink, {}));
        const auto whole = read_feature_matrix(path("p5.h5"), FeatureDomain::projection, "");
        const auto single = read_feature_matrix(path("p1.h5"), FeatureDomain::projection, "");
        QVERIFY2(whole.has_value(), whole ? "" : describe(whole.error()).c_str());
        QCOMPARE(whole->dimension, 32);
        QCOMPARE(whole->names.size(), std::size_t(5));
        const auto apart = [](const float* a, const float* b, std::size_t count) {
            float most = 0;
            for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::abs(a[i] - b[i]));
            return most;
        };
        const float* rows = whole->values.data();
        const float people = apart(rows, rows + 32, 32); // two sequences
        QVERIFY(people > 0);
        QVERIFY(apart(rows, single->values.data(), 5 * 32) < 0.01F * people);
        QCOMPARE(read_feature_matrix(path("f.h5"), FeatureDomain::projection, "").error().subject,
                 std::string("domain"));
    }

    void wrong_inputs_leave_nothing() {
        const auto sink = [](const Event&) {};
        const auto none = compute_features(path("no.pt"), path("d.h5"), path("x.h5"), {}, sink, {});
        QCOMPARE(none.error().code, ErrorCode::file_not_found);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped =
            compute_features(path("m.pt"), path("d.h5"), path("x.h5"), {}, sink, stop.get_token());
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QVERIFY(!std::filesystem::exists(path("x.h5")));
        QVERIFY(!std::filesystem::exists(temporary_name(path("x.h5"))));
        const auto over_dataset = compute_features(path("m.pt"), path("d.h5"), path("d.h5"), {}, sink, {});
        QCOMPARE(over_dataset.error().code, ErrorCode::already_exists);
    }
};

KINELENS_TEST(FeaturesJobTest, event_loop);

} // namespace features_job_test
#include "features_job_test.moc"
