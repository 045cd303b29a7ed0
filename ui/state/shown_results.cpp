#include "ui/state/shown_results.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

// "joint" of /runs/joint/results.h5 and of /results/joint.h5
QString memberName(const QString& file) {
    const QFileInfo info(file);
    return info.fileName() == QLatin1String("results.h5") ? info.dir().dirName() : info.completeBaseName();
}

} // namespace

QString ShownResults::className(std::int32_t label) const {
    const auto index = static_cast<std::size_t>(label);
    return label >= 0 && index < results.class_names.size()
               ? QString::fromStdString(results.class_names[index])
               : QStringLiteral("–");
}

// What counted where not all splits could follow what was asked for is told by each fit.
QStringList ShownResults::chosenBy() const {
    QStringList ways;
    for (const FitReport& fit : results.report.fits)
        if (fit.selection) ways << QString::fromStdString(name_of(*fit.selection));
    if (ways.isEmpty() && results.report.selection)
        ways << QString::fromStdString(name_of(*results.report.selection));
    ways.removeDuplicates();
    return ways;
}

QStringList ShownResults::memberNames() const {
    QStringList names;
    for (const MemberReport& member : results.report.members)
        names << memberName(QString::fromStdString(member.file));
    return names;
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
