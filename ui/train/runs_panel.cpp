#include "ui/train/runs_panel.h"

#include "ui/jobs/run_scanner.h"
#include "ui/jobs/run_trash.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/run_words.h"
#include "ui/state/chosen_runs.h"
#include "ui/train/run_wishes.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/roomy_rows.h"

#include <QAction>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QUrl>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

constexpr qint64 log_tail_bytes = 64 * 1024;

void offer(QAction& action, const QString& obstacle) {
    const QString tip = action.data().toString();
    action.setEnabled(obstacle.isEmpty());
    action.setToolTip(obstacle.isEmpty() ? tip : tip + QLatin1Char('\n') + obstacle);
}

QString readTail(const QString& file) {
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly)) return {};
    if (log.size() > log_tail_bytes) log.seek(log.size() - log_tail_bytes);
    return QString::fromUtf8(log.readAll());
}

} // namespace

RunsPanel::RunsPanel(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , model_(new RunListModel(parts.scanner, this))
    , sorted_(new QSortFilterProxyModel(this))
    , search_(new QLineEdit(this))
    , stack_(new QStackedWidget(this))
    , table_(new QTreeView(this))
    , log_(new QPlainTextEdit(this))
    , message_(new MessageBar(this)) {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(RunListModel::SortRole);
    sorted_->setFilterKeyColumn(-1);
    sorted_->setFilterRole(RunListModel::SearchRole);
    sorted_->setRecursiveFilteringEnabled(true); // a run stands while something below it fits
    sorted_->setAutoAcceptChildRows(true);
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildActions();
    build();
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        sorted_->setFilterFixedString(text);
        if (!text.isEmpty()) table_->expandAll();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshActions();
        if (const QStringList runs = selectedRuns(); !runs.isEmpty()) parts_.chosen.choose(runs);
    });
    connect(&parts_.chosen, &ChosenRuns::wanted, this, &RunsPanel::select);
    connect(&parts_.chosen, &ChosenRuns::coloursChanged, model_, &RunListModel::setColours);
    connect(&parts_.scanner, &RunScanner::changed, this, [this] {
        refreshEmpty();
        openFamilies();
        refreshActions();
        dropOldMessage();
        if (!wanted_.isEmpty()) select(wanted_);
    });
    connect(&parts_.trash, &RunTrash::failed, this, [this](const QString& sentence, const QString& details) {
        message_->show(MessageBar::Kind::error, sentence, details);
    });
    connect(&parts_.trash, &RunTrash::restored, this, &RunsPanel::select);
    refreshEmpty();
    openFamilies();
    refreshActions();
}

QAction* RunsPanel::addRunAction(const QString& text, const QString& tip,
                                 void (RunsPanel::*act)(const RunEntry&)) {
    auto* action = new QAction(text, this);
    action->setToolTip(tip);
    action->setObjectName(QStringLiteral("runs.%1").arg(actions_.size())); // for the palette
    action->setData(tip);                                                  // a reason may stand in its place
    connect(action, &QAction::triggered, this, [this, act] {
        if (const RunEntry* run = current()) (this->*act)(*run);
    });
    actions_ << action;
    return action;
}

void RunsPanel::buildActions() {
    resume_ = addRunAction(tr("Resume"), resumeTip({}), &RunsPanel::resumeRun);
    pause_ = addRunAction(tr("Pause"), tr("Finish the step, then wait"), &RunsPanel::pauseRun);
    stop_ = addRunAction(tr("Stop"), stopTip({}), &RunsPanel::stopRun);
    trash_ = addRunAction(tr("Move to trash"), tr("Put the run's folder into the trash; Undo brings it back"),
                          &RunsPanel::trashRun);
    addRunAction(tr("Show folder"), tr("Open the run's folder in the file manager"), &RunsPanel::openFolder);
    addRunAction(tr("Show log"), tr("The end of what the run said"), &RunsPanel::showLog);
}

