// What is asked of a person before a workspace is let go.
#pragma once

class QWidget;

namespace kinelens::ui {

class WorkspaceDocument;

// True: it may go, saved or not as was wished. One that never had a file is kept by itself; only one with a
// file has something to ask.
bool mayLetGo(WorkspaceDocument& workspace, QWidget* parent);

} // namespace kinelens::ui
