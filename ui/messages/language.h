// The language of the window: its own words and Qt's. English stands in the sources, others in translations/.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace kinelens::ui {

QStringList languages(); // "en", "de"

// Words are of this language from now on; empty: of the first of the system's that is there. Numbers are
// written as in files and on the command line, whatever the system does. Precondition: one of languages().
void useLanguage(QCoreApplication& application, const QString& language = {});

} // namespace kinelens::ui
