#include "core/experiment/experiment_comparison.h"
#include "core/experiment/run_source.h"
#include "tests/support/test_program.h"

namespace experiment_comparison_test {

using namespace kinelens;

namespace {

Experiment asked(const char* options, const char* data = "/d/a.h5") {
    Experiment experiment;
    experiment.verb = "pretrain";
    experiment.data = data;
    experiment.options = options;
    return experiment;
}

} // namespace

class ExperimentComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatIsNotAlikeInAll();
    void missingOptionsHaveTheirDefault();
    void whereAndHowFastSaysNothing();
    void sourcesAreFound();
};

void ExperimentComparisonTest::tellsWhatIsNotAlikeInAll() {
    const auto found =
        differing_options({asked(R"({"epochs": 60, "learning_rate": 0.0005, "seed": 1})"),
                           asked(R"({"epochs": 60, "learning_rate": 5e-4, "seed": 1})"),
                           asked(R"({"epochs": 60, "learning_rate": 0.001, "seed": 1})", "/b.h5")});
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].what, std::string("data"));
    QCOMPARE(found[1], (DifferingOption{"learning_rate", {"5e-04", "5e-04", "0.001"}}));
    QVERIFY(differing_options({asked("{}"), asked("{}")}).empty());
    QVERIFY(differing_options({}).empty());
}

void ExperimentComparisonTest::missingOptionsHaveTheirDefault() {
    QVERIFY(differing_options({asked("{}"), asked(R"({"learning_rate": 0.0005})")}).empty());
    const auto found = differing_options({asked("{}"), asked(R"({"heads": 4, "new_option": true})")});
    QVERIFY(std::ranges::find(found, "heads", &DifferingOption::what) != found.end());
    const auto added = std::ranges::find(found, "new_option", &DifferingOption::what);
    QVERIFY(added != found.end());
    QCOMPARE(added->values, (std::vector<std::string>{"", "true"}));
}

void ExperimentComparisonTest::whereAndHowFastSaysNothing() {
    QVERIFY(differing_options(
                {asked(R"({"device": "cpu", "threads": 2})"), asked(R"({"device": "cuda", "threads": 8})")})
                .empty());
}

void ExperimentComparisonTest::sourcesAreFound() {
    Experiment features = asked("{}");
    QVERIFY(!source_of(features));
    features.command_line =
        "kinelens-cli features --checkpoint '/r/my run/checkpoints/epoch-0010.pt' --data a.h5";
    QCOMPARE(source_of(features), (RunSource{"checkpoint", "/r/my run/checkpoints/epoch-0010.pt"}));
    features.command_line = "kinelens-cli embed --features=/r/f\\ 1/features.h5";
    QCOMPARE(source_of(features), (RunSource{"features", "/r/f 1/features.h5"}));
    features.inputs["features"].file = "/r/f/features.h5"; // what was written down goes before
    QCOMPARE(source_of(features), (RunSource{"features", "/r/f/features.h5"}));
    Experiment several = asked("{}");
    several.command_line = "kinelens-cli probe --checkpoint a.pt --checkpoint b.pt";
    QVERIFY(!source_of(several));
}

KINELENS_TEST(ExperimentComparisonTest, event_loop);

} // namespace experiment_comparison_test
#include "experiment_comparison_test.moc"
