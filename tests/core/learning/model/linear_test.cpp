// Our matrix products against torch's own, with gradients.
#include "core/learning/model/linear.h"

#include "core/learning/model/attention.h"
#include "core/learning/model/sample_rows.h"
#include "core/learning/model/sparse_gradient.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

#include <torch/nn/modules/activation.h>

namespace linear_test {

using namespace kinelens::learning;

namespace {

torch::Tensor variable(torch::IntArrayRef sizes) {
    return torch::randn(sizes).requires_grad_();
}

template <class Ours, class Theirs>
void same(const std::vector<torch::Tensor>& inputs, const Ours& ours, const Theirs& theirs) {
    const auto weighted = [](const torch::Tensor& y) {
        return (y * torch::arange(y.numel()).view(y.sizes())).sum();
    };
    std::vector<torch::Tensor> gradients;
    const auto y = theirs();
    weighted(y).backward();
    for (auto input : inputs) {
        gradients.push_back(input.grad().clone());
        input.mutable_grad().reset();
    }
    const auto mine = ours();
    QVERIFY(golden::relative_difference(mine, y) < 1e-5);
    weighted(mine).backward();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        QVERIFY(golden::relative_difference(inputs[i].grad(), gradients[i]) < 1e-5);
        torch::Tensor(inputs[i]).mutable_grad().reset();
    }
}

} // namespace

class LinearTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { torch::manual_seed(5); }

    void linear_is_torchs() {
        TurnedWeight turned;
        for (const std::int64_t rows : {1, 7, 900}) {
            const auto x = variable({2, rows, 12}), w = variable({20, 12}), b = variable({20});
            same(
                {x, w, b}, [&] { return linear(x, w, b, turned); }, [&] { return torch::linear(x, w, b); });
            same(
                {x, w}, [&] { return linear(x, w, {}, turned); }, [&] { return torch::linear(x, w); });
            const torch::NoGradGuard no_grad;
            QVERIFY(golden::relative_difference(linear(x, w, b, turned), torch::linear(x, w, b)) < 1e-5);
        }
    }

    // Behind a maximum the gradient has few numbers; the products with it are the same.
    void gradients_of_a_maximum() {
        TurnedWeight turned;
        for (const std::int64_t tokens : {1, 20, 200}) {
            const auto x = variable({3, tokens, 12}), w = variable({20, 12}), b = variable({20});
            same(
                {x, w, b}, [&] { return linear(x, w, b, turned).amax(1); },
                [&] { return torch::linear(x, w, b).amax(1); });
        }
    }

    void sparse_gradients_are_recognised() {
        auto rows = torch::zeros({64, 50});
        QVERIFY(SparseGradient::of(rows).has_value());
        rows.slice(0, 0, 64, 2).slice(1, 0, 50, 25).fill_(1.5); // two in every other row: 1 in 50
        const auto b = torch::randn({50, 7}), c = torch::randn({64, 7});
        const auto sparse = SparseGradient::of(rows);
        QVERIFY(sparse.has_value());
        QVERIFY(golden::relative_difference(sparse->times(b), rows.mm(b)) < 1e-6);
        QVERIFY(golden::relative_difference(sparse->turned_times(c), rows.t().mm(c)) < 1e-6);
        QVERIFY(!SparseGradient::of(torch::ones({64, 50})));
        QVERIFY(!SparseGradient::of(torch::eye(20)));
        QVERIFY(!SparseGradient::of(torch::zeros({0, 5})));
    }

    void turned_weights_follow_their_weight() {
        const torch::NoGradGuard no_grad;
        TurnedWeight turned;
        auto w = torch::randn({6, 4});
        const auto x = torch::randn({3, 4});
        linear(x, w, {}, turned);
        w.mul_(2);
        QVERIFY(torch::allclose(linear(x, w, {}, turned), torch::linear(x, w)));
        w = torch::randn({6, 4});
        QVERIFY(torch::allclose(linear(x, w, {}, turned), torch::linear(x, w), 1e-4, 1e-5));
    }

    void nothing_in_nothing_out() {
        TurnedWeight turned;
        const auto w = variable({6, 4});
        QCOMPARE(linear(torch::zeros({0, 3, 4}), w, {}, turned).size(2), 6);
    }

    void batched_products_are_torchs() {
        const auto a = variable({5, 3, 8}), b = variable({5, 8, 4}), c = variable({5, 4, 8});
        same(
            {a, b}, [&] { return batched_product(a, b, false); }, [&] { return torch::bmm(a, b); });
        same(
            {a, c}, [&] { return batched_product(a, c, true); },
            [&] { return torch::bmm(a, c.transpose(1, 2)); });
        const auto wide = variable({5, 3, 24}), one = variable({3, 3});
        same(
            {wide, c}, [&] { return batched_product(wide.narrow(2, 8, 8), c, true); },
            [&] { return torch::bmm(wide.narrow(2, 8, 8), c.transpose(1, 2)); });
        same(
            {one, a},
            [&] {
                return batched_product(one.expand({5, 3, 3}), a, false);
            },
            [&] {
                return torch::bmm(one.expand({5, 3, 3}), a);
            });
    }

    // Torch's own attention, by four maps (several heads) and by joined ones (one head).
    void attention_is_torchs_data() {
        QTest::addColumn<int>("heads");
        for (const int heads : {1, 2, 5}) QTest::addRow("%d", heads) << heads;
    }
    void attention_is_torchs() {
        QFETCH(int, heads);
        const std::int64_t width = 10;
        for (const std::int64_t length : {2, 9}) { // fewer rows than a width, and more
            Attention ours(width, heads);
            torch::nn::MultiheadAttention theirs(torch::nn::MultiheadAttentionOptions(width, heads));
            ours->to(torch::kFloat64);
            theirs->to(torch::kFloat64);
            const torch::NoGradGuard filling;
            for (const auto& item : ours->named_parameters()) {
                item.value().normal_();
                theirs->named_parameters()[item.key()].copy_(item.value());
            }
            for (const bool graph : {false, true}) {
                const torch::AutoGradMode mode(graph);
                const auto u = torch::randn({3, length, width}, torch::kFloat64);
                const auto turned = u.transpose(0, 1);
                const auto expected = std::get<0>(theirs->forward(turned, turned, turned)).transpose(0, 1);
                QVERIFY(golden::relative_difference(ours->forward(u), expected) < 1e-12);
            }
        }
    }

    void kept_maps_follow_their_weights() {
        const torch::NoGradGuard no_grad;
        Attention attention(6, 1);
        const auto u = torch::randn({2, 3, 6});
        for (const auto& parameter : attention->parameters()) parameter.normal_();
        const auto before = attention->forward(u);
        QVERIFY(torch::equal(attention->forward(u), before));
        attention->named_parameters()["out_proj.bias"].add_(1);
        QVERIFY(torch::allclose(attention->forward(u), before + 1, 1e-4, 1e-5));
    }

    void samples_are_picked_and_added() {
        const auto index = torch::tensor({0, 2, 3}, torch::kInt64),
                   position = torch::tensor({0, -1, 1, 2, -1}, torch::kInt64);
        const auto batch = variable({5, 2, 3}), branch = variable({3, 2, 3});
        same(
            {batch}, [&] { return pick_samples(batch, index, position); },
            [&] { return batch.index_select(0, index); });
        same(
            {batch, branch}, [&] { return add_samples(batch, branch, index, position, 1.25); },
            [&] { return batch.index_add(0, index, branch, 1.25); });
        same(
            {branch}, [&] { return spread_samples(branch, index, position, 1.25); },
            [&] {
                return torch::zeros({5, 2, 3}).index_add(0, index, branch, 1.25);
            });
    }
};

KINELENS_TEST(LinearTest, event_loop);

} // namespace linear_test
#include "linear_test.moc"
