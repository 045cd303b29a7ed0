#include "core/learning/training/memory_advice.h"
#include "tests/support/test_program.h"

namespace memory_advice_test {

using namespace kinelens;
using namespace kinelens::learning;

class MemoryAdviceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_what_fits() {
        std::vector<std::int64_t> tried;
        const auto attempt = [&](std::int64_t chunk) {
            tried.push_back(chunk);
            if (chunk > 50) throw std::runtime_error("CUDA out of memory. Tried to allocate 2.00 GiB");
        };
        const Error error = memory_advice("pretrain", 356, attempt);
        QCOMPARE(error.code, ErrorCode::out_of_memory);
        QVERIFY2(error.detail.find("chunk size of 44 ") != std::string::npos, error.detail.c_str());
        QCOMPARE(tried, (std::vector<std::int64_t>{178, 89, 44}));
    }

    void nothing_fits() {
        const auto attempt = [](std::int64_t) { throw std::bad_alloc(); };
        const Error error = memory_advice("pretrain", 8, attempt);
        QVERIFY2(error.detail.find("hidden size") != std::string::npos, error.detail.c_str());
    }

    void other_failures_are_not_swallowed() {
        const auto attempt = [](std::int64_t) { throw std::runtime_error("an index is wrong"); };
        QVERIFY_EXCEPTION_THROWN(memory_advice("pretrain", 8, attempt), std::runtime_error);
    }
};

KINELENS_TEST(MemoryAdviceTest, event_loop);

} // namespace memory_advice_test
#include "memory_advice_test.moc"
