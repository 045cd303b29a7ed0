#include "ui/windows/main_window.h"

#include "core/experiment/run_status.h"
#include "ui/browse/datasets_panel.h"
#include "ui/browse/sequence_table.h"
#include "ui/commands/focus_walk.h"
#include "ui/commands/key_guard.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/timeline_panel.h"
#include "ui/detect/tuning_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/explore/map_commands.h"
#include "ui/explore/neighbours_panel.h"
#include "ui/messages/error_sentences.h"
#include "ui/play/player_commands.h"
#include "ui/play/player_panel.h"
#include "ui/play/transport_bar.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/widgets/file_drops.h"
#include "ui/widgets/panel_dock.h"
#include "ui/widgets/screen_keeper.h"
#include "ui/widgets/scroll_panel.h"
#include "ui/widgets/toast.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/mode_focus.h"
#include "ui/windows/opener.h"
#include "ui/windows/small_windows.h"
#include "ui/windows/start_page.h"
#include "ui/windows/status_strip.h"
#include "ui/windows/window_commands.h"
#include "ui/windows/window_parts.h"
#include "ui/windows/window_session.h"
#include "ui/windows/workspace_question.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QScreen>
#include <QSet>
#include <QToolBar>

namespace kinelens::ui {
namespace {

constexpr QSize leastSize(900, 600);

} // namespace

MainWindow::MainWindow(Desktop& desktop)
    : desktop_(desktop)
    , panels_(desktop, this)
    , start_(new StartPage(desktop.preferences, this))
    , modes_(makeDocks())
    , status_(new StatusStrip(desktop, this)) {
    setObjectName(QStringLiteral("main"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCentralWidget(start_);
    new KeyGuard(this);
    makeBars();
    session_ = new WindowSession(*this, desktop_, panels_, *modes_);
    opener_ = new Opener({desktop_, panels_, *modes_, *session_, *toast_}, *this);
    addWindowCommands(*this, {desktop_, panels_, *modes_, *opener_, *toast_});
    connect(new FileDrops(*this), &FileDrops::dropped, opener_, &Opener::openPaths);
    connectStartPage();
    connectDesktop();
    connectPanels();
    modes_->leave();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    new ScreenKeeper(*this, leastSize);
    updateTitle();
}

MainWindow::~MainWindow() {
    desktop_.undo.forgetPanels();
}

ModeArrangements* MainWindow::makeDocks() {
    const auto dock = [this](const char* name, const QString& title, QWidget* panel) {
        return makeDock(*this, QLatin1String(name), title, panel);
    };
    const DetectMode& detect = *panels_.detect;
    return new ModeArrangements(
        *this,
        {dock("datasets", tr("Datasets"), panels_.datasets), dock("player", tr("Player"), panels_.player),
         dock("training", tr("Training"), panels_.training), dock("runs", tr("Runs"), panels_.runs),
         dock("evaluation", tr("Evaluation"), panels_.evaluation),
         dock("timeline", tr("Timeline"), detect.timeline()), dock("errors", tr("Errors"), detect.errors()),
         dock("tuning", tr("Intervals"), new ScrollPanel(detect.tuning())),
         dock("detecting", tr("Detector"), detect.form()),
         dock("embedding", tr("Embedding"), panels_.embedding),
         dock("neighbours", tr("Nearest features"), panels_.neighbours)});
}

void MainWindow::makeBars() {
    setStatusBar(status_);
    auto* transport = new QToolBar(tr("Transport"), this);
    transport->setObjectName(QStringLiteral("transport"));
    transport->setMovable(false);
    transport->setContextMenuPolicy(Qt::PreventContextMenu);
    transport->addWidget(new TransportBar(desktop_.playhead, desktop_.actions, transport));
    addToolBar(Qt::BottomToolBarArea, transport);
    connect(modes_, &ModeArrangements::modeChanged, transport,
            [transport](const QString& mode) { transport->setVisible(!mode.isEmpty()); });
    toast_ =
        new Toast(this, [this, transport] { return transport->isVisible() ? transport->y() : status_->y(); });
}

void MainWindow::connectStartPage() {
    connect(start_, &StartPage::demoWanted, opener_, [this] { opener_->startDemo(false); });
    connect(start_, &StartPage::modeWanted, modes_, &ModeArrangements::enter);
    connect(start_, &StartPage::fileWanted, opener_, [this](const QString& file) { openPaths({file}); });
    connect(start_, &StartPage::openWanted, this,
            [this] { desktop_.actions.action(QStringLiteral("file.open"))->trigger(); });
    connect(start_, &StartPage::importWanted, this, [this] {
        enterMode(QStringLiteral("browse"));
        panels_.datasets->chooseRecordings();
    });
}

void MainWindow::connectDesktop() {
    connect(modes_, &ModeArrangements::modeChanged, this, &MainWindow::takeMode);
    new ModeFocus(*modes_, panels_.mainViews());
    connect(status_, &StatusStrip::runWanted, this, &MainWindow::showRun);
    connect(status_, &StatusStrip::issuesWanted, this, [this] { showIssues(desktop_.issues, this); });
    connect(&desktop_.workspace, &WorkspaceDocument::fileChanged, this, &MainWindow::updateTitle);
    connect(panels_.datasets, &DatasetsPanel::datasetOpened, this, &MainWindow::updateTitle);
    connect(&desktop_.datasets, &DatasetService::closed, this, &MainWindow::updateTitle);
    connect(&desktop_.scanner, &RunScanner::changed, this, &MainWindow::attachToRunning);
    connect(&desktop_.datasets, &DatasetService::motionFailed, this,
            [this](int, const Error& error) { desktop_.issues.add(errorSentence(error)); });
    connect(&desktop_.runner, &JobRunner::startFailed, this,
            [this](const QString& folder, const QString& words) {
                desktop_.issues.add(tr("%1 did not start: %2").arg(folder, words));
                // The form says it of a new run; of one that was to go on only its own view does.
                if (is_run_folder(folder.toStdString()) && !isInView(*panels_.training))
                    toast_->tell(tr("%1 did not start.").arg(QFileInfo(folder).fileName()));
            });
}

void MainWindow::connectPanels() {
    const auto demo = [this] { startDemo(false); };
    panels_.player->setFiller(tr("Open the demo"), demo);
    panels_.detect->timeline()->setFillers(tr("Open the demo"), demo, tr("Detect actions…"),
                                           [this] { modes_->raise(QStringLiteral("detecting")); });
    connect(panels_.detect->errors(), &ErrorsPanel::told, this,
            [this] { modes_->raise(QStringLiteral("errors")); });
    connect(panels_.evaluation->board(), &PaperBoardPanel::detectionWanted, opener_,
            [this](const QString& folder) { opener_->showDetections({folder}); });
    connect(panels_.evaluation->view(), &EvaluationView::subsetWanted, opener_, &Opener::showOnly);
    connect(panels_.mapCommands, &MapCommands::subsetWanted, opener_, &Opener::showOnly);
}

void MainWindow::takeMode(const QString& mode) {
    start_->setVisible(mode.isEmpty());
    setPlayerCommandsEnabled(desktop_.actions, !mode.isEmpty());
    panels_.detect->setActive(mode == QStringLiteral("detect"));
    panels_.mapCommands->setEnabled(mode == QStringLiteral("explore"));
}

// A run that outlived the last window is shown as soon as it is found.
void MainWindow::attachToRunning() {
    if (attached_ || panels_.training->view()->feed()) return;
    for (const RunEntry& run : desktop_.scanner.runs()) {
        if (!is_going(run.state)) continue;
        attached_ = true;
        desktop_.chosenRuns.want(run.folder);
        panels_.training->showRuns({run.folder});
        return;
    }
}

void MainWindow::showRun(const QString& folder) {
    const RunEntry* run = desktop_.scanner.find(folder);
    enterMode(ModeArrangements::ofVerb(run ? run->experiment.verb : std::string()));
    desktop_.chosenRuns.want(folder);
    panels_.training->showRuns({folder});
}

void MainWindow::updateTitle() {
    const OpenDatasetPtr open = desktop_.datasets.dataset();
    QString title = desktop_.workspace.title() + QStringLiteral("[*] – Kinelens");
    if (open) title = QString::fromStdString(open->info.name) + QStringLiteral(" – ") + title;
    setWindowTitle(title);
    setWindowModified(desktop_.workspace.modified() && !desktop_.workspace.file().isEmpty());
}

// Tab passes over what nobody can see, once around: while panels come and go there may be nothing else.
bool MainWindow::focusNextPrevChild(bool next) {
    QSet<const QWidget*> passed{QApplication::focusWidget()};
    while (QMainWindow::focusNextPrevChild(next)) {
        QWidget* now = QApplication::focusWidget();
        const bool seen = now && isReachable(*now);
        if (seen) bringIntoView(*now);
        if (seen || !now || passed.contains(now)) return true;
        passed.insert(now);
    }
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLetGo(desktop_.workspace, this)) {
        event->ignore();
        return;
    }
    if (!session_->save())
        desktop_.issues.add(tr("The session could not be saved to %1.").arg(desktop_.sessionFile()));
    event->accept();
}

bool MainWindow::startPageShown() const {
    return !start_->isHidden();
}

void MainWindow::restoreSession() {
    session_->restore();
}

void MainWindow::openPaths(const QStringList& paths) {
    opener_->openPaths(paths);
}

void MainWindow::enterMode(const QString& mode) {
    modes_->enter(mode);
}

void MainWindow::showStartPage() {
    modes_->leave();
}

void MainWindow::startDemo(bool train) {
    opener_->startDemo(train);
}

} // namespace kinelens::ui
