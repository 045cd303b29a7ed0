#include "core/learning/model/dste.h"
#include "core/learning/objective/objective.h"
#include "core/learning/training/adam.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

#include <sstream>

namespace golden_model_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

UsdrlModel filled_model(bool sttr) {
    ModelOptions options;
    options.hidden = 64;
    options.sttr = sttr;
    UsdrlModel model(options);
    const Path set = sttr ? "sttr_h64" : "dste_h64";
    const auto missing = golden::fill_model(*model, set / "param_listing.json");
    if (!missing.empty()) throw std::runtime_error("the model lacks " + missing.front());
    // The sine of other versions of LibTorch differs in the last bit.
    model->named_buffers()["backbone.tpe.pe"].copy_(golden::load(set / "params/backbone.tpe.pe.npy"));
    return model;
}

torch::Tensor four_views(const Path& set) {
    std::vector<torch::Tensor> views;
    for (int k = 0; k < 4; ++k) views.push_back(golden::clips(set / ("view" + std::to_string(k) + ".npy")));
    return torch::stack(views);
}

ObjectiveOptions published() {
    ObjectiveOptions options;
    options.standardise_epsilon = 0;
    return options;
}

// Biases whose gradient is zero in exact arithmetic: the loss is shift-invariant and BatchNorm follows.
bool is_noise(const std::string& name) {
    const bool projector =
        name.find("_proj.") != std::string::npos &&
        (name.ends_with(".0.bias") || name.ends_with(".3.bias") || name.ends_with(".6.bias"));
    const bool last =
        (name.find("t_tr1.") != std::string::npos || name.find("s_tr1.") != std::string::npos) &&
        name.ends_with("mlp.fc2.bias");
    return projector || last || name.ends_with("layers.1.norm2.bias");
}

} // namespace

class GoldenModelTest : public QObject {
    Q_OBJECT

    static void rows() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        QTest::addColumn<bool>("sttr");
        QTest::newRow("dste_h64") << false;
        QTest::newRow("sttr_h64") << true;
    }

