#include "ui/evaluate/paper_board_panel.h"

#include "core/foundation/csv_text.h"
#include "ui/background/when_done.h"
#include "ui/evaluate/board_delegate.h"
#include "ui/jobs/run_entry.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/error_sentences.h"
#include "ui/state/dataset_service.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrent>
#include <algorithm>

namespace kinelens::ui {
namespace {

QString csvField(const QString& text) {
    return text.isEmpty() ? QString() : QString::fromStdString(csv_field(text.toStdString()));
}

} // namespace

PaperBoardPanel::PaperBoardPanel(JobRunner& runner, RunScanner& scanner, DatasetService& service,
                                 QWidget* parent)
    : QWidget(parent)
    , runner_(runner)
    , scanner_(scanner)
    , service_(service)
    , message_(new MessageBar(this))
    , table_(new QTableView(this))
    , hint_(new QLabel(this)) {
    if (auto board = PaperBoard::standard())
        board_ = std::move(*board);
    else
        message_->showError(board.error());
    model_ = new PaperBoardModel(board_, this);
    build();
    connect(table_, &QTableView::activated, this, &PaperBoardPanel::activate);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (model_->state(index) == CellState::ready) activate(index); // it looks like a link
    });
    connect(table_, &QTableView::entered, this, [this](const QModelIndex& index) {
        const bool link = model_->state(index) == CellState::ready;
        table_->viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    connect(table_, &QTableView::viewportEntered, table_->viewport(), &QWidget::unsetCursor);
    connect(&scanner_, &RunScanner::changed, this, &PaperBoardPanel::refresh);
    connect(&service_, &DatasetService::opened, this, &PaperBoardPanel::lookAtDataset);
    connect(&service_, &DatasetService::closed, this, &PaperBoardPanel::lookAtDataset);
    lookAtDataset();
    refresh();
}

void PaperBoardPanel::build() {
    table_->setModel(model_);
    table_->setItemDelegate(new BoardDelegate(table_));
    table_->setAccessibleName(tr("Paper board"));
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setTabKeyNavigation(false);
    table_->setMouseTracking(true);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    table_->horizontalHeader()->setMinimumSectionSize(104);
    int names = 0; // titles go across all columns
    for (int row = 0; row < model_->rowCount(); ++row)
        if (const BoardRow* named = model_->boardRow(row))
            names = std::max(names, table_->fontMetrics().horizontalAdvance(named->name));
    table_->setColumnWidth(0, names + 24);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int row = 0; row < model_->rowCount(); ++row)
        if (!model_->boardRow(row)) table_->setSpan(row, 0, 1, model_->columnCount());
    hint_->setText(tr("Above the paper's number, below ours, in per cent. A click on an underlined cell "
                      "starts its run; double-click or Return opens a filled one. *: not as the preset has "
                      "it, see the tool tip."));
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setWordWrap(true);
    auto* save = new QPushButton(tr("Export as CSV…"), this);
    connect(save, &QPushButton::clicked, this, &PaperBoardPanel::exportTable);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(hint_, 1);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(message_);
    layout->addLayout(bar);
    layout->addWidget(table_, 1);
}

void PaperBoardPanel::lookAtDataset() {
    struct Known {
        QSet<QString> open;
        QHash<QString, PublishedShare> parts;
        bool classes = false;
    };
    const OpenDatasetPtr dataset = service_.dataset();
    whenDone(QtConcurrent::run([dataset, columns = board_.columns] {
                 if (!dataset) return Known();
                 return Known{
                     columnsOf(dataset->info, dataset->sequences, columns),
                     sharesOf(dataset->info, dataset->sequences, columns),
                     std::ranges::any_of(
                         dataset->sequences, [](int label) { return label >= 0; }, &SequenceInfo::label)};
             }),
             this, [this, dataset](const Known& known) {
                 if (dataset != service_.dataset()) return; // another was opened meanwhile
                 open_ = known.open;
                 parts_ = known.parts;
                 classes_ = known.classes;
                 if (dataset)
                     sources_.columns.insert(QString::fromStdString(dataset->info.content_hash), open_);
                 refresh();
                 emit columnsFound();
             });
}

void PaperBoardPanel::refresh() {
    BoardFacts facts;
    facts.open = open_;
    facts.parts = parts_;
    facts.classes = classes_;
    if (const OpenDatasetPtr dataset = service_.dataset()) {
        facts.dataHash = QString::fromStdString(dataset->info.content_hash);
        facts.intervals = !dataset->intervals.empty();
    }
    std::vector<Error> damaged;
    for (const RunEntry& run : scanner_.runs()) {
        if (run.state == RunState::completed && run.overview.finished) {
            const auto& found = findingsIn(run, damaged);
            facts.findings.insert(facts.findings.end(), found.begin(), found.end());
        } else if (is_going(run.state) || run.state == RunState::queued) {
            if (const QString name = ablationName(run.experiment); !name.isEmpty())
                facts.running.insert(name, run.overview.share_done().value_or(0));
        }
    }
    nameStreams(facts.findings);
    lookUpSources(facts.findings);
    facts.sources = sources_;
    model_->setFacts(std::move(facts));
    tellDamaged(damaged);
}

