// PaperBoard: the paper's tables, its numbers and ours: which of our results belongs in which cell, and the
// table that `ablate` fills to make it. Values only; resources/boards/paper.json says what there is.
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/run_history.h"
#include "core/foundation/result.h"
#include "core/results/stamp.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace kinelens::ui {

struct BoardColumn {
    QString key, name, protocol;
    QString dataset;                            // what to import for it; empty: whichever is open
    QString pretrain, probe;                    // presets
    bool recognition = true, detection = false; // what is asked of its dataset
    bool ofOpenDataset() const { return dataset.isEmpty(); }
};

struct BoardRow {
    QString table, name, verb;
    QString encoder = QStringLiteral("dste");
    QString stream = QStringLiteral("joint"); // "three": the ensemble of the streams
    QString objective = QStringLiteral("vac-xc-all");
    QString figure = QStringLiteral("top1"); // of a finding; of detections "mAP_a" and "mAP_v"
    double labelFraction = 1;
    QHash<QString, double> paper; // column key -> per cent
    bool ofDetection() const { return verb == QLatin1String("detect-train"); }
};

struct BoardFigure {
    double value = 0;             // share of one
    std::optional<double> spread; // over folds or repetitions
};

// What a run came to.
struct BoardFinding {
    QString verb, protocol, encoder, stream, objective, dataHash;
    QString data;            // dataset file
    QStringList members;     // of an ensemble: results files
    QStringList checkpoints; // one, or one a split; none where the stamp names none
    StampedOptions options;  // of the verb
    double labelFraction = 1;
    QHash<QString, BoardFigure> figures; // by the names that rows give them
    std::optional<double> low, high;     // 95 % interval of top-1
    QString file;                        // results
    QString stamp;                       // for people, a line a fact
    QString cell;                        // the board's cell it was made for; may be empty
};

struct PaperBoard {
    std::vector<BoardColumn> columns;
    std::vector<BoardRow> rows; // those of one table stand together

    static Result<PaperBoard> standard();
    // "Table 1 · Linear probe, top-1 / DSTE, joint / NTU-60 x-sub"
    static QString cellName(const BoardRow& row, const BoardColumn& column);
    // Whether the paper's table has such a column at all.
    static bool asks(const BoardRow& row, const BoardColumn& column) {
        return row.ofDetection() ? column.detection : column.recognition;
    }
    // Whether a finding answers a cell's question: of its dataset, protocol, encoder, stream and objective.
    // `known`: content hash -> the columns that it is the dataset of.
    static bool fits(const BoardFinding& finding, const BoardRow& row, const BoardColumn& column,
                     const QHash<QString, QSet<QString>>& known, const QString& openDataHash);
    // The pretraining options of a cell: a preset and what the row changes of it.
    static QJsonObject pretraining(const BoardRow& row, const BoardColumn& column);
    // What `ablate` is asked for.
    static QString ablationText(const BoardRow& row, const BoardColumn& column);
};

// The figures in a finished run's summary: of an evaluation, or of every cell of a table of ablations; none
// of other verbs. Errors: format_invalid, subject = the folder: the summary is damaged.
Result<std::vector<BoardFinding>> findingsOf(const QString& runFolder, const Experiment& asked,
                                             const std::string& summary);

// The streams of ensembles, from the probes among the findings that are their members.
void nameStreams(std::vector<BoardFinding>& findings);

// The name of the table that an ablation run fills; empty where the run is none.
QString ablationName(const Experiment& asked);

} // namespace kinelens::ui
