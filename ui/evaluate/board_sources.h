// What the paper board knows beside the runs' summaries: which dataset a content hash belongs to and how a
// checkpoint was pretrained; and what of a finding is not as the board's own run would have it.
#pragma once

#include "core/dataset/dataset.h"
#include "core/preparation/published_protocols.h"
#include "ui/evaluate/paper_board.h"

#include <QSet>

namespace kinelens::ui {

struct BoardPretraining {
    bool known = false; // false: the file beside the weights cannot be read
    QString protocol, dataHash;
    StampedOptions options;
};

struct BoardSources {
    QHash<QString, QSet<QString>> columns;       // content hash -> keys of the columns it is the dataset of
    QHash<QString, BoardPretraining> pretrained; // by checkpoint file
    void add(const BoardSources& more);
};

// The columns whose whole dataset this is, and of whose splits every one leaves sequences on both sides.
QSet<QString> columnsOf(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                        const std::vector<BoardColumn>& columns);

// How much of their dataset this is, by the keys of the columns whose dataset it is a part of.
QHash<QString, PublishedShare> sharesOf(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                                        const std::vector<BoardColumn>& columns);

// Reads files: for a worker. What cannot be read is not known.
BoardSources lookUp(const QStringList& datasets, const QStringList& checkpoints,
                    const std::vector<BoardColumn>& columns);

// The options that the board's own run of a cell would have.
struct BoardExpectation {
    StampedOptions pretrain, options;
};
BoardExpectation expectationOf(const BoardRow& row, const BoardColumn& column);

struct BoardDifference {
    enum class Of { evaluation, pretraining, split, data, unknown };
    Of of = Of::evaluation;
    QString key, ours, expected; // of options
};
// Options that change no figure are left out. Precondition: the finding fits the cell.
std::vector<BoardDifference> differencesOf(const BoardFinding& finding, const BoardRow& row,
                                           const BoardColumn& column, const BoardExpectation& expected,
                                           const BoardSources& sources);

} // namespace kinelens::ui
