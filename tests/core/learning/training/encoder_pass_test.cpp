#include "core/learning/training/encoder_pass.h"

#include "core/learning/objective/objective.h"
#include "core/learning/training/model_tensors.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

namespace encoder_pass_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

ModelOptions small() {
    ModelOptions options;
    options.hidden = 16;
    options.frames = 8;
    options.bodies = 1;
    options.joints = 6;
    return options;
}

UsdrlModel model_of_seed(std::uint64_t seed) {
    UsdrlModel model(small());
    initialise(*model, seed);
    model->to(torch::kFloat64);
    model->train();
    return model;
}

// Every fifth branch of a sample dropped.
std::vector<DropFactors> draws(std::int64_t layers, std::int64_t columns) {
    auto uniforms = torch::arange(layers * 6 * columns, torch::kFloat32).remainder(5).div(5);
    return drop_factors(uniforms.view({layers, 6, columns}), 0.2).unbind(0);
}

struct Made {
    double loss = 0;
    std::vector<torch::Tensor> gradients;
    NamedTensors buffers;
};

Made collected(UsdrlModel& model, const torch::Tensor& total) {
    Made made;
    made.loss = total.item<double>();
    for (const auto& parameter : model->parameters()) made.gradients.push_back(parameter.grad().clone());
    for (const auto& item : model->named_buffers())
        made.buffers.emplace_back(item.key(), item.value().clone());
    return made;
}

} // namespace

class EncoderPassTest : public QObject {
    Q_OBJECT

    torch::Tensor views_;

    Made at_once() {
        auto model = model_of_seed(7);
        const auto total = objective(model->forward(views_, draws(4, 3 * 7)), {}).total;
        total.backward();
        return collected(model, total);
    }

    Made in_chunks(std::int64_t chunk) {
        auto model = model_of_seed(7);
        PassSetting setting;
        setting.chunk = chunk;
        EncoderPass pass(model, views_, draws(4, 3 * 7), setting);
        const auto total = objective(model->project(pass.pooled()), {}).total;
        total.backward();
        pass.backward();
        return collected(model, total);
    }

private Q_SLOTS:
    void initTestCase() {
        torch::manual_seed(11);
        views_ = torch::randn({3, 7, 8, 1, 6, 3}, torch::kFloat64);
    }

    // Gradient caching: the whole batch's loss, gradient and batch statistics, whatever the chunks.
    void chunks_change_nothing_data() {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {0, 1, 2, 3, 6, 7, 50}) QTest::addRow("%d", chunk) << chunk;
    }
    void chunks_change_nothing() {
        QFETCH(int, chunk);
        const Made whole = at_once(), parts = in_chunks(chunk);
        QVERIFY(std::abs(parts.loss / whole.loss - 1) < 1e-12);
        QCOMPARE(parts.gradients.size(), whole.gradients.size());
        for (std::size_t i = 0; i < whole.gradients.size(); ++i)
            QVERIFY(golden::largest_difference(parts.gradients[i], whole.gradients[i]) <
                    1e-10 * (1 + whole.gradients[i].abs().max().item<double>()));
        for (std::size_t i = 0; i < whole.buffers.size(); ++i)
            QVERIFY2(golden::largest_difference(parts.buffers[i].second, whole.buffers[i].second) < 1e-12,
                     whole.buffers[i].first.c_str());
    }
};

KINELENS_TEST(EncoderPassTest, event_loop);

} // namespace encoder_pass_test
#include "encoder_pass_test.moc"
