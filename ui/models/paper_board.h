// PaperBoard: the paper's tables, its numbers and ours: which of our results belongs in which cell, and the
// table that `ablate` fills to make it. Values only; resources/boards/paper.json says what there is.
#pragma once

#include "core/experiment/run_history.h"
#include "core/foundation/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace kinelens::ui {

struct BoardColumn {
    QString key, name, protocol;
    QString dataset;         // what to import for it; empty: whichever is open
    QString pretrain, probe; // presets
    int classes = 0;         // that NTU RGB+D has under this protocol; 0: not NTU RGB+D
    bool ofOpenDataset() const { return dataset.isEmpty(); }
};

struct BoardRow {
    QString table, name, verb;
    QString encoder = QStringLiteral("dste");
    QString stream = QStringLiteral("joint"); // "three": the ensemble of the streams
    QString objective = QStringLiteral("vac-xc-all");
    double labelFraction = 1;
    QHash<QString, double> paper; // column key -> per cent
};

// One figure that a run made.
struct BoardFinding {
    QString verb, protocol, encoder, stream, objective, dataHash;
    double labelFraction = 1;
    double top1 = 0;                         // share of one
    std::optional<double> spread, low, high; // over folds or repetitions; 95 % interval
    QString file;                            // results
    QString stamp;                           // for people, a line a fact
    QString cell;                            // the board's cell it was made for; may be empty
};

struct PaperBoard {
    std::vector<BoardColumn> columns;
    std::vector<BoardRow> rows; // those of one table stand together

    static Result<PaperBoard> standard();
    // "Table 1 · Linear probe, top-1 / DSTE, joint / NTU-60 x-sub"
    static QString cellName(const BoardRow& row, const BoardColumn& column);
    static bool fits(const BoardFinding& finding, const BoardRow& row, const BoardColumn& column,
                     const QString& openDataHash);
    // What `ablate` is asked for.
    static QString ablationText(const BoardRow& row, const BoardColumn& column);
};

// The figures in a finished run's summary: of an evaluation, or of every cell of a table of ablations.
std::vector<BoardFinding> findingsOf(const QString& runFolder, const Experiment& asked,
                                     const std::string& summary);

// The name of the table that an ablation run fills; empty where the run is none.
QString ablationName(const Experiment& asked);

} // namespace kinelens::ui
