#include "core/learning/detection/dense_head.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

namespace dense_head_test {

using namespace kinelens::learning;

class DenseHeadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void golden_logits() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        const DenseFeatures encoded{golden::load("dste_h64/eval/y_t.npy"),
                                    golden::load("dste_h64/eval/y_s.npy")};
        QVERIFY(golden::largest_difference(tokens_over_time(encoded.spatial, 64),
                                           golden::load("dense_head/y_s_to_64.npy")) < 1e-6);
        Linear head(128, 52);
        {
            const torch::NoGradGuard no_grad;
            head->weight.copy_(golden::load("dense_head/fc_w.npy"));
            head->bias.copy_(golden::load("dense_head/fc_b.npy"));
        }
        const torch::NoGradGuard no_grad;
        const auto logits = dense_logits(encoded, head);
        QVERIFY(golden::largest_difference(logits, golden::load("dense_head/logits.npy")) < 1e-5);
        QVERIFY(golden::largest_difference(torch::softmax(logits, 2),
                                           golden::load("dense_head/softmax.npy")) < 1e-6);
    }
};

KINELENS_TEST(DenseHeadTest, event_loop);

} // namespace dense_head_test
#include "dense_head_test.moc"
