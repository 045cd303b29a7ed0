#include "ui/evaluate/board_sources.h"

#include "core/dataset/dataset_reader.h"
#include "core/experiment/checkpoint_fit.h"
#include "core/options/detection_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"
#include "core/options/verb_options.h"
#include "core/preparation/protocol_fit.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

std::optional<PublishedShare> shareOf(const BoardColumn& column, const DatasetInfo& info,
                                      const std::vector<SequenceInfo>& sequences) {
    auto share = published_share(info, sequences, column.protocol.toStdString());
    if (share && QString::fromStdString(share->dataset) != column.dataset) share.reset();
    return share;
}

// A figure of a part of a published dataset is none of the published ones.
bool isDatasetOf(const BoardColumn& column, const DatasetInfo& info,
                 const std::vector<SequenceInfo>& sequences) {
    if (column.ofOpenDataset()) return true;
    const auto share = shareOf(column, info, sequences);
    return share && share->whole();
}

BoardPretraining pretrainingOf(const QString& checkpoint) {
    const auto info = read_checkpoint_info(checkpoint.toStdString());
    if (!info) return {};
    return {true, QString::fromStdString(info->protocol), QString::fromStdString(info->data_hash),
            stamped_options(info->options)};
}

// What a verb's options are under a preset, with what the row asks for besides.
template <class Options>
StampedOptions presetOptions(const char* folder, const QString& preset, const QJsonObject& more) {
    const OptionTable& table = option_table<Options>();
    OptionValues values = option_values(Options{});
    if (!preset.isEmpty())
        if (auto read = preset_values(table, values, folder, preset.toStdString())) values = std::move(*read);
    StampedOptions options = stamped_options(options_to_json(table, values));
    for (auto one = more.begin(); one != more.end(); ++one)
        if (one.key() != QLatin1String("_preset"))
            options.set(one.key().toStdString(), one.value().toVariant().toString().toStdString());
    return options;
}

// Published figures are of any seed.
bool changesNoFigure(const std::string& key) {
    return key == "seed" || option_effect(key) != OptionEffect::result;
}

using Of = BoardDifference::Of;

void compare(const StampedOptions& ours, const StampedOptions& expected, Of of,
             std::vector<BoardDifference>& found) {
    for (const auto& [key, value] : expected.list)
        if (ours.contains(key) && ours.text(key) != value && !changesNoFigure(key))
            found.push_back({of, QString::fromStdString(key), QString::fromStdString(ours.text(key)),
                             QString::fromStdString(value)});
}

// Of several folds each has a checkpoint that saw that fold's training side alone.
QString splitOf(const BoardColumn& column, qsizetype fold) {
    return column.protocol.startsWith(QLatin1String("folds:"))
               ? QStringLiteral("%1#%2").arg(column.protocol).arg(fold)
               : column.protocol;
}

} // namespace

void BoardSources::add(const BoardSources& more) {
    columns.insert(more.columns);
    pretrained.insert(more.pretrained);
}

QSet<QString> columnsOf(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                        const std::vector<BoardColumn>& columns) {
    QSet<QString> known;
    if (info.class_names.size() < 2) return known;
    const std::vector<bool> all(sequences.size(), true);
    for (const BoardColumn& column : columns)
        if (isDatasetOf(column, info, sequences) &&
            divide(sequences, all, column.protocol.toStdString(), 0, "sequence"))
            known.insert(column.key);
    return known;
}

QHash<QString, PublishedShare> sharesOf(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                                        const std::vector<BoardColumn>& columns) {
    QHash<QString, PublishedShare> shares;
    for (const BoardColumn& column : columns)
        if (const auto share = shareOf(column, info, sequences)) shares.insert(column.key, *share);
    return shares;
}

BoardSources lookUp(const QStringList& datasets, const QStringList& checkpoints,
                    const std::vector<BoardColumn>& columns) {
    BoardSources found;
    for (const QString& file : datasets)
        if (const auto dataset = DatasetReader::open(file.toStdString()))
            found.columns.insert(QString::fromStdString(dataset->info().content_hash),
                                 columnsOf(dataset->info(), dataset->sequences(), columns));
    for (const QString& file : checkpoints) found.pretrained.insert(file, pretrainingOf(file));
    return found;
}

BoardExpectation expectationOf(const BoardRow& row, const BoardColumn& column) {
    BoardExpectation expected;
    expected.pretrain =
        presetOptions<PretrainOptions>("pretrain", column.pretrain, PaperBoard::pretraining(row, column));
    if (row.stream == QLatin1String("three"))
        std::erase_if(expected.pretrain.list, [](const auto& option) { return option.first == "stream"; });
    if (row.verb == QLatin1String("probe"))
        expected.options = presetOptions<ProbeOptions>("probe", column.probe, {});
    if (row.verb == QLatin1String("retrieve"))
        expected.options = presetOptions<RetrieveOptions>("retrieve", QStringLiteral("published"), {});
    if (row.verb == QLatin1String("finetune"))
        expected.options = presetOptions<FinetuneOptions>("finetune", QStringLiteral("community"),
                                                          {{"label_fraction", row.labelFraction}});
    if (row.ofDetection()) expected.options = presetOptions<DetectTrainOptions>("detect-train", {}, {});
    return expected;
}

std::vector<BoardDifference> differencesOf(const BoardFinding& finding, const BoardRow& row,
                                           const BoardColumn& column, const BoardExpectation& expected,
                                           const BoardSources& sources) {
    std::vector<BoardDifference> found;
    compare(finding.options, expected.options, Of::evaluation, found);
    if (const std::string weights = finding.options.text("weights"); !weights.empty())
        found.push_back({Of::evaluation, QStringLiteral("weights"), QString::fromStdString(weights), {}});
    if (row.objective == QLatin1String("untrained")) return found;
    const bool madeForIt = finding.cell == PaperBoard::cellName(row, column);
    if (finding.checkpoints.isEmpty() && !madeForIt) found.push_back({Of::unknown, {}, {}, {}});
    for (qsizetype i = 0; i < finding.checkpoints.size(); ++i) {
        const BoardPretraining one = sources.pretrained.value(finding.checkpoints[i]);
        std::vector<BoardDifference> own;
        if (!one.known) {
            own.push_back({Of::unknown, {}, {}, {}});
        } else {
            compare(one.options, expected.pretrain, Of::pretraining, own);
            if (one.protocol != splitOf(column, i))
                own.push_back({Of::split, {}, one.protocol, splitOf(column, i)});
            if (one.dataHash != finding.dataHash) own.push_back({Of::data, {}, one.dataHash, {}});
        }
        if (own.empty()) continue;
        found.insert(found.end(), own.begin(), own.end()); // the first checkpoint that differs tells enough
        break;
    }
    return found;
}

} // namespace kinelens::ui
