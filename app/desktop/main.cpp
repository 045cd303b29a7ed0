#include "app/desktop/workbench.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/language.h"
#include "ui/windows/figure_export.h"

#include <QApplication>
#include <algorithm>
#include <cstring>

using namespace kinelens;

namespace {

bool has(int count, char** words, std::initializer_list<const char*> wanted) {
    for (int i = 1; i < count; ++i)
        for (const char* plain : wanted)
            if (std::strcmp(words[i], plain) == 0) return true;
    return false;
}

// Qt ends the program without a display; its own -platform may name one that needs none.
bool lacksDisplay(int count, char** words) {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return false;
    return !has(count, words, {"-platform", "--platform"});
}

bool wantsFigure(int count, char** words) {
    return std::any_of(words, words + count, [](const char* word) {
        return std::strncmp(word, "--figure", std::strlen("--figure")) == 0;
    });
}

// Help, and words that are wrong, are answered without a display; a figure needs none.
void answerWithoutDisplay(int count, char** words) {
    const bool lacking = lacksDisplay(count, words);
    if (lacking && wantsFigure(count, words)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return;
    }
    if (!lacking && !has(count, words, {"-h", "--help", "--help-all", "-v", "--version"})) return;
    const QCoreApplication application(count, words);
    readArguments(application);
    refuse(QStringLiteral("there is no display to open a window on; kinelens-cli works without one."));
}

} // namespace

int main(int argumentCount, char** argumentWords) {
    prepareApplication();
    answerWithoutDisplay(argumentCount, argumentWords);
    QApplication application(argumentCount, argumentWords);
    const Arguments arguments = readArguments(application);
    ui::useLanguage(application, arguments.language);

    if (!arguments.figure.isEmpty()) {
        const auto written = ui::exportMaps(arguments.figure, arguments.files);
        if (!written) refuse(ui::errorSentence(written.error()));
        return 0;
    }
    Workbench workbench(application, arguments);
    workbench.show(arguments);
    return QApplication::exec();
}
