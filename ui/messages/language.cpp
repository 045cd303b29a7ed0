#include "ui/messages/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <clocale>

namespace kinelens::ui {
namespace {

const QString ofSources = QStringLiteral("en");
const QString ownFolder = QStringLiteral(":/translations");

// In the order in which the person wants them: who puts English before German gets English.
QString systemLanguage() {
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString language = wanted.section(QLatin1Char('-'), 0, 0);
        if (languages().contains(language)) return language;
    }
    return ofSources;
}

void install(QCoreApplication& application, const QString& folder, const QString& name) {
    auto* translator = new QTranslator(&application);
    if (translator->load(name, folder)) QCoreApplication::installTranslator(translator);
}

} // namespace

QStringList languages() {
    QStringList all{ofSources};
    for (const QString& file : QDir(ownFolder).entryList({QStringLiteral("kinelens_*.qm")}))
        all << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return all;
}

void useLanguage(QCoreApplication& application, const QString& language) {
    QLocale::setDefault(QLocale::c());
    std::setlocale(LC_NUMERIC, "C");
    const QString chosen = language.isEmpty() ? systemLanguage() : language;
    if (chosen == ofSources) return;
    install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath),
            QStringLiteral("qtbase_") + chosen);
    install(application, ownFolder, QStringLiteral("kinelens_") + chosen);
}

} // namespace kinelens::ui
