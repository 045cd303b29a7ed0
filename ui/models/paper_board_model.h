// PaperBoardModel: the paper board as a table, with what of it is there, under way, possible and missing.
#pragma once

#include "ui/models/paper_board.h"

#include <QAbstractTableModel>
#include <QSet>

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
    std::vector<BoardFinding> findings; // newest first
    QHash<QString, double> running;     // cell name -> share done, 0 … 1
    QSet<QString> open;                 // keys of the columns whose protocol the open dataset has
    bool intervals = false;             // the open dataset has them: detection can be learned
    QString dataHash;                   // of the open dataset
};

class PaperBoardModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole, // int of CellState
        PaperRole,                // "85.2"; empty
        OursRole                  // "84.1 ± 0.6", "42 %", "Run", or empty
    };

    explicit PaperBoardModel(PaperBoard board, QObject* parent = nullptr);

    void setFacts(BoardFacts facts);

    CellState state(const QModelIndex& index) const;
    const BoardFinding* finding(const QModelIndex& index) const;
    const BoardRow* boardRow(int row) const; // null for a heading
    const BoardColumn& boardColumn(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override; // the first names the row
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString ours(const QModelIndex& index) const;
    QString toolTip(const QModelIndex& index) const;

    PaperBoard board_;
    std::vector<int> lines_; // index of the board's row; −1 − index of the first row below a heading
    BoardFacts facts_;
};

} // namespace kinelens::ui
