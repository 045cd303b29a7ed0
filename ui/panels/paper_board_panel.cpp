#include "ui/panels/paper_board_panel.h"

#include "core/preparation/protocol.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/message_bar.h"
#include "ui/panels/board_delegate.h"
#include "ui/state/dataset_service.h"

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

// NTU RGB+D's subjects and cameras are numbers that other recordings have too: joints and classes tell.
bool mayHold(const OpenDataset& dataset, const BoardColumn& column) {
    if (column.classes == 0) return true;
    const auto most = std::ranges::max_element(dataset.sequences, {}, &SequenceInfo::label);
    return dataset.info.layout.name == "ntu25" && most != dataset.sequences.end() && most->setup >= 1 &&
           most->label < column.classes && most->label >= column.classes - 60;
}

// The columns whose protocol leaves labelled sequences on both sides.
QSet<QString> columnsOf(const OpenDatasetPtr& dataset, const std::vector<BoardColumn>& columns) {
    QSet<QString> open;
    if (!dataset || dataset->info.class_names.size() < 2) return open;
    for (const BoardColumn& column : columns) {
        if (!mayHold(*dataset, column)) continue;
        const auto splits = single_protocols(dataset->sequences, column.protocol.toStdString());
        if (!splits || splits->empty()) continue;
        const auto sizes = split_sizes(dataset->sequences, splits->front(), 0);
        if (sizes && sizes->train > 0 && sizes->test > 0) open.insert(column.key);
    }
    return open;
}

QString csvField(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
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
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->horizontalHeader()->setMinimumSectionSize(104);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int row = 0; row < model_->rowCount(); ++row)
        if (!model_->boardRow(row)) table_->setSpan(row, 0, 1, model_->columnCount());
    hint_->setText(tr("Above the paper's number, below ours, in per cent. Return fills or opens a cell."));
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
    const OpenDatasetPtr dataset = service_.dataset();
    QtConcurrent::run([dataset, columns = board_.columns] {
        return columnsOf(dataset, columns);
    }).then(this, [this, dataset](const QSet<QString>& open) {
        if (dataset != service_.dataset()) return; // another was opened meanwhile
        open_ = open;
        refresh();
        emit columnsFound();
    });
}

void PaperBoardPanel::refresh() {
    BoardFacts facts;
    facts.open = open_;
    if (const OpenDatasetPtr dataset = service_.dataset()) {
        facts.dataHash = QString::fromStdString(dataset->info.content_hash);
        facts.intervals = !dataset->intervals.empty();
    }
    for (const RunEntry& run : scanner_.runs()) {
        const auto& finished = run.overview.finished;
        if (run.state == RunState::completed && finished) {
            auto known = read_.find(run.folder);
            if (known == read_.end())
                known = read_.emplace(run.folder, findingsOf(run.folder, run.experiment, finished->summary))
                            .first;
            facts.findings.insert(facts.findings.end(), known->second.begin(), known->second.end());
        } else if (run.state == RunState::running || run.state == RunState::queued) {
            if (const QString name = ablationName(run.experiment); !name.isEmpty())
                facts.running.insert(name, run.overview.share_done().value_or(0));
        }
    }
    model_->setFacts(std::move(facts));
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
    const JobRequest job{
        QStringLiteral("ablate"),
        {PaperBoard::ablationText(row, column), QStringLiteral("--data"), service_.dataset()->file},
        JobRunner::freeFolder(scanner_.runsFolder(), QStringLiteral("ablate"))};
    if (const auto begun = runner_.start(job); !begun) return message_->showError(begun.error());
    message_->show(MessageBar::Kind::information, tr("Started: %1").arg(PaperBoard::cellName(row, column)));
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
        for (const char* whose : {"paper ", "ours "})
            titles << csvField(QLatin1String(whose) + model.boardColumn(column).name);
    QStringList lines{titles.join(QLatin1Char(','))};
    for (int row = 0; row < model.rowCount(); ++row) {
        const BoardRow* said = model.boardRow(row);
        if (!said) continue;
        QStringList fields{csvField(said->table), csvField(said->name)};
        for (int column = 1; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const bool found = model.state(cell) == CellState::found;
            fields << cell.data(PaperBoardModel::PaperRole).toString()
                   << (found ? csvField(cell.data(PaperBoardModel::OursRole).toString()) : QString());
        }
        lines << fields.join(QLatin1Char(','));
    }
    return lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
}

} // namespace kinelens::ui
