// kinelens-tour: drives the window of `kinelens` from outside, opened by the same arguments. --capture saves
// pictures of all panels when everything runs (packaging/run.sh without a display), --bench measures
// (`kinelens-cli bench desktop`).
#include "app/desktop/workbench.h"
#include "tests/benchmarks/tour/capture_tour.h"
#include "tests/benchmarks/tour/desktop_bench.h"
#include "ui/messages/language.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace kinelens;

namespace {

struct Asked {
    Arguments window;
    QString capture; // folder for pictures
    QString bench;   // file for measurements
    bool benchStart = false;
};

Asked readAsked(const QCoreApplication& application) {
    QCommandLineParser parser;
    describeArguments(parser);
    parser.addOptions({{"capture", "When everything runs, save pictures of all panels there and quit", "DIR"},
                       {"bench", "Measure the window, write the numbers there and quit", "FILE"},
                       {"bench-start", "Measure the start alone"}});
    parser.process(application);
    Asked asked{argumentsOf(parser), parser.value("capture"), parser.value("bench"),
                parser.isSet("bench-start")};
    if (asked.capture.isEmpty() == asked.bench.isEmpty())
        refuse(QStringLiteral("either --capture or --bench says what to do with the window."));
    return asked;
}

tour::Awaited awaitedOf(const Arguments& arguments) {
    if (arguments.demo) return tour::Awaited::training;
    return arguments.files.isEmpty() ? tour::Awaited::nothing : tour::Awaited::opened;
}

// The task begins before the window is shown: the first picture is a part of it.
template <class Task>
int run(Task& task, Workbench& workbench, const Arguments& arguments) {
    QObject::connect(&task, &Task::finished, qApp, &QApplication::exit, Qt::QueuedConnection);
    task.start();
    workbench.show(arguments);
    return QApplication::exec();
}

} // namespace

int main(int count, char** words) {
    prepareApplication();
    QApplication application(count, words);
    const Asked asked = readAsked(application);
    ui::useLanguage(application, asked.window.language);
    Workbench workbench(application, asked.window);
    if (!asked.capture.isEmpty()) {
        tour::CaptureTour pictures(workbench, asked.capture, awaitedOf(asked.window));
        return run(pictures, workbench, asked.window);
    }
    tour::DesktopBench bench(workbench.window, asked.bench, asked.benchStart);
    return run(bench, workbench, asked.window);
}
