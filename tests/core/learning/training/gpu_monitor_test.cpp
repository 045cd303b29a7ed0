// Against a management library of our own making (fake_nvml.cpp).
#include "core/learning/training/gpu_monitor.h"
#include "tests/support/test_program.h"

namespace gpu_monitor_test {

using namespace kinelens::learning;

class GpuMonitorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tells_what_the_library_tells() {
        const auto monitor = GpuMonitor::open("00000000:01:00.0", KINELENS_FAKE_NVML);
        QVERIFY(monitor.has_value());
        const auto usage = monitor->read();
        QVERIFY(usage.has_value());
        QCOMPARE(usage->utilisation, 0.93);
        QCOMPARE(usage->memory_megabytes, 41'000.0);
        QCOMPARE(usage->memory_total, 80'000.0);
    }

    void another_gpu_is_not_there() { QVERIFY(!GpuMonitor::open("00000000:02:00.0", KINELENS_FAKE_NVML)); }

    void without_the_library_there_is_nothing() {
        QVERIFY(!GpuMonitor::open("00000000:01:00.0", "libno-such-library.so.1"));
        QVERIFY(!GpuMonitor::open("00000000:01:00.0", "libz.so.1")); // a library, but another
    }
};

KINELENS_TEST(GpuMonitorTest, event_loop);

} // namespace gpu_monitor_test
#include "gpu_monitor_test.moc"