private Q_SLOTS:
    void tokens() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        const auto clips = golden::clips("dste_h64/view0.npy");
        QVERIFY(torch::equal(temporal_tokens(clips), golden::load("dste_h64/view0_joint_xt.npy")));
        QVERIFY(torch::equal(spatial_tokens(clips), golden::load("dste_h64/view0_joint_xs.npy")));
    }

    void inside_dste() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        auto model = filled_model(false);
        model->eval();
        const auto trace = dynamic_cast<Dste&>(model->encoder()).trace(golden::clips("dste_h64/view0.npy"));
        const auto expect = [](const torch::Tensor& ours, const std::string& name) {
            const auto theirs = golden::load(Path("dste_h64/eval/inter") / (name + ".npy"));
            const double difference = golden::largest_difference(ours, theirs);
            QVERIFY2(difference < 1e-5, (name + " differs by " + std::to_string(difference)).c_str());
        };
        expect(trace.embedded.temporal, "F_t");
        expect(trace.embedded.spatial, "F_s");
        for (std::size_t layer = 0; layer < 2; ++layer) {
            const std::string end = layer == 0 ? "" : "1";
            expect(trace.temporal[layer].context, "t_tr" + end + ".CA");
            expect(trace.temporal[layer].dense_shift, "t_tr" + end + ".DSA");
            expect(trace.temporal[layer].combined, "t_tr" + end);
            expect(trace.spatial[layer].context, "s_tr" + end + ".CA");
            expect(trace.spatial[layer].dense_shift, "s_tr" + end + ".DSA");
            expect(trace.spatial[layer].combined, "s_tr" + end);
        }
    }

    void evaluation_data() { rows(); }
    void evaluation() {
        QFETCH(bool, sttr);
        const Path set = QTest::currentDataTag();
        auto model = filled_model(sttr);
        model->eval();
        const auto clips = golden::clips(set / "view0.npy");
        const auto dense = model->encoder().forward(clips, {});
        QVERIFY(golden::largest_difference(dense.temporal, golden::load(set / "eval/y_t.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(dense.spatial, golden::load(set / "eval/y_s.npy")) < 1e-5);
        const auto projections = model->forward(clips.unsqueeze(0), {});
        QVERIFY(golden::largest_difference(projections[0][0], golden::load(set / "eval/z_t.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(projections[1][0], golden::load(set / "eval/z_s.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(projections[2][0], golden::load(set / "eval/z_i.npy")) < 1e-5);
    }

    void training_losses_and_gradients_data() { rows(); }
    void training_losses_and_gradients() {
        QFETCH(bool, sttr);
        const Path set = QTest::currentDataTag();
        auto model = filled_model(sttr);
        model->to(torch::kFloat64);
        const auto projections = model->forward(four_views(set).to(torch::kFloat64), {});
        for (int k = 0; k < 4; ++k) {
            const auto name = "train64/z_t" + std::to_string(k) + ".npy";
            const double difference =
                golden::relative_difference(projections[0][k], golden::load(set / name));
            QVERIFY2(difference < 1e-9, std::to_string(-std::log10(difference)).c_str());
        }
        const auto losses = objective(projections, published());
        // sim sim_i sim_s sim_t total vac … xcorr …
        const auto expected = golden::load(set / "train64/loss_values.npy");
        const auto sum = [&](Term term) {
            return (losses.parts[term][0] + losses.parts[term][1] + losses.parts[term][2]).item<double>();
        };
        const auto close = [](double ours, const torch::Tensor& theirs) {
            return std::abs(ours / theirs.item<double>() - 1) < 1e-9;
        };
        QVERIFY(close(sum(similarity) / 5, expected[0]));
        QVERIFY(close(losses.total.item<double>(), expected[4]));
        QVERIFY(close(sum(variance) + sum(covariance), expected[5]));
        QVERIFY(close((sum(invariance) + sum(cross_correlation)) * 1e3, expected[9]));

        losses.total.backward();
        int compared = 0;
        for (const auto& item : model->named_parameters()) {
            const Path file = set / "train64/grad" / (item.key() + ".npy");
            if (is_noise(item.key())) continue;
            const double difference = golden::relative_difference(item.value().grad(), golden::load(file));
            QVERIFY2(difference < 1e-8, (item.key() + " " + std::to_string(difference)).c_str());
            ++compared;
        }
        QVERIFY(compared > (sttr ? 70 : 120));
        for (const auto& item : model->named_buffers()) {
            const Path file = set / "train64/bn_after" / (item.key() + ".npy");
            if (!std::filesystem::exists(golden::folder() / file)) continue;
            QVERIFY2(golden::relative_difference(item.value(), golden::load(file)) < 1e-5,
                     item.key().c_str());
        }
    }

    void float32_is_close_data() { rows(); }
    void float32_is_close() {
        QFETCH(bool, sttr);
        const Path set = QTest::currentDataTag();
        auto model = filled_model(sttr);
        const auto losses = objective(model->forward(four_views(set), {}), published());
        const auto expected = golden::load(set / "train64/loss_values.npy")[4].item<double>();
        QVERIFY(std::abs(losses.total.item<double>() / expected - 1) < 1e-4);
        losses.total.backward();
        for (const auto& item : model->named_parameters()) {
            if (is_noise(item.key())) continue;
            const auto theirs = golden::load(set / "train64/grad" / (item.key() + ".npy"));
            QVERIFY2(golden::relative_difference(item.value().grad(), theirs) < 1e-4, item.key().c_str());
        }
    }

    void three_adam_steps_data() { rows(); }
    void three_adam_steps() {
        QFETCH(bool, sttr);
        const Path set = QTest::currentDataTag();
        auto model = filled_model(sttr);
        model->to(torch::kFloat64);
        Adam adam(*model, 1e-5);
        const auto views = four_views(set).to(torch::kFloat64);
        const auto expected = golden::load(set / "adam/losses.npy");
        for (int step = 0; step < 4; ++step) {
            adam.clear_gradients();
            const auto total = objective(model->forward(views, {}), published()).total;
            QVERIFY(std::abs(total.item<double>() / expected[step].item<double>() - 1) < 1e-8);
            if (step == 3) break;
            total.backward();
            adam.step(5e-4);
        }
        std::istringstream norms(golden::text_of(golden::folder() / set / "adam/param_norms.tsv"));
        std::string name;
        double norm = 0;
        const auto parameters = model->named_parameters();
        int compared = 0;
        while (norms >> name >> norm) {
            const auto* parameter = parameters.find(name);
            if (!parameter || is_noise(name)) continue;
            QVERIFY2(std::abs(parameter->norm().item<double>() / norm - 1) < 1e-7, name.c_str());
            ++compared;
        }
        QVERIFY(compared > (sttr ? 70 : 120));
    }
};

KINELENS_TEST(GoldenModelTest, event_loop);

} // namespace golden_model_test
#include "golden_model_test.moc"