const std::vector<BoardFinding>& PaperBoardPanel::findingsIn(const RunEntry& run,
                                                             std::vector<Error>& damaged) {
    static const std::vector<BoardFinding> none;
    auto known = read_.find(run.folder);
    if (known == read_.end())
        known =
            read_.emplace(run.folder, findingsOf(run.folder, run.experiment, run.overview.finished->summary))
                .first;
    if (known->second) return *known->second;
    damaged.push_back(known->second.error());
    return none;
}

// A cell without them looks as if nobody had made its figure.
void PaperBoardPanel::tellDamaged(const std::vector<Error>& damaged) {
    const QString cause = QStringLiteral("damaged summaries");
    QStringList names, reasons;
    for (const Error& one : damaged) {
        names << QFileInfo(QString::fromStdString(one.subject)).fileName();
        reasons << errorText(one);
    }
    if (names == damaged_) return;
    damaged_ = names;
    if (names.isEmpty()) return message_->end(cause);
    message_->show(MessageBar::Kind::warning,
                   tr("Left out, because the figures that stand at the end of the run are damaged: %1. "
                      "Evaluate again to fill the cell.")
                       .arg(names.join(QStringLiteral(", "))),
                   reasons.join(QLatin1Char('\n')));
    message_->because(cause);
}

// Each file once: a dataset whose hash is known already need not be read.
void PaperBoardPanel::lookUpSources(const std::vector<BoardFinding>& findings) {
    QStringList datasets, checkpoints;
    const auto want = [this](const QString& file, const QString& hash, QStringList& list) {
        if (file.isEmpty() || asked_.contains(file + hash)) return;
        asked_.insert(file + hash);
        list << file;
    };
    const auto isPublished = [this](const BoardFinding& found) {
        return std::ranges::any_of(board_.columns, [&](const BoardColumn& column) {
            return !column.ofOpenDataset() && column.protocol == found.protocol;
        });
    };
    for (const BoardFinding& found : findings) {
        if (isPublished(found) && !sources_.columns.contains(found.dataHash))
            want(found.data, found.dataHash, datasets);
        for (const QString& file : found.checkpoints) want(file, {}, checkpoints);
    }
    if (datasets.isEmpty() && checkpoints.isEmpty()) return;
    whenDone(QtConcurrent::run([datasets, checkpoints, columns = board_.columns] {
                 return lookUp(datasets, checkpoints, columns);
             }),
             this, [this](const BoardSources& found) {
                 sources_.add(found);
                 refresh();
             });
}

void PaperBoardPanel::activate(const QModelIndex& index) {
    const CellState state = model_->state(index);
    if (state == CellState::found) {
        const QString file = model_->finding(index)->file;
        const bool detection = model_->boardRow(index.row())->ofDetection();
        detection ? emit detectionWanted(QFileInfo(file).path()) : emit resultsWanted(file);
    }
    if (state == CellState::ready) start(*model_->boardRow(index.row()), model_->boardColumn(index.column()));
    if (state == CellState::blocked || state == CellState::running)
        message_->show(MessageBar::Kind::information,
                       index.data(Qt::ToolTipRole).toString() + QLatin1Char('.'));
}

void PaperBoardPanel::start(const BoardRow& row, const BoardColumn& column) {
    const QString cell = PaperBoard::cellName(row, column);
    if (cell == lastStarted_ && sinceStart_.isValid() &&
        sinceStart_.elapsed() < QApplication::doubleClickInterval())
        return; // the second half of a double-click
    lastStarted_ = cell;
    sinceStart_.start();
    const JobRequest job{
        QStringLiteral("ablate"),
        {PaperBoard::ablationText(row, column), QStringLiteral("--data"), service_.dataset()->file},
        JobRunner::freeFolder(scanner_.runsFolder(), QStringLiteral("ablate"))};
    if (const auto begun = runner_.start(job); !begun) return message_->showError(begun.error());
    message_->show(MessageBar::Kind::information, tr("Started: %1").arg(cell));
    scanner_.lookNow();
    emit runStarted(job.folder);
}

void PaperBoardPanel::exportTable() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the board"), QStringLiteral("paper-board.csv"), tr("Tables (*.csv)"));
    if (file.isEmpty()) return;
    QSaveFile out(file);
    const QByteArray text = boardCsv(*model_).toUtf8();
    if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit())
        message_->show(MessageBar::Kind::information, tr("Written: %1").arg(file));
    else
        message_->showError(
            {ErrorCode::file_unwritable, file.toStdString(), out.errorString().toStdString(), {}});
}

QString boardCsv(const PaperBoardModel& model) {
    QStringList titles{QStringLiteral("table"), QStringLiteral("row")};
    for (int column = 1; column < model.columnCount(); ++column)
        for (const char* what : {"paper ", "ours ", "stamp "})
            titles << csvField(QLatin1String(what) + model.boardColumn(column).name);
    QStringList lines{titles.join(QLatin1Char(','))};
    for (int row = 0; row < model.rowCount(); ++row) {
        const BoardRow* said = model.boardRow(row);
        if (!said) continue;
        QStringList fields{csvField(said->table), csvField(said->name)};
        for (int column = 1; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const bool found = model.state(cell) == CellState::found;
            fields << cell.data(PaperBoardModel::PaperRole).toString()
                   << (found ? csvField(cell.data(PaperBoardModel::OursRole).toString()) : QString())
                   << csvField(cell.data(PaperBoardModel::StampRole).toString());
        }
        lines << fields.join(QLatin1Char(','));
    }
    return lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
}

} // namespace kinelens::ui
