#include "ui/state/shown_results.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

std::optional<double> numberIn(const QJsonValue& value) {
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

// What counted where not all splits could follow what was asked for is told by each fit.
QString chosenBy(const QJsonObject& report) {
    QStringList ways;
    for (const auto& fit : report["fits"].toArray())
        if (const QString way = fit.toObject()["selection"].toString(); !way.isEmpty() && !ways.contains(way))
            ways << way;
    return ways.isEmpty() ? report["selection"].toString() : ways.join(QStringLiteral(", "));
}

// "joint" of /runs/joint/results.h5 and of /results/joint.h5
QString memberName(const QString& file) {
    const QFileInfo info(file);
    return info.fileName() == QLatin1String("results.h5") ? info.dir().dirName() : info.completeBaseName();
}

ShownReport reportOf(const std::string& text) {
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    ShownReport report;
    report.chosenBy = chosenBy(json);
    report.lastEpoch = numberIn(json["last_epoch"]["top1"]);
    report.bestTestEpoch = numberIn(json["best_test_epoch"]["top1"]);
    report.recall = numberIn(json["recall"]);
    report.recallQueries = json["recall_queries"].toInteger();
    for (const auto& member : json["members"].toArray())
        report.members << memberName(member.toObject()["file"].toString());
    for (const auto& key : json["differing"].toArray()) report.differing << key.toString();
    return report;
}

} // namespace

QString ShownResults::className(std::int32_t label) const {
    const auto index = static_cast<std::size_t>(label);
    return label >= 0 && index < results.class_names.size()
               ? QString::fromStdString(results.class_names[index])
               : QStringLiteral("–");
}

Result<ShownResultsPtr> readShownResults(const QString& file) {
    KINELENS_TRY(results, read_results(file.toStdString()));
    auto shown = std::make_shared<ShownResults>();
    shown->file = file;
    shown->figures = figures_of(results);
    shown->interval = interval_of(results);
    for (std::int32_t fold = 0; fold < static_cast<std::int32_t>(results.fold_names.size()); ++fold) {
        shown->folds.push_back(figures_of_fold(results, fold));
        const auto repeats = figures_over_repeats(results, fold);
        shown->foldTop1.push_back(repeats ? repeats->top1 : MeanAndSpread{shown->folds.back().top1, 0});
    }
    shown->repeats = figures_over_repeats(results);
    shown->report = reportOf(results.report);
    if (results.facts.size() > 0)
        shown->slices = accuracy_slices(results.truth, results.predicted, results.facts);
    shown->results = std::move(results);
    return shown;
}

QFuture<Result<ShownResultsPtr>> readShownResultsLater(const QString& file) {
    return QtConcurrent::run([file] { return readShownResults(file); });
}

QFuture<Result<ShownComparison>> compareLater(const ShownResultsPtr& shown, const QString& file) {
    return QtConcurrent::run([shown, file]() -> Result<ShownComparison> {
        KINELENS_TRY(other, readShownResults(file));
        KINELENS_TRY(test, mcnemar(right_by_name(shown->results), right_by_name(other->results)));
        auto differing = differing_stamps(shown->results.stamp, other->results.stamp);
        return ShownComparison{std::move(other), test, std::move(differing)};
    });
}

} // namespace kinelens::ui
