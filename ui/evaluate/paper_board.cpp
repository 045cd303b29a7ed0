#include "ui/evaluate/paper_board.h"

#include "core/foundation/resources.h"
#include "core/results/ablation_summary.h"
#include "ui/messages/stamp_words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace kinelens::ui {
namespace {

constexpr const char* resourceName = "boards/paper.json";
constexpr double paperOverlap = 0.5;

// Of a resource or an option that holds one; empty where it does not.
QJsonObject objectOf(std::string_view text) {
    return QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).object();
}

BoardColumn columnOf(const QJsonObject& json) {
    const QString task = json["task"].toString();
    return {json["key"].toString(),
            json["name"].toString(),
            json["protocol"].toString(),
            json["dataset"].toString(),
            json["pretrain"].toString(),
            json["probe"].toString(),
            task != QLatin1String("detection"),
            !task.isEmpty()};
}

BoardRow rowOf(const QJsonObject& json, const QString& table, const QString& verb) {
    BoardRow row;
    row.table = table;
    row.name = json["name"].toString();
    row.verb = verb;
    row.encoder = json["encoder"].toString(row.encoder);
    row.stream = json["stream"].toString(row.stream);
    row.objective =
        json["untrained"].toBool() ? QStringLiteral("untrained") : json["objective"].toString(row.objective);
    row.figure = json["figure"].toString(row.figure);
    row.labelFraction = json["label_fraction"].toDouble(1);
    const QJsonObject paper = json["paper"].toObject();
    for (auto value = paper.begin(); value != paper.end(); ++value)
        row.paper.insert(value.key(), value.value().toDouble());
    return row;
}

QHash<QString, BoardFigure> figuresOf(const EvaluationSummary& summary) {
    const auto& spread = summary.spread.top1;
    const double pooled = summary.figures.top1;
    return {{QStringLiteral("top1"), {spread ? summary.mean.top1.value_or(pooled) : pooled, spread}}};
}

// The mean average precisions by PKU-MMD's definition at the paper's overlap.
QHash<QString, BoardFigure> figuresOf(const DetectionSummary& summary) {
    const DetectionFigures* pooled = summary.tested.pooled.at(paperOverlap);
    if (!pooled) return {};
    const auto figure = &DetectionOverFolds::Precision::pku_map_a;
    return {{QStringLiteral("mAP_a"),
             {summary.mean.at(paperOverlap, figure).value_or(pooled->pku_map_a),
              summary.spread.at(paperOverlap, figure)}},
            {QStringLiteral("mAP_v"), {pooled->pku_map_v, {}}}};
}

// Of a run folder: the file in it.
QString resultsFile(const QString& file) {
    return file.endsWith(QLatin1String(".h5")) ? file : QDir(file).filePath(QStringLiteral("results.h5"));
}

BoardFinding stampedFinding(const Stamp& stamp, const QString& file, const QString& cell) {
    const auto fact = [&](const char* name) { return QString::fromStdString(stamp.text(name)); };
    BoardFinding found;
    found.verb = fact("verb");
    found.protocol = fact("protocol");
    found.encoder = fact("encoder");
    found.stream = fact(stamp.contains("stream") ? "stream" : "streams");
    found.objective = fact("objective");
    found.dataHash = fact("data_hash");
    found.data = fact("data");
    found.checkpoints = fact("checkpoint").split(QStringLiteral(", "), Qt::SkipEmptyParts);
    found.checkpoints.removeAll(QStringLiteral("from scratch"));
    found.options = stamp.options();
    if (found.options.contains("label_fraction"))
        found.labelFraction = QString::fromStdString(found.options.text("label_fraction")).toDouble();
    found.file = file;
    found.stamp = stampText(stamp);
    found.cell = cell;
    return found;
}

