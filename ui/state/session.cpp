#include "ui/state/session.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace kinelens::ui {
namespace {

QJsonObject toJson(const QMap<QString, QByteArray>& states) {
    QJsonObject object;
    for (auto entry = states.begin(); entry != states.end(); ++entry)
        object[entry.key()] = QString::fromLatin1(entry.value().toBase64());
    return object;
}

QMap<QString, QByteArray> fromJson(const QJsonObject& object) {
    QMap<QString, QByteArray> states;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        states[entry.key()] = QByteArray::fromBase64(entry.value().toString().toLatin1());
    return states;
}

} // namespace

Session Session::load(const QString& file) {
    QFile in(file);
    if (!in.open(QFile::ReadOnly)) return {};
    const QJsonObject object = QJsonDocument::fromJson(in.readAll()).object();
    Session session;
    session.mode = object[QStringLiteral("mode")].toString();
    session.geometry = QByteArray::fromBase64(object[QStringLiteral("geometry")].toString().toLatin1());
    session.arrangements = fromJson(object[QStringLiteral("arrangements")].toObject());
    session.defaults = fromJson(object[QStringLiteral("defaults")].toObject());
    session.splitters = fromJson(object[QStringLiteral("splitters")].toObject());
    session.dataset = object[QStringLiteral("dataset")].toString();
    session.sequence = object[QStringLiteral("sequence")].toString();
    session.parts = object[QStringLiteral("parts")].toObject();
    return session;
}

bool Session::save(const QString& file) const {
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (!out.open(QFile::WriteOnly)) return false;
    const QJsonObject object{{QStringLiteral("mode"), mode},
                             {QStringLiteral("geometry"), QString::fromLatin1(geometry.toBase64())},
                             {QStringLiteral("arrangements"), toJson(arrangements)},
                             {QStringLiteral("defaults"), toJson(defaults)},
                             {QStringLiteral("splitters"), toJson(splitters)},
                             {QStringLiteral("dataset"), dataset},
                             {QStringLiteral("sequence"), sequence},
                             {QStringLiteral("parts"), parts}};
    out.write(QJsonDocument(object).toJson());
    return out.commit();
}

} // namespace kinelens::ui
