#include "core/results/ensemble.h"
#include "tests/support/test_program.h"

#include <algorithm>

namespace ensemble_test {

using namespace kinelens;

namespace {

// Two samples of two classes; the member is right about the first alone or the second alone.
EnsembleMember member(const char* name, std::vector<float> scores) {
    EnsembleMember made{name, {}};
    made.results.class_names = {"wave", "kick"};
    made.results.names = {"a", "b"};
    made.results.truth = {0, 1};
    made.results.scores = std::move(scores);
    made.results.predicted = greatest_scores(made.results.scores, 2);
    made.results.fold = {0, 0};
    made.results.fold_names = {"random:0.5"};
    made.results.stamp = {{"split_hash", "s"}, {"data_hash", "d"}, {"stream", name}};
    return made;
}

} // namespace

class EnsembleTest : public QObject {
    Q_OBJECT
private slots:
    void equal_weights_add_up_by_name() {
        auto second = member("bone", {0.6F, 0.4F, 0.1F, 0.9F});
        std::swap(second.results.names[0], second.results.names[1]); // b comes first in this file
        std::swap(second.results.truth[0], second.results.truth[1]);
        const std::vector members{member("joint", {0.9F, 0.1F, 0.3F, 0.7F}), second};
        const auto found = ensemble_of(members, {});
        QVERIFY2(found.has_value(), found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->names, (std::vector<std::string>{"a", "b"}));
        const std::vector<float> expected{0.5F, 0.5F, 0.45F, 0.55F};
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(found->scores[i] - expected[i]) < 1e-6F);
        QCOMPARE(found->stamp.text("verb"), std::string("ensemble"));
        QVERIFY(!found->stamp.contains("stream")); // in which the members differ
        QCOMPARE(found->stamp.text("data_hash"), std::string("d"));
    }

    void weights_are_divided_by_their_sum() {
        const std::vector members{member("joint", {0.9F, 0.1F, 0.8F, 0.2F}),
                                  member("bone", {0.4F, 0.6F, 0.3F, 0.7F})};
        const auto found = ensemble_of(members, {1, 3});
        QVERIFY(std::abs(found->scores[0] - 0.525F) < 1e-6F);
        QCOMPARE(found->predicted, (std::vector<std::int32_t>{0, 1}));
        const std::vector<std::vector<double>> wrong{{1}, {1, -1}, {0, 0}};
        for (const auto& weights : wrong)
            QCOMPARE(ensemble_of(members, weights).error().code, ErrorCode::invalid_argument);
    }

    void the_map_is_a_grid_of_the_simplex() {
        const std::vector members{member("a", {0.9F, 0.1F, 0.8F, 0.2F}),
                                  member("b", {0.4F, 0.6F, 0.3F, 0.7F}),
                                  member("c", {0.5F, 0.5F, 0.5F, 0.5F})};
        const auto map = weight_map(members, 0.25);
        QCOMPARE(map->accuracy.size(), std::size_t(15)); // C(6, 2)
        QCOMPARE(map->weights.size(), std::size_t(45));
        for (std::size_t i = 0; i < 15; ++i) {
            const float* row = map->weights.data() + i * 3;
            QCOMPARE(row[0] + row[1] + row[2], 1.0F);
            const auto mixed = ensemble_of(members, {row[0], row[1], row[2]});
            QCOMPARE(map->accuracy[i], static_cast<float>(figures_of(*mixed).top1));
        }
        const auto mixes = weight_mixes(*map);
        QCOMPARE(mixes.size(), std::size_t(15));
        QCOMPARE(mixes[7].weights, std::vector<float>(map->weights.begin() + 21, map->weights.begin() + 24));
        QCOMPARE(mixes[7].accuracy, map->accuracy[7]);
        QCOMPARE(weight_map(members, 0.3).error().subject, std::string("map_step")); // 1/3 was not asked for
        QCOMPARE(weight_map(members, 0.333)->accuracy.size(), std::size_t(10));
        QCOMPARE(*std::max_element(map->accuracy.begin(), map->accuracy.end()), 1.0F);
        const std::vector many(8, members[0]);
        QCOMPARE(weight_map(many, 0.01).error().code, ErrorCode::invalid_argument);
    }

    // The stream is what members are to differ in.
    void members_made_differently_are_told() {
        std::vector members{member("joint", {0.9F, 0.1F, 0.8F, 0.2F}),
                            member("bone", {0.4F, 0.6F, 0.3F, 0.7F}),
                            member("motion", {0.4F, 0.6F, 0.3F, 0.7F})};
        for (auto& one : members) {
            one.results.stamp["checkpoint_hash"] = one.name;
            one.results.stamp["verb"] = "probe";
            one.results.stamp["options"] = R"({"epochs": 160})";
        }
        QCOMPARE(differing_members(members), std::vector<std::string>{});
        members[1].results.stamp["objective"] = "contrastive";
        members[2].results.stamp["options"] = R"({"epochs": 80})";
        QCOMPARE(differing_members(members), (std::vector<std::string>{"objective", "epochs"}));
    }

    void what_does_not_belong_together_is_refused_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"alone", "names", "more", "truth", "classes", "split", "scores"})
            QTest::newRow(what) << what;
    }
    void what_does_not_belong_together_is_refused() {
        QFETCH(QString, what);
        std::vector members{member("joint", {0.9F, 0.1F, 0.8F, 0.2F}),
                            member("bone", {0.4F, 0.6F, 0.3F, 0.7F})};
        auto& other = members[1].results;
        if (what == "alone") members.pop_back();
        if (what == "names") other.names[0] = "z";
        if (what == "more") {
            other.names.emplace_back("c");
            other.truth.push_back(0);
            other.scores.insert(other.scores.end(), {1, 0});
        }
        if (what == "truth") other.truth[0] = 1;
        if (what == "classes") other.class_names[0] = "bow";
        if (what == "split") other.stamp["split_hash"] = "t";
        if (what == "scores") other.scores.clear();
        const auto found = ensemble_of(members, {});
        QVERIFY(!found);
        if (what != "alone") {
            QCOMPARE(found.error().code, ErrorCode::invalid_argument);
            QCOMPARE(found.error().subject, std::string("bone"));
        }
    }
};

KINELENS_TEST(EnsembleTest, nothing);

} // namespace ensemble_test
#include "ensemble_test.moc"