void RunsPanel::build() {
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunListModel::Started, Qt::DescendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setAlternatingRowColors(true);
    table_->setUniformRowHeights(true);
    table_->setItemDelegate(new RoomyRows(table_));
    table_->setTextElideMode(Qt::ElideMiddle); // names differ at both ends
    table_->setAllColumnsShowFocus(true);
    table_->setIndentation(16);
    table_->setExpandsOnDoubleClick(true);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    table_->addActions(actions_);
    table_->header()->setStretchLastSection(true);
    table_->setAccessibleName(tr("Runs"));
    const int widths[] = {208, 96, 120, 72, 120, 80, 132};
    for (int column = 0; column < 7; ++column) table_->setColumnWidth(column, widths[column]);
    auto* empty =
        new QLabel(tr("No run yet.\nStart a pretraining in the Training panel; it will be listed here, and "
                      "goes on when this window is closed."),
                   this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    stack_->addWidget(table_);
    stack_->addWidget(empty);
    search_->setPlaceholderText(tr("Search runs"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Search runs"));
    auto* bar = new QToolBar(this);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addActions(actions_);
    log_->setReadOnly(true);
    log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    log_->setMaximumHeight(160);
    log_->setAccessibleName(tr("Log of the run"));
    log_->hide();
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 4);
    layout->addWidget(search_);
    layout->addWidget(bar);
    layout->addWidget(message_);
    layout->addWidget(stack_, 1);
    layout->addWidget(log_);
}

QStringList RunsPanel::selectedRuns() const {
    QStringList folders;
    for (const QModelIndex& row : table_->selectionModel()->selectedRows())
        folders << row.data(RunListModel::FolderRole).toString();
    return folders;
}

QModelIndex RunsPanel::find(const QString& folder, const QModelIndex& parent) const {
    for (int row = 0; row < sorted_->rowCount(parent); ++row) {
        const QModelIndex index = sorted_->index(row, 0, parent);
        if (index.data(RunListModel::FolderRole).toString() == folder) return index;
        if (const QModelIndex below = find(folder, index); below.isValid()) return below;
    }
    return {};
}

void RunsPanel::select(const QString& folder) {
    wanted_ = folder;
    const QModelIndex found = find(folder);
    if (!found.isValid()) return parts_.scanner.lookNow();
    wanted_.clear();
    table_->scrollTo(found); // opens what it stands below
    table_->selectionModel()->setCurrentIndex(found, QItemSelectionModel::ClearAndSelect |
                                                         QItemSelectionModel::Rows);
}

QWidget* RunsPanel::list() const {
    return table_;
}

// What goes is seen. A family that stays closed holds only what has ended.
void RunsPanel::openFamilies() {
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        const QModelIndex family = sorted_->index(row, 0);
        for (int below = 0; below < sorted_->rowCount(family); ++below) {
            const RunEntry* run = model_->run(sorted_->mapToSource(sorted_->index(below, 0, family)));
            const bool goes = is_going(run->state) || run->state == RunState::queued;
            if (!goes || opened_.contains(run->folder)) continue;
            opened_.insert(run->folder);
            table_->expand(family);
        }
    }
}

const RunEntry* RunsPanel::current() const {
    const QStringList folders = selectedRuns();
    return folders.isEmpty() ? nullptr : parts_.scanner.find(folders.front());
}

// Each keeps its place, whatever the run: what cannot be done is grey and says why.
void RunsPanel::refreshActions() {
    const RunEntry* run = current();
    for (QAction* action : actions_) offer(*action, run ? QString() : tr("Choose a run first."));
    if (!run) return;
    resume_->setData(run->state == RunState::paused ? tr("Let the run go on")
                                                    : resumeTip(run->experiment.verb));
    stop_->setData(stopTip(run->experiment.verb));
    offer(*resume_, runObstacle(*run, RunWish::resume));
    offer(*pause_, runObstacle(*run, RunWish::pause));
    offer(*stop_, runObstacle(*run, RunWish::stop));
    offer(*trash_, runObstacle(*run, RunWish::trash));
}

void RunsPanel::refreshEmpty() {
    stack_->setCurrentIndex(parts_.scanner.runs().empty() ? 1 : 0);
}

void RunsPanel::tellOf(const RunEntry& run, const QString& text) {
    message_->show(MessageBar::Kind::error, text);
    message_->because(run.folder);
    toldState_ = run.state;
}

void RunsPanel::dropOldMessage() {
    const QString about = message_->cause();
    const RunEntry* run = parts_.scanner.find(about);
    if (!about.isEmpty() && (!run || run->state != toldState_)) message_->end(about);
}

void RunsPanel::ask(const RunEntry& run, ControlRequest request) {
    if (const auto asked = parts_.runner.ask(run.folder, request); !asked)
        tellOf(run, notAskedText(asked.error()));
    parts_.scanner.lookNow();
}

void RunsPanel::resumeRun(const RunEntry& run) {
    if (run.state == RunState::paused) return ask(run, ControlRequest::resume);
    if (const auto resumed = parts_.runner.resume(run.folder); !resumed)
        tellOf(run, errorText(resumed.error()));
    parts_.scanner.lookNow();
}
void RunsPanel::pauseRun(const RunEntry& run) {
    ask(run, ControlRequest::pause);
}
void RunsPanel::stopRun(const RunEntry& run) {
    ask(run, ControlRequest::stop);
}
void RunsPanel::trashRun(const RunEntry& run) {
    parts_.trash.move(run);
}
void RunsPanel::openFolder(const RunEntry& run) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(run.folder));
}

void RunsPanel::showLog(const RunEntry& run) {
    const QString file = run.folder;
    readingLog_.ask(
        QtConcurrent::run([file] { return readTail(file + "/log.txt") + readTail(file + "/launch.txt"); }),
        [this](const QString& text) {
            log_->setPlainText(text.isEmpty() ? tr("The run has said nothing yet.") : text);
            log_->verticalScrollBar()->setValue(log_->verticalScrollBar()->maximum());
            log_->show();
        });
}

} // namespace kinelens::ui
