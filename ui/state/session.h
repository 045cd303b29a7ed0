// Session: how the window was left, per workspace: JSON beside the workspace or with the program's data.
// A file that cannot be read is as good as none: the window then starts in its factory arrangement.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace kinelens::ui {

struct Session {
    QString mode;
    QByteArray geometry;
    QMap<QString, QByteArray> arrangements; // mode -> how its docks were left
    QMap<QString, QByteArray> defaults;     // mode -> the arrangement that "Reset mode" goes back to
    QMap<QString, QByteArray> splitters;    // panel -> its splitter
    QString dataset;
    QString sequence;
    QJsonObject parts; // what a part of the window keeps, by its name
    bool operator==(const Session&) const = default;

    static Session load(const QString& file);
    bool save(const QString& file) const; // atomically
};

} // namespace kinelens::ui
