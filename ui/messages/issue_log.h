// IssueLog: what went wrong in this session, for the badge in the status bar and for reports.
#pragma once

#include <QDateTime>
#include <QObject>
#include <vector>

namespace kinelens::ui {

struct Issue {
    QDateTime time;
    QString text;
};

class IssueLog : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void add(const QString& text);
    void clear();
    const std::vector<Issue>& issues() const { return issues_; }
    QString text() const; // a line each, to copy

signals:
    void changed();

private:
    std::vector<Issue> issues_;
};

} // namespace kinelens::ui
