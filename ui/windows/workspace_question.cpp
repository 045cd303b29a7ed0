#include "ui/windows/workspace_question.h"

#include "ui/messages/error_sentences.h"
#include "ui/state/workspace_document.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace kinelens::ui {
namespace {

struct WorkspaceQuestionWords {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceQuestion)
};

} // namespace

bool mayLetGo(WorkspaceDocument& workspace, QWidget* parent) {
    if (!workspace.modified() || workspace.file().isEmpty()) return true;
    const auto answer =
        QMessageBox::question(parent, WorkspaceQuestionWords::tr("Save the workspace?"),
                              WorkspaceQuestionWords::tr("%1 has unsaved changes.").arg(workspace.title()),
                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Cancel) return false;
    if (answer == QMessageBox::Discard) workspace.discardRecovery();
    if (answer != QMessageBox::Save) return true;
    const auto saved = workspace.save();
    if (!saved)
        QMessageBox::warning(parent, WorkspaceQuestionWords::tr("Not saved"), errorSentence(saved.error()));
    return saved.has_value();
}

} // namespace kinelens::ui
