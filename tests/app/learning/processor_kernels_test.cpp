// On a processor newer than OpenBLAS the learning program must not multiply with the kernels of 2004.
#include "tests/support/test_program.h"

#include <QProcess>

namespace processor_kernels_test {

namespace {

// What OpenBLAS says it took, in the program as it ends up; empty where it says nothing (another BLAS).
QString kernels_of_the_program(const QString& asked_for) {
    QProcess program;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OPENBLAS_VERBOSE", "2");
    environment.remove("OPENBLAS_CORETYPE");
    if (!asked_for.isEmpty()) environment.insert("OPENBLAS_CORETYPE", asked_for);
    program.setProcessEnvironment(environment);
    program.start(KINELENS_CLI, {"probe", "--help"});
    if (!program.waitForFinished(60'000) || program.exitCode() != 0) return "the program did not run";
    QString last;
    for (const auto& line : QString::fromUtf8(program.readAllStandardError()).split('\n'))
        if (line.startsWith("Core: ")) last = line.mid(6).trimmed();
    return last;
}

} // namespace

class ProcessorKernelsTest : public QObject {
    Q_OBJECT

private slots:
    void the_kernels_fit_the_processor() {
#ifdef __x86_64__
        if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma"))
            QSKIP("a processor without AVX2: any kernels will do");
#endif
        const QString kernels = kernels_of_the_program({});
        QVERIFY2(kernels != "Prescott" && kernels != "the program did not run", qPrintable(kernels));
    }
    void a_choice_in_the_environment_stays() {
        const QString kernels = kernels_of_the_program("Prescott");
        if (kernels.isEmpty()) QSKIP("no OpenBLAS here, or not one for many processors");
        QCOMPARE(kernels, QString("Prescott"));
    }
};

KINELENS_TEST(ProcessorKernelsTest, event_loop);

} // namespace processor_kernels_test
#include "processor_kernels_test.moc"
