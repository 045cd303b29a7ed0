#include "ui/windows/window_panels.h"

#include "ui/browse/datasets_panel.h"
#include "ui/browse/sequence_table.h"
#include "ui/detect/timeline_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/explore/map_commands.h"
#include "ui/explore/neighbours_panel.h"
#include "ui/play/player_commands.h"
#include "ui/play/player_panel.h"
#include "ui/train/run_view.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "viz/charts/point_map.h"
#include "viz/timeline/lane_strip.h"
#include "viz/view/scene_view.h"

namespace kinelens::ui {
namespace {

EvaluationPanel* makeEvaluationPanel(Desktop& desktop) {
    auto* view =
        new EvaluationView({desktop.datasets, desktop.selection, desktop.playhead, desktop.shownEvaluation});
    auto* board = new PaperBoardPanel(desktop.runner, desktop.scanner, desktop.datasets);
    view->addCommands(desktop.actions);
    return new EvaluationPanel({desktop.formParts(), desktop.chosenRuns, desktop.shownEvaluation}, view,
                               board);
}

} // namespace

// Commands are listed in this order wherever they are listed.
WindowPanels::WindowPanels(Desktop& desktop, QObject* window)
    : datasets(new DatasetsPanel(
          {desktop.datasets, desktop.selection, desktop.workspace, desktop.preferences}, desktop.program))
    , player(new PlayerPanel(desktop.datasets, desktop.selection, desktop.playhead, desktop.labels))
    , training(new TrainingPanel(desktop.formParts(), desktop.chosenRuns))
    , runs(new RunsPanel({desktop.runner, desktop.scanner, desktop.trash, desktop.chosenRuns}))
    , embedding(new EmbeddingPanel({desktop.formParts(), desktop.chosenRuns, desktop.shownEvaluation,
                                    desktop.shownMap, desktop.datasets, desktop.selection, desktop.playhead,
                                    datasets->model()}))
    , neighbours(
          new NeighboursPanel({desktop.datasets, desktop.selection, desktop.playhead, desktop.shownMap})) {
    training->view()->setTrash(&desktop.trash);
    addPlayerCommands(desktop.actions, desktop.playhead);
    player->addCommands(desktop.actions);
    mapCommands = new MapCommands(*embedding->view(), desktop.actions);
    evaluation = makeEvaluationPanel(desktop);
    detect = new DetectMode(desktop, window);
}

QHash<QString, QList<QWidget*>> WindowPanels::mainViews() const {
    QWidget* scene = player->findChild<viz::SceneView*>();
    return {{QStringLiteral("browse"), {datasets->findChild<SequenceTable*>(), scene, datasets}},
            {QStringLiteral("train"), {runs->list(), training->view()}},
            {QStringLiteral("evaluate"), {runs->list(), evaluation}},
            {QStringLiteral("explore"), {&embedding->view()->map(), embedding}},
            {QStringLiteral("detect"), {&detect->timeline()->view().lanes(), detect->timeline()}}};
}

} // namespace kinelens::ui
