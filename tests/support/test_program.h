// Tests of one folder are one program. KINELENS_TEST names a class of tests at the end of its file, and what
// it runs in; CTest starts the program once a class: `core_experiment_tests run_standing_test [FUNCTION...]`.
#pragma once

#include <QtTest>
#include <functional>

namespace kinelens::testing {

// What a class of tests needs: nothing of Qt's, an event loop, or widgets.
enum class Needs { nothing, event_loop, widgets };

struct TestClass {
    const char* file = ""; // its name without ".cpp" is what the class is called by
    Needs needs = Needs::nothing;
    std::function<int(const QStringList& arguments)> run;
};

// For KINELENS_TEST: remembers a class before main() begins.
bool add_test_class(TestClass test);

} // namespace kinelens::testing

#define KINELENS_TEST(Class, needed)                                                                         \
    static const bool Class##_is_known = ::kinelens::testing::add_test_class(                                \
        {__FILE__, ::kinelens::testing::Needs::needed, [](const QStringList& arguments) {                    \
             QTest::setMainSourcePath(__FILE__, QT_TESTCASE_BUILDDIR);                                       \
             Class test;                                                                                     \
             return QTest::qExec(&test, arguments);                                                          \
         }})
