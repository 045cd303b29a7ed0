// EvaluationPanel: the evaluation that is shown, the form for the next one, and the paper's tables: a page
// each.
#pragma once

#include "ui/evaluate/evaluation_view.h"
#include "ui/forms/checkpoint_form.h"

class QTabWidget;

namespace kinelens::ui {

class ChosenRuns;
class PaperBoardPanel;

class EvaluationPanel : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        FormParts jobs;
        ChosenRuns& chosen;
        ShownEvaluation& evaluation;
    };
    EvaluationPanel(const Parts& parts, EvaluationView* view, PaperBoardPanel* board,
                    QWidget* parent = nullptr);

    // Runs of any verb: those that are evaluations are shown, the first beside the second.
    void showRuns(const QStringList& folders);
    EvaluationView* view() const { return view_; }
    CheckpointForm* form() const { return form_; }
    PaperBoardPanel* board() const { return board_; }

private:
    void refresh();

    Parts parts_;
    EvaluationView* view_;
    CheckpointForm* form_;
    PaperBoardPanel* board_;
    QTabWidget* pages_;
    QStringList runs_; // that were chosen
    QString seen_;     // what of them is shown
};

} // namespace kinelens::ui
