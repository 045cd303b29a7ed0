#include "ui/windows/main_window.h"

#include "ui/browse/datasets_panel.h"
#include "ui/commands/focus_walk.h"
#include "ui/commands/key_guard.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/timeline_panel.h"
#include "ui/detect/tuning_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/explore/neighbours_panel.h"
#include "ui/forms/checkpoint_form.h"
#include "ui/messages/error_sentences.h"
#include "ui/play/player_commands.h"
#include "ui/play/player_panel.h"
#include "ui/play/transport_bar.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/widgets/scroll_panel.h"
#include "ui/widgets/toast.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/file_drops.h"
#include "ui/windows/panel_frame.h"
#include "ui/windows/screen_keeper.h"
#include "ui/windows/small_windows.h"
#include "ui/windows/start_page.h"
#include "ui/windows/status_strip.h"
#include "ui/windows/window_commands.h"

#include <QApplication>
#include <QScreen>
#include <QSet>
#include <QToolBar>

namespace kinelens::ui {
namespace {

constexpr QSize leastSize(900, 600);
constexpr const char* inViewName = "inView";

} // namespace

MainWindow::MainWindow(Desktop& desktop)
    : desktop_(desktop) {
    setObjectName(QStringLiteral("main"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    new KeyGuard(this);
    connect(new FileDrops(*this), &FileDrops::dropped, this, &MainWindow::openPaths);
    addPlayerCommands(desktop_.actions, desktop_.playhead);
    makePanels();
    makeBars();
    addWindowCommands(*this);
    connectParts();
    keepParts();
    modes_->leave();
    setMinimumSize(leastSize); // said, or the window would grow with whatever its docks ask for
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    new ScreenKeeper(*this);
    updateTitle();
}

MainWindow::~MainWindow() {
    desktop_.undo.forgetPanels();
}

QDockWidget* MainWindow::dock(const QString& name, const QString& title, QWidget* panel) {
    auto* widget = new QDockWidget(title, this);
    widget->setObjectName(name);
    widget->setAcceptDrops(true); // while it floats as well
    widget->setWidget(new PanelFrame(panel, widget));
    connect(widget, &QDockWidget::visibilityChanged, widget,
            [widget](bool inView) { widget->setProperty(inViewName, inView); });
    addDockWidget(Qt::LeftDockWidgetArea, widget);
    return widget;
}

void MainWindow::makePanels() {
    datasets_ = new DatasetsPanel(
        {desktop_.datasets, desktop_.selection, desktop_.workspace, desktop_.preferences}, desktop_.program);
    player_ = new PlayerPanel(desktop_.datasets, desktop_.selection, desktop_.playhead, desktop_.labels);
    player_->addCommands(desktop_.actions);
    player_->setFiller(tr("Open the demo"), [this] { startDemo(false); });
    training_ = new TrainingPanel(desktop_.runner, desktop_.preferences.runsFolder());
    runs_ = new RunsPanel(desktop_.runner, desktop_.scanner, desktop_.trash);
    evaluation_ =
        new EvaluationPanel(desktop_.runner, desktop_.scanner,
                            new EvaluationView(desktop_.datasets, desktop_.selection, desktop_.playhead),
                            new PaperBoardPanel(desktop_.runner, desktop_.scanner, desktop_.datasets));
    embedding_ = new EmbeddingPanel({desktop_.runner, desktop_.scanner, desktop_.datasets, desktop_.selection,
                                     desktop_.playhead, datasets_->model()});
    neighbours_ = new NeighboursPanel(desktop_.datasets, desktop_.selection, desktop_.playhead);
    embedding_->view()->addCommands(desktop_.actions);
    evaluation_->view()->addCommands(desktop_.actions);
    detect_ = new DetectMode(desktop_, this);
    detect_->timeline()->setFillers(
        tr("Open the demo"), [this] { startDemo(false); }, tr("Detect actions…"),
        [this] { modes_->raise(QStringLiteral("detecting")); });
    start_ = new StartPage(desktop_.preferences, this);
    setCentralWidget(start_);
    makeDocks();
}

void MainWindow::makeDocks() {
    modes_ = new ModeArrangements(
        *this, {dock(QStringLiteral("datasets"), tr("Datasets"), datasets_),
                dock(QStringLiteral("player"), tr("Player"), player_),
                dock(QStringLiteral("training"), tr("Training"), training_),
                dock(QStringLiteral("runs"), tr("Runs"), runs_),
                dock(QStringLiteral("evaluation"), tr("Evaluation"), evaluation_),
                dock(QStringLiteral("timeline"), tr("Timeline"), detect_->timeline()),
                dock(QStringLiteral("errors"), tr("Errors"), detect_->errors()),
                dock(QStringLiteral("tuning"), tr("Intervals"), new ScrollPanel(detect_->tuning())),
                dock(QStringLiteral("detecting"), tr("Detector"), detect_->form()),
                dock(QStringLiteral("embedding"), tr("Embedding"), embedding_),
                dock(QStringLiteral("neighbours"), tr("Nearest features"), neighbours_)});
}

void MainWindow::makeBars() {
    status_ = new StatusStrip(desktop_, this);
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

void MainWindow::connectParts() {
    connect(start_, &StartPage::demoWanted, this, [this] { startDemo(false); });
    connect(start_, &StartPage::modeWanted, this, &MainWindow::enterMode);
    connect(start_, &StartPage::fileWanted, this, [this](const QString& file) { openPaths({file}); });
    connect(start_, &StartPage::openWanted, this,
            [this] { desktop_.actions.action(QStringLiteral("file.open"))->trigger(); });
    connect(start_, &StartPage::importWanted, this, [this] {
        enterMode(QStringLiteral("browse"));
        datasets_->chooseRecordings();
    });
    connect(&desktop_.playhead, &Playhead::sequenceChanged, this, [this] {
        if (!playDemo_ || desktop_.playhead.frames() < 2) return;
        playDemo_ = false;
        QMetaObject::invokeMethod(&desktop_.playhead, &Playhead::play, Qt::QueuedConnection);
    });
    connect(status_, &StatusStrip::runWanted, this, &MainWindow::showRun);
    connect(status_, &StatusStrip::issuesWanted, this, [this] { showIssues(desktop_.issues, this); });
    connect(&desktop_.workspace, &WorkspaceDocument::fileChanged, this, &MainWindow::updateTitle);
    connect(modes_, &ModeArrangements::modeChanged, this, [this](const QString& mode) {
        start_->setVisible(mode.isEmpty());
        setPlayerCommandsEnabled(desktop_.actions, !mode.isEmpty());
        detect_->setActive(mode == QStringLiteral("detect"));
        embedding_->view()->setCommandsEnabled(mode == QStringLiteral("explore"));
    });
    connectDatasets();
    connectRuns();
    connectMap();
}

void MainWindow::connectDatasets() {
    connect(datasets_, &DatasetsPanel::datasetOpened, this, [this](const QString& file) {
        const OpenDatasetPtr open = desktop_.datasets.dataset();
        offerDataset(open);
        if (file == session_.dataset && open->rowOf.contains(session_.sequence))
            desktop_.selection.setCurrent(session_.sequence);
        session_.dataset.clear(); // once: later openings are the person's own
        updateTitle();
        if (!detections_.isEmpty()) detect_->showPlaces(std::exchange(detections_, {}));
        if (!std::exchange(trainDemo_, false)) return;
        training_->form()->setPreset(QStringLiteral("compact"));
        if (const auto run = training_->form()->startRun(); !run)
            desktop_.issues.add(errorSentence(run.error()));
    });
    connect(&desktop_.datasets, &DatasetService::closed, this, [this] {
        offerDataset(nullptr);
        updateTitle();
    });
    connect(&desktop_.datasets, &DatasetService::openFailed, this,
            [this](const QString&, const Error& error) {
                // What was to be done with it does not wait for another.
                trainDemo_ = playDemo_ = false;
                detections_.clear();
                session_.dataset.clear();
                tell(error, *datasets_);
            });
    connect(&desktop_.datasets, &DatasetService::motionFailed, this,
            [this](int, const Error& error) { desktop_.issues.add(errorSentence(error)); });
}

void MainWindow::connectRuns() {
    connect(&desktop_.runner, &JobRunner::startFailed, this,
            [this](const QString& folder, const QString& words) {
                desktop_.issues.add(tr("%1 did not start: %2").arg(folder, words));
            });
    connect(runs_, &RunsPanel::runsChosen, training_, &TrainingPanel::showRuns);
    connect(training_->view(), &RunView::coloursChanged, runs_, &RunsPanel::setColours);
    connect(runs_, &RunsPanel::runsChosen, evaluation_, &EvaluationPanel::showRuns);
    connect(runs_, &RunsPanel::runsChosen, detect_, &DetectMode::showRuns);
    connect(runs_, &RunsPanel::runsChosen, embedding_, &EmbeddingPanel::showRuns);
    const auto follow = [this](const QString& folder) {
        desktop_.scanner.lookNow();
        runs_->select(folder);
    };
    connect(training_, &TrainingPanel::runStarted, this, follow);
    connect(evaluation_, &EvaluationPanel::runStarted, this, follow);
    connect(detect_, &DetectMode::runStarted, this, follow);
    connect(embedding_, &EmbeddingPanel::runStarted, this, follow);
    connect(detect_->errors(), &ErrorsPanel::told, this, [this] { modes_->raise(QStringLiteral("errors")); });
    connect(evaluation_, &EvaluationPanel::detectionWanted, this, [this](const QString& folder) {
        enterMode(QStringLiteral("detect"));
        detect_->showPlaces({folder});
    });
    connect(&desktop_.scanner, &RunScanner::changed, this, &MainWindow::attachToRunning);
}

void MainWindow::connectMap() {
    connect(evaluation_->view(), &EvaluationView::loaded, embedding_,
            [this] { embedding_->setResults(evaluation_->view()->shown()); });
    connect(embedding_->view(), &EmbeddingView::shownChanged, neighbours_,
            [this] { neighbours_->setMap(embedding_->view()->shown()); });
    connect(neighbours_, &NeighboursPanel::found, embedding_->view(), &EmbeddingView::showNeighbours);
    const auto showOnly = [this](const QStringList& names) {
        enterMode(QStringLiteral("browse"));
        datasets_->showOnly(names);
    };
    connect(embedding_->view(), &EmbeddingView::subsetWanted, this, showOnly);
    connect(evaluation_->view(), &EvaluationView::subsetWanted, this, showOnly);
}

void MainWindow::offerDataset(const OpenDatasetPtr& dataset) {
    training_->setDataset(dataset);
    evaluation_->setDataset(dataset);
    detect_->form()->setDataset(dataset);
    embedding_->setDataset(dataset);
}

// A run that outlived the last window is shown as soon as it is found.
void MainWindow::attachToRunning() {
    if (attached_ || training_->view()->feed()) return;
    for (const RunEntry& run : desktop_.scanner.runs()) {
        if (!is_going(run.state)) continue;
        attached_ = true;
        runs_->select(run.folder);
        training_->showRuns({run.folder});
        return;
    }
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

// A panel that is in view says it itself.
void MainWindow::tell(const Error& error, const QWidget& panel) {
    desktop_.issues.add(errorSentence(error));
    if (!inView(panel)) toast_->tell(errorSentence(error));
}

bool MainWindow::startPageShown() const {
    return !start_->isHidden();
}

bool MainWindow::inView(const QWidget& panel) const {
    const QWidget* above = &panel;
    while (above && !qobject_cast<const QDockWidget*>(above)) above = above->parentWidget();
    return panel.isVisible() && (!above || above->property(inViewName).toBool());
}

void MainWindow::enterMode(const QString& mode) {
    modes_->enter(mode);
}

void MainWindow::showStartPage() {
    modes_->leave();
}

void MainWindow::startDemo(bool train) {
    enterMode(train ? QStringLiteral("train") : QStringLiteral("browse"));
    trainDemo_ = train;
    playDemo_ = true;
    datasets_->makeDemo();
}

void MainWindow::showRun(const QString& folder) {
    const RunEntry* run = desktop_.scanner.find(folder);
    enterMode(ModeArrangements::ofVerb(run ? run->experiment.verb : std::string()));
    runs_->select(folder);
    training_->showRuns({folder});
}

} // namespace kinelens::ui