BoardFinding findingOf(const EvaluationSummary& summary, const QString& file, const QString& cell = {}) {
    BoardFinding found = stampedFinding(summary.stamp, file, cell);
    for (const MemberReport& member : summary.report.members)
        found.members << resultsFile(QString::fromStdString(member.file));
    found.figures = figuresOf(summary);
    found.low = summary.interval95.low;
    found.high = summary.interval95.high;
    return found;
}

BoardFinding findingOf(const DetectionSummary& summary, const QString& file, const QString& cell = {}) {
    BoardFinding found = stampedFinding(summary.stamp, file, cell);
    found.figures = figuresOf(summary);
    return found;
}

std::vector<BoardFinding> findingsOf(const AblationSummary& summary, const QString& cell) {
    std::vector<BoardFinding> found;
    for (const AblationRow& row : summary.rows)
        found.push_back(std::visit(
            [&](const auto& one) { return findingOf(one, QString::fromStdString(row.file), cell); },
            row.found));
    return found;
}

// The options that make a row's objective out of a preset.
QJsonObject objectiveOptions(const QString& objective) {
    if (objective == QLatin1String("contrastive")) return {{"objective", objective}};
    QJsonObject options;
    if (!objective.contains(QLatin1String("xc")) && objective.startsWith(QLatin1String("vac"))) {
        options["invariance_weight"] = 0;
        options["cross_correlation_weight"] = 0;
    }
    if (objective.endsWith(QLatin1String("-instance"))) options["domain_weight"] = 0;
    return options;
}

QJsonArray streamRows(const BoardRow& row) {
    if (row.stream != QLatin1String("three")) {
        QJsonObject one{{"name", row.name}};
        if (row.objective == QLatin1String("untrained")) one["kind"] = QStringLiteral("random");
        return {one};
    }
    QJsonArray rows, names;
    for (const char* stream : {"joint", "motion", "bone"}) {
        rows.append(QJsonObject{{"name", stream}, {"pretrain", QJsonObject{{"stream", stream}}}});
        names.append(QLatin1String(stream));
    }
    rows.append(QJsonObject{{"name", row.name}, {"kind", "ensemble"}, {"of", names}});
    return rows;
}

// An ensemble says its members' streams in one stamp, or was made for this cell of them. What else members
// have in common is in its stamp as well, and may be missing where they differ.
bool isOfThreeStreams(const BoardFinding& finding, const BoardRow& row, const BoardColumn& column) {
    const auto agrees = [](const QString& said, const QString& wanted) {
        return said.isEmpty() || said == wanted;
    };
    if (!agrees(finding.encoder, row.encoder) || !agrees(finding.objective, row.objective)) return false;
    if (finding.stream.isEmpty()) return finding.cell == PaperBoard::cellName(row, column);
    const auto names = [&](const char* stream) { return finding.stream.contains(QLatin1String(stream)); };
    return names("joint") && names("motion") && names("bone");
}

} // namespace

Result<PaperBoard> PaperBoard::standard() {
    KINELENS_TRY(text, embedded_resource(resourceName));
    const QJsonObject json = objectOf(text);
    PaperBoard board;
    for (const auto& column : json["columns"].toArray()) board.columns.push_back(columnOf(column.toObject()));
    for (const auto& listed : json["tables"].toArray()) {
        const QJsonObject table = listed.toObject();
        for (const auto& row : table["rows"].toArray())
            board.rows.push_back(rowOf(row.toObject(), table["name"].toString(), table["verb"].toString()));
    }
    if (board.rows.empty()) return fail(ErrorCode::format_invalid, resourceName, "no rows");
    return board;
}

QString PaperBoard::cellName(const BoardRow& row, const BoardColumn& column) {
    return QStringLiteral("%1 / %2 / %3").arg(row.table, row.name, column.name);
}

