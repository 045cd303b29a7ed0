// PaperBoardModel: the paper board as a table, with what of it is there, under way, possible and missing.
#pragma once

#include "ui/evaluate/board_sources.h"

#include <QAbstractTableModel>
#include <map>

namespace kinelens::ui {

enum class CellState {
    heading, // no cell: a table's title
    found,   // ours is there
    running, // a run for it is under way
    ready,   // a run can be started
    blocked, // its dataset is not open
    none     // the table has no such column
};

// What the board knows of the world.
struct BoardFacts {
    std::vector<BoardFinding> findings;   // newest first
    QHash<QString, double> running;       // cell name -> share done, 0 … 1
    QSet<QString> open;                   // keys of the columns whose protocol the open dataset has
    QHash<QString, PublishedShare> parts; // by the key of a column: how much of its dataset is open
    bool classes = true;                  // sequences of the open dataset have them
    bool intervals = false;               // the open dataset has them: detection can be learned
    QString dataHash;                     // of the open dataset
    BoardSources sources;                 // what is known of datasets and checkpoints
};

class PaperBoardModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole, // int of CellState
        PaperRole,                // "85.2"; empty
        StampRole,                // what made ours, in one line, with what is not as the preset has it
        OursRole                  // "84.1 ± 0.6", "84.1*", "42 %", "Run", or empty
    };

    explicit PaperBoardModel(PaperBoard board, QObject* parent = nullptr);

    void setFacts(BoardFacts facts);

    CellState state(const QModelIndex& index) const;
    // The newest that is as the board's own run would have it, or else the newest that fits; null: none.
    const BoardFinding* finding(const QModelIndex& index) const;
    // In what it is not so; empty as well where there is none.
    const std::vector<BoardDifference>& differences(const QModelIndex& index) const;
    const BoardRow* boardRow(int row) const; // null for a heading
    const BoardColumn& boardColumn(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override; // the first names the row
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString ours(const QModelIndex& index) const;
    QString partText(const QModelIndex& index) const; // "100 of 1 076"; empty where it is none, or all
    QString toolTip(const QModelIndex& index) const;
    QString foundTip(const QModelIndex& index) const;
    QStringList stampLines(const QModelIndex& index) const;
    void fill();

    PaperBoard board_;
    std::vector<int> lines_; // index of the board's row; −1 − index of the first row below a heading
    BoardFacts facts_;
    struct Filled {
        const BoardFinding* finding = nullptr; // in facts_
        std::vector<BoardDifference> differences;
    };
    std::map<std::pair<int, int>, Filled> filled_; // by row and column of the table
    QHash<QString, BoardExpectation> expected_;    // by cell name
};

} // namespace kinelens::ui
