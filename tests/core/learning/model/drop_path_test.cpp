#include "core/learning/model/dste_layer.h"
#include "core/learning/model/usdrl_model.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

namespace drop_path_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

ModelOptions small() {
    ModelOptions options;
    options.hidden = 32;
    options.gap = 4;
    return options;
}

DsteLayer golden_layer(const ModelOptions& options) {
    DsteLayer layer(options, 20);
    const auto missing = golden::fill_model(*layer, "droppath/param_listing.json");
    if (!missing.empty()) throw std::runtime_error("the layer lacks " + missing.front());
    return layer;
}

} // namespace

class DropPathTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void given_draws_give_the_reference_output() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        auto layer = golden_layer(small());
        const auto x = golden::load("droppath/x.npy");
        const auto drop = drop_factors(golden::load("droppath/uniforms.npy"), 0.1);
        QVERIFY(drop.eq(0).any().item<bool>());
        QVERIFY(golden::largest_difference(layer(x, drop), golden::load("droppath/y_train.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(layer(x, DropFactors()), golden::load("droppath/y_eval.npy")) <
                1e-5);
    }

    void both_shift_forms() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        const auto x = golden::load("droppath/x.npy");
        auto released = golden_layer(small());
        auto options = small();
        options.shift_mixes_gap = true;
        auto paper = golden_layer(options);
        const auto mixture = released->dense_shift->mixed(x);
        QVERIFY(golden::largest_difference(mixture, golden::load("droppath/F_h.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(released->dense_shift->shifted(x, mixture),
                                           golden::load("droppath/F_m_code.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(paper->dense_shift->shifted(x, mixture),
                                           golden::load("droppath/F_m_paper.npy")) < 1e-5);
    }

    void paper_switches_change_shapes_and_results() {
        auto options = small();
        options.mixing_bias = false;
        options.depthwise = true;
        options.kernel = 3;
        options.sum_branches = options.residual_context = true;
        DsteLayer layer(options, 20);
        const auto names = layer->named_parameters();
        QVERIFY(!names.contains("DSA.wt1.bias"));
        QVERIFY((names["CA.conv1.weight"].sizes() == torch::IntArrayRef{32, 1, 3}));
        QCOMPARE(layer->parts(torch::randn({3, 20, 32}), DropFactors()).share, 1.0);
        const auto y = layer->forward(torch::randn({3, 20, 32}), DropFactors());
        QVERIFY((y.sizes() == torch::IntArrayRef{3, 20, 32}));
    }

    // With every branch dropped: CA is nothing, DSA is the mean of F_m and x.
    void all_dropped() {
        DsteLayer layer(small(), 20);
        const auto x = torch::randn({3, 20, 32});
        const auto parts = layer->parts(x, torch::zeros({6, 3}));
        QCOMPARE(parts.context.abs().max().item<float>(), 0.0F);
        const auto shifted = layer->dense_shift->shifted(x, layer->dense_shift->mixed(x));
        QVERIFY(torch::allclose(parts.share * parts.branches, (shifted + x) / 2, 1e-5, 1e-6));
    }

    void initialisation_is_keyed_by_seed_and_spread_as_published() {
        ModelOptions options;
        options.hidden = 64;
        UsdrlModel one(options), same(options), other(options);
        initialise(*one, 1);
        initialise(*same, 1);
        initialise(*other, 2);
        const auto weights = [](UsdrlModel& model, const char* name) {
            return model->named_parameters()[name];
        };
        const char* linear = "backbone.t_tr.DSA.mlp.fc1.weight";
        QVERIFY(torch::equal(weights(one, linear), weights(same, linear)));
        QVERIFY(!torch::equal(weights(one, linear), weights(other, linear)));
        QVERIFY(!torch::equal(weights(one, linear), weights(one, "backbone.s_tr.DSA.mlp.fc1.weight")));
        QVERIFY(std::abs(weights(one, linear).std().item<double>() - 0.02) < 1e-3);
        QCOMPARE(weights(one, "backbone.t_tr.CA.norm1.weight").min().item<float>(), 1.0F);
        QCOMPARE(weights(one, "t_proj.0.bias").abs().max().item<float>(), 0.0F);
        QVERIFY(weights(one, "backbone.t_tr.CA.attn.in_proj_weight").abs().max().item<double>() <=
                std::sqrt(6.0 / 256));
        QVERIFY(weights(one, "backbone.t_tr.CA.conv1.bias").abs().max().item<double>() > 0.05);
    }
};

KINELENS_TEST(DropPathTest, event_loop);

} // namespace drop_path_test
#include "drop_path_test.moc"
