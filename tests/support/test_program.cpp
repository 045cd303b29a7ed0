#include "tests/support/test_program.h"

#include <QFileInfo>
#include <cstdio>
#include <vector>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

namespace kinelens::testing {
namespace {

std::vector<TestClass>& test_classes() {
    static std::vector<TestClass> classes;
    return classes;
}

QString name_of(const TestClass& test) {
    return QFileInfo(QString::fromUtf8(test.file)).completeBaseName();
}

std::unique_ptr<QCoreApplication> application_for(Needs needs, int& count, char** arguments) {
    if (needs == Needs::nothing) return nullptr;
#ifdef QT_WIDGETS_LIB
    if (needs == Needs::widgets) return std::make_unique<QApplication>(count, arguments);
#endif
    return std::make_unique<QCoreApplication>(count, arguments);
}

} // namespace

bool add_test_class(TestClass test) {
    test_classes().push_back(std::move(test));
    return true;
}

} // namespace kinelens::testing

int main(int count, char** arguments) {
    using namespace kinelens::testing;
    const QString wanted = QString::fromLocal8Bit(count > 1 ? arguments[1] : "");
    for (const TestClass& test : test_classes()) {
        if (name_of(test) != wanted) continue;
        for (int i = 2; i < count; ++i) arguments[i - 1] = arguments[i];
        arguments[--count] = nullptr;
        QStringList words;
        for (int i = 0; i < count; ++i) words << QString::fromLocal8Bit(arguments[i]);
        const auto application = application_for(test.needs, count, arguments);
        return test.run(words);
    }
    std::fprintf(stderr, "Name the tests to run, then functions of theirs:\n");
    for (const TestClass& test : test_classes()) std::fprintf(stderr, "  %s\n", qPrintable(name_of(test)));
    return 2;
}