bool PaperBoard::fits(const BoardFinding& finding, const BoardRow& row, const BoardColumn& column,
                      const QHash<QString, QSet<QString>>& known, const QString& openDataHash) {
    if (finding.protocol != column.protocol || !asks(row, column) || !finding.figures.contains(row.figure))
        return false;
    const bool ofItsData = column.ofOpenDataset() ? finding.dataHash == openDataHash
                                                  : known.value(finding.dataHash).contains(column.key);
    if (finding.dataHash.isEmpty() || !ofItsData) return false;
    if (std::abs(finding.labelFraction - row.labelFraction) > 1e-9) return false;
    if (row.stream == QLatin1String("three"))
        return finding.verb == QLatin1String("ensemble") && isOfThreeStreams(finding, row, column);
    return finding.verb == row.verb && finding.encoder == row.encoder && finding.stream == row.stream &&
           finding.objective == row.objective;
}

QJsonObject PaperBoard::pretraining(const BoardRow& row, const BoardColumn& column) {
    QJsonObject pretrain = objectiveOptions(row.objective);
    pretrain["_preset"] = column.pretrain;
    pretrain["encoder"] = row.encoder;
    if (row.stream != QLatin1String("three")) pretrain["stream"] = row.stream;
    if (row.ofDetection()) {
        pretrain["segments"] = QStringLiteral("windows");
        pretrain["window"] = 64;
        pretrain["window_stride"] = 32;
    }
    return pretrain;
}

QString PaperBoard::ablationText(const BoardRow& row, const BoardColumn& column) {
    QJsonObject finetune{{"_preset", "community"}, {"label_fraction", row.labelFraction}};
    const QJsonObject table{{"name", cellName(row, column)},
                            {"protocol", column.protocol},
                            {"evaluate", QJsonArray{row.verb}},
                            {"pretrain", pretraining(row, column)},
                            {"probe", QJsonObject{{"_preset", column.probe}}},
                            {"retrieve", QJsonObject{{"_preset", "published"}}},
                            {"finetune", finetune},
                            {"rows", streamRows(row)}};
    return QString::fromUtf8(QJsonDocument(table).toJson(QJsonDocument::Compact));
}

Result<std::vector<BoardFinding>> findingsOf(const QString& runFolder, const Experiment& asked,
                                             const std::string& summary) {
    const auto file = [&](const char* name) { return QDir(runFolder).filePath(QLatin1String(name)); };
    const std::string source = runFolder.toStdString();
    if (asked.verb == "ablate") {
        KINELENS_TRY(table, ablation_summary_from_json(summary, source));
        return findingsOf(table, ablationName(asked));
    }
    if (asked.verb == "detect-train") {
        KINELENS_TRY(tested, detection_summary_from_json(summary, source));
        return std::vector<BoardFinding>{findingOf(tested, file("results.json"))};
    }
    constexpr std::array<std::string_view, 4> evaluations{"probe", "retrieve", "finetune", "ensemble"};
    if (std::ranges::find(evaluations, asked.verb) == evaluations.end()) return std::vector<BoardFinding>{};
    KINELENS_TRY(evaluated, evaluation_summary_from_json(summary, source));
    return std::vector<BoardFinding>{findingOf(evaluated, file("results.h5"))};
}

void nameStreams(std::vector<BoardFinding>& findings) {
    QHash<QString, QString> streams; // by results file
    for (const BoardFinding& one : findings)
        if (one.verb == QLatin1String("probe")) streams.insert(QDir::cleanPath(one.file), one.stream);
    for (BoardFinding& one : findings) {
        if (!one.stream.isEmpty()) continue;
        QStringList names;
        for (const QString& member : one.members) names << streams.value(QDir::cleanPath(member));
        if (!names.contains(QString())) one.stream = names.join(QStringLiteral(", "));
    }
}

QString ablationName(const Experiment& asked) {
    if (asked.verb != "ablate") return {};
    const QString table = objectOf(asked.options)["table"].toString();
    if (!table.startsWith(QLatin1Char('{'))) return table;
    return objectOf(table.toStdString())["name"].toString();
}

} // namespace kinelens::ui
