#include "ui/windows/session_keeper.h"

#include <QFile>

namespace kinelens::ui {

void SessionKeeper::keep(const QString& name, State state, Restore restore) {
    parts_.push_back({name, std::move(state), std::move(restore)});
}

Session SessionKeeper::load(const QString& file) {
    written_ = Session::load(file);
    file_ = file;
    for (const Part& part : parts_)
        if (const QJsonValue kept = written_.parts.value(part.name); !kept.isUndefined()) part.restore(kept);
    return written_;
}

bool SessionKeeper::save(Session session, const QString& file) {
    for (const Part& part : parts_) session.parts[part.name] = part.state();
    if (session == written_ && file == file_ && QFile::exists(file)) return true;
    if (!session.save(file)) return false;
    written_ = std::move(session);
    file_ = file;
    return true;
}

} // namespace kinelens::ui
