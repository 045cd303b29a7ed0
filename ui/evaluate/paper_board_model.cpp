#include "ui/evaluate/paper_board_model.h"

#include "ui/messages/figures.h"
#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"

namespace kinelens::ui {
namespace {

QString percentText(double share) {
    return QString::number(100 * share, 'f', 1);
}

QString differenceText(const BoardDifference& one) {
    const QString none = QStringLiteral("–");
    const bool pretraining = one.of == BoardDifference::Of::pretraining;
    const QString key = factLabel(one.key, pretraining ? QStringLiteral("pretrain") : QString());
    const QString ours = one.ours.isEmpty() ? none : one.ours;
    const QString expected = one.expected.isEmpty() ? none : one.expected;
    switch (one.of) {
    case BoardDifference::Of::evaluation:
        return PaperBoardModel::tr("%1: %2 instead of %3").arg(key, ours, expected);
    case BoardDifference::Of::pretraining:
        return PaperBoardModel::tr("pretraining, %1: %2 instead of %3").arg(key, ours, expected);
    case BoardDifference::Of::split:
        return PaperBoardModel::tr("pretrained on %1 instead of the training side of %2")
            .arg(protocolTitle(one.ours), protocolTitle(one.expected));
    case BoardDifference::Of::data:
        return PaperBoardModel::tr("pretrained on another dataset");
    case BoardDifference::Of::unknown:
        break;
    }
    return PaperBoardModel::tr("how it was pretrained is not known");
}

} // namespace

PaperBoardModel::PaperBoardModel(PaperBoard board, QObject* parent)
    : QAbstractTableModel(parent)
    , board_(std::move(board)) {
    QString table;
    for (int i = 0; i < static_cast<int>(board_.rows.size()); ++i) {
        const QString& name = board_.rows[static_cast<std::size_t>(i)].table;
        if (name != table) lines_.push_back(-1 - i);
        table = name;
        lines_.push_back(i);
    }
}

void PaperBoardModel::setFacts(BoardFacts facts) {
    facts_ = std::move(facts);
    fill();
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const BoardRow* PaperBoardModel::boardRow(int row) const {
    const int line = lines_[static_cast<std::size_t>(row)];
    return line < 0 ? nullptr : &board_.rows[static_cast<std::size_t>(line)];
}

const BoardColumn& PaperBoardModel::boardColumn(int column) const {
    return board_.columns[static_cast<std::size_t>(column - 1)];
}

void PaperBoardModel::fill() {
    filled_.clear();
    for (int line = 0; line < rowCount(); ++line)
        for (int place = 1; boardRow(line) && place < columnCount(); ++place) {
            const BoardRow& row = *boardRow(line);
            const BoardColumn& column = boardColumn(place);
            for (const BoardFinding& found : facts_.findings) {
                if (!PaperBoard::fits(found, row, column, facts_.sources.columns, facts_.dataHash)) continue;
                const QString cell = PaperBoard::cellName(row, column);
                if (!expected_.contains(cell)) expected_.insert(cell, expectationOf(row, column));
                auto differences = differencesOf(found, row, column, expected_[cell], facts_.sources);
                const bool asWanted = differences.empty();
                const auto [kept, isNew] = filled_.try_emplace({line, place});
                if (isNew || asWanted) kept->second = {&found, std::move(differences)};
                if (asWanted) break;
            }
        }
}

const BoardFinding* PaperBoardModel::finding(const QModelIndex& index) const {
    const auto found = filled_.find({index.row(), index.column()});
    return found == filled_.end() ? nullptr : found->second.finding;
}

const std::vector<BoardDifference>& PaperBoardModel::differences(const QModelIndex& index) const {
    static const std::vector<BoardDifference> none;
    const auto found = filled_.find({index.row(), index.column()});
    return found == filled_.end() ? none : found->second.differences;
}

CellState PaperBoardModel::state(const QModelIndex& index) const {
    const BoardRow* row = boardRow(index.row());
    if (!row || index.column() == 0) return CellState::heading;
    const BoardColumn& column = boardColumn(index.column());
    if (!PaperBoard::asks(*row, column)) return CellState::none;
    if (finding(index)) return CellState::found;
    if (facts_.running.contains(PaperBoard::cellName(*row, column))) return CellState::running;
    const bool open =
        facts_.open.contains(column.key) && (row->ofDetection() ? facts_.intervals : facts_.classes);
    return open ? CellState::ready : CellState::blocked;
}

QString PaperBoardModel::ours(const QModelIndex& index) const {
    switch (state(index)) {
    case CellState::found: {
        const BoardFigure found = finding(index)->figures.value(boardRow(index.row())->figure);
        const QString value =
            percentText(found.value) + (differences(index).empty() ? QString() : QStringLiteral("*"));
        return found.spread ? tr("%1 ± %2").arg(value, percentText(*found.spread)) : value;
    }
    case CellState::running:
        return tr("%1 % done")
            .arg(qRound(100 * facts_.running.value(PaperBoard::cellName(*boardRow(index.row()),
                                                                        boardColumn(index.column())))));
    case CellState::ready:
        return tr("Run");
    case CellState::blocked:
        return partText(index);
    default:
        return {};
    }
}

// What is open may be a part of the cell's dataset.
QString PaperBoardModel::partText(const QModelIndex& index) const {
    const auto part = facts_.parts.constFind(boardColumn(index.column()).key);
    if (part == facts_.parts.cend() || part->whole()) return {};
    return tr("%1 of %2").arg(countText(part->here), countText(part->all));
}

QString PaperBoardModel::foundTip(const QModelIndex& index) const {
    const BoardFinding& found = *finding(index);
    QStringList lines;
    if (found.low && found.high)
        lines << tr("95 %: %1 to %2").arg(percentText(*found.low), percentText(*found.high));
    lines << stampLines(index) << tr("Return or double-click shows it");
    return lines.join(QLatin1Char('\n'));
}

QStringList PaperBoardModel::stampLines(const QModelIndex& index) const {
    const BoardFinding& found = *finding(index);
    QStringList lines;
    if (found.options.text("selection") == "test")
        lines << tr("The best epoch on the test side, as the paper reports it");
    const auto& differing = differences(index);
    if (!differing.empty())
        lines << tr("* Not as the preset %1 has it:").arg(boardColumn(index.column()).pretrain);
    for (const BoardDifference& one : differing) lines << differenceText(one);
    return lines + found.stamp.split(QLatin1Char('\n'));
}

QString PaperBoardModel::toolTip(const QModelIndex& index) const {
    const BoardColumn& column = boardColumn(index.column());
    switch (state(index)) {
    case CellState::found:
        return foundTip(index);
    case CellState::running:
        return tr("A run for this cell is under way");
    case CellState::ready:
        return tr("Return or double-click starts the run that fills this cell: preset %1, protocol %2")
            .arg(presetWords(column.pretrain), protocolTitle(column.protocol));
    case CellState::blocked:
        if (column.ofOpenDataset())
            return boardRow(index.row())->ofDetection()
                       ? tr("Open a dataset with labelled intervals and at least four subjects first")
                       : tr("Open a dataset with classes and at least four subjects first");
        if (const QString part = partText(index); !part.isEmpty())
            return tr("Only %1 recordings of %2 are open: this cell is of the whole dataset")
                .arg(part, column.dataset);
        return tr("Import %1 first and open it: this cell is of protocol %2 and of the whole dataset")
            .arg(column.dataset, protocolTitle(column.protocol));
    case CellState::heading:
    case CellState::none:
        break;
    }
    return {};
}

int PaperBoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int PaperBoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(board_.columns.size()) + 1;
}

QVariant PaperBoardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const BoardRow* row = boardRow(index.row());
    if (role == StateRole) return static_cast<int>(state(index));
    if (!row || index.column() == 0) {
        if (role != Qt::DisplayRole || index.column() > 0) return {};
        const int first = -1 - lines_[static_cast<std::size_t>(index.row())];
        return row ? row->name : board_.rows[static_cast<std::size_t>(first)].table;
    }
    if (role == Qt::ToolTipRole) return toolTip(index);
    if (role == OursRole) return ours(index);
    if (role == StampRole) return finding(index) ? stampLines(index).join(QStringLiteral("; ")) : QString();
    if (!PaperBoard::asks(*row, boardColumn(index.column())))
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? tr("not in this table")
                                                                         : QVariant();
    const auto paper = row->paper.constFind(boardColumn(index.column()).key);
    const QString printed = paper == row->paper.constEnd() ? QString() : QString::number(*paper, 'f', 1);
    if (role == PaperRole) return printed;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("paper %1, ours %2").arg(printed.isEmpty() ? tr("none") : printed, ours(index));
    return {};
}

QVariant PaperBoardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? QString() : boardColumn(section).name;
}

} // namespace kinelens::ui
