// RecentList: what was opened last, a click away; files that are gone say so and can be taken off the list.
#pragma once

#include "ui/background/latest.h"

#include <QSet>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace kinelens::ui {

class Preferences;

class RecentList : public QWidget {
    Q_OBJECT
public:
    explicit RecentList(Preferences& preferences, QWidget* parent = nullptr);

signals:
    void fileWanted(const QString& file);

protected:
    void showEvent(QShowEvent* event) override; // files come and go meanwhile

private:
    void list();
    void lookForFiles(); // on another thread: a drive may be slow to answer
    QWidget* row(const QString& file);

    Preferences& preferences_;
    QVBoxLayout* rows_;
    QStringList listed_;
    Latest looking_{*this};
    QSet<QString> gone_;
};

} // namespace kinelens::ui
