// The few windows beside the main one: what went wrong, and what this program is.
#pragma once

class QWidget;

namespace kinelens::ui {

class IssueLog;

void showIssues(IssueLog& log, QWidget* parent);
void showAbout(QWidget* parent);

} // namespace kinelens::ui
