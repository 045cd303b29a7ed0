// walk --seed N --seconds S --pictures DIR [--language de] [--program kinelens-cli] [--open FILE]...
// Walks through the window at random while a training runs; packaging/walk.sh calls it. Prints its faults and
// ends with 1 if there are any.
#include "tests/ui/walk/walker.h"
#include "ui/messages/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QScreen>
#include <QSurfaceFormat>
#include <QTemporaryDir>
#include <csignal>
#include <cstdio>
#include <execinfo.h>
#include <unistd.h>

using namespace kinelens;

namespace {

// Where the program fell, as names that `c++filt` makes readable; then it falls as it would have.
void tellWhere(int signal) {
    void* frames[64];
    ::backtrace_symbols_fd(frames, ::backtrace(frames, 64), STDERR_FILENO);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

struct Wanted {
    quint32 seed;
    int seconds;
    QString language;
    walk::Places places;
};

Wanted readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"seed", "Which walk", "N", "1"},
                       {"seconds", "For how long", "S", "90"},
                       {"pictures", "Where pictures of faults go", "DIR", "."},
                       {"language", "Of the window", "LANGUAGE", "en"},
                       {"program", "kinelens-cli", "FILE", KINELENS_BINARY_FOLDER "/bin/kinelens-cli"},
                       {"open", "To open or import now and then", "FILE"}});
    parser.process(application);
    Wanted wanted{
        parser.value("seed").toUInt(), parser.value("seconds").toInt(), parser.value("language"), {}};
    wanted.places.program = parser.value("program");
    wanted.places.pictures = parser.value("pictures");
    wanted.places.files = parser.values("open");
    return wanted;
}

int run(const Wanted& wanted) {
    QElapsedTimer clock;
    walk::Walker walker(wanted.places, wanted.seed, ui::ThemeChoice::light);
    if (!walker.begin()) {
        std::printf("the demo's training does not start\n");
        return 1;
    }
    clock.start();
    while (clock.elapsed() < wanted.seconds * 1000 && walker.faults().isEmpty()) walker.step();
    walker.end();
    for (const QString& fault : walker.faults()) std::printf("%s\n", qPrintable(fault));
    const QSize screen = QGuiApplication::primaryScreen()->size();
    std::printf("seed %u, %dx%d at scale %g: %d steps, %d faults\n", wanted.seed, screen.width(),
                screen.height(), QGuiApplication::primaryScreen()->devicePixelRatio(), walker.steps(),
                static_cast<int>(walker.faults().size()));
    return walker.faults().isEmpty() ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    for (const int fall : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) std::signal(fall, tellWhere);
    QSurfaceFormat format;
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
    QApplication application(count, words);
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    Wanted wanted = readArguments(application);
    ui::useLanguage(application, wanted.language);
    const QTemporaryDir folder;
    wanted.places.folder = folder.path();
    return run(wanted);
}
