// kinelens-cli as a person starts it, and what it answered.
#pragma once

#include <QProcess>
#include <QStringList>
#include <nlohmann/json.hpp>

namespace kinelens::testing {

struct Answer {
    int code = -1; // also of a program that did not end in time
    QString out, error;

    // What --json prints on the last line.
    nlohmann::json summary() const {
        return nlohmann::json::parse(out.trimmed().section('\n', -1).toStdString(), nullptr, false);
    }
};

inline Answer answer_of(const QString& program, const QStringList& words, int milliseconds = 60'000) {
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(milliseconds)) return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline Answer run(const QStringList& words, int milliseconds = 60'000) {
    return answer_of(QStringLiteral(KINELENS_CLI), words, milliseconds);
}

} // namespace kinelens::testing
