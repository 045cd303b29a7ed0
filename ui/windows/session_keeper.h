// SessionKeeper: what the window's parts leave for the next start. Each part says once under which name it is
// kept, how it stands and how it is put back; the file is written when something changed.
#pragma once

#include "ui/state/session.h"

#include <QJsonValue>
#include <functional>
#include <vector>

namespace kinelens::ui {

class SessionKeeper {
public:
    using State = std::function<QJsonValue()>;
    using Restore = std::function<void(const QJsonValue&)>; // given only what `State` once gave

    void keep(const QString& name, State state, Restore restore);

    Session load(const QString& file); // and puts the parts back
    bool save(Session session, const QString& file);

private:
    struct Part {
        QString name;
        State state;
        Restore restore;
    };

    std::vector<Part> parts_;
    Session written_;
    QString file_;
};

} // namespace kinelens::ui
