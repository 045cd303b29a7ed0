#include "ui/messages/issue_log.h"

#include <QStringList>

namespace kinelens::ui {
namespace {
constexpr std::size_t mostIssues = 500; // the oldest go first
}

void IssueLog::add(const QString& text) {
    if (issues_.size() == mostIssues) issues_.erase(issues_.begin());
    issues_.push_back({QDateTime::currentDateTime(), text});
    emit changed();
}

void IssueLog::clear() {
    issues_.clear();
    emit changed();
}

QString IssueLog::text() const {
    QStringList lines;
    for (const Issue& issue : issues_)
        lines << issue.time.toString(Qt::ISODate) + QStringLiteral("  ") + issue.text;
    return lines.join(QLatin1Char('\n'));
}

} // namespace kinelens::ui
