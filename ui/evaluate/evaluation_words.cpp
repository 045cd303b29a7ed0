#include "ui/evaluate/evaluation_words.h"

#include "ui/messages/figures.h"
#include "ui/messages/option_words.h"
#include "ui/messages/stamp_words.h"
#include "ui/messages/value_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kinelens::ui {
namespace {

struct EvaluationWords {
    Q_DECLARE_TR_FUNCTIONS(EvaluationWords)
};

QString stamped(const ShownResults& shown, const char* key) {
    return QString::fromStdString(shown.results.stamp.text(key));
}

// The number that counts, never without how it was chosen.
QString top1Words(const ShownResults& shown) {
    const bool several = shown.repeats.has_value();
    const ShareInterval& interval = several ? shown.repeats->interval : shown.interval;
    QStringList inBrackets{
        EvaluationWords::tr("95 %: %1 to %2").arg(shareText(interval.low), shareText(interval.high))};
    if (shown.chosenBy().contains(QLatin1String("test")))
        inBrackets.prepend(EvaluationWords::tr("best epoch on the test side"));
    const QString value = several ? EvaluationWords::tr("%1 over %2 repetitions")
                                        .arg(shareText(shown.repeats->top1))
                                        .arg(shown.repeats->each.size())
                                  : shareText(shown.figures.top1);
    return EvaluationWords::tr("Top-1 %1 (%2)").arg(value, inBrackets.join(QStringLiteral("; ")));
}

QString foldWords(const ShownResults& shown) {
    std::vector<double> folds;
    for (const MeanAndSpread& fold : shown.foldTop1) folds.push_back(fold.mean);
    return EvaluationWords::tr("%1 over %2 folds").arg(shareText(mean_and_spread(folds))).arg(folds.size());
}

QString epochWords(const ShownResults& shown) {
    const EvaluationReport& report = shown.results.report;
    if (!report.last_epoch || !report.best_test_epoch) return {};
    return QStringList{
        EvaluationWords::tr("Epoch chosen by: %1").arg(shown.chosenBy().join(QStringLiteral(", "))),
        EvaluationWords::tr("last epoch %1").arg(shareText(*report.last_epoch)),
        EvaluationWords::tr("best test epoch %1").arg(shareText(*report.best_test_epoch))}
        .join(QStringLiteral("  ·  "));
}

} // namespace

QString shareText(double share) {
    return EvaluationWords::tr("%1 %").arg(100 * share, 0, 'f', 1);
}

QString shareText(const MeanAndSpread& figure) {
    return EvaluationWords::tr("%1 ± %2").arg(shareText(figure.mean), shareText(figure.spread));
}

QString runName(const QString& file) {
    return QFileInfo(file).dir().dirName();
}

QString evaluationTitle(const ShownResults& shown) {
    return EvaluationWords::tr("%1: %2, %3")
        .arg(runName(shown.file), verbTitle(stamped(shown, "verb")),
             protocolTitle(stamped(shown, "protocol")));
}

QStringList evaluationFacts(const ShownResults& shown) {
    QStringList figures{top1Words(shown)};
    if (shown.folds.size() > 1) figures << foldWords(shown);
    if (shown.figures.top5) figures << EvaluationWords::tr("top-5 %1").arg(shareText(*shown.figures.top5));
    figures << EvaluationWords::tr("mean of classes %1")
                   .arg(shown.repeats ? shareText(shown.repeats->mean_class)
                                      : shareText(shown.figures.mean_class))
            << countedText(shown.figures.samples, EvaluationWords::tr("1 sequence"),
                           EvaluationWords::tr("%1 sequences"));
    QStringList lines{figures.join(QStringLiteral("  ·  "))};
    if (const QString epochs = epochWords(shown); !epochs.isEmpty()) lines << epochs;
    const EvaluationReport& report = shown.results.report;
    if (report.recall)
        lines << EvaluationWords::tr("Approximate search: it found %1 of the exact neighbours of %2 queries")
                     .arg(shareText(*report.recall), countText(report.recall_queries.value_or(0)));
    if (!report.differing.empty()) {
        QStringList facts;
        for (const std::string& key : report.differing) facts << factLabel(QString::fromStdString(key));
        lines << EvaluationWords::tr("Its members were not made alike: they differ in: %1")
                     .arg(facts.join(QStringLiteral(", ")));
    }
    if (shown.repeats)
        lines << EvaluationWords::tr("Confusion, classes and the list below are of the first repetition: %1")
                     .arg(shareText(shown.figures.top1));
    return lines;
}

QString comparisonWords(const ShownResults& shown, const ShownComparison& with) {
    QString words =
        EvaluationWords::tr("Beside %1 (top-1 %2): %3 right here alone, %4 there alone; McNemar p = %5")
            .arg(runName(with.other->file), shareText(with.other->figures.top1),
                 countText(with.test.only_first), countText(with.test.only_second), numberText(with.test.p));
    if (shown.repeats || with.other->repeats) words += EvaluationWords::tr("; of the first repetition");
    return words;
}

QString comparisonStamps(const ShownResults& shown, const ShownComparison& with) {
    return QStringLiteral("%1\n%2\n\n%3\n%4")
        .arg(runName(shown.file), stampText(shown.results.stamp), runName(with.other->file),
             stampText(with.other->results.stamp));
}

} // namespace kinelens::ui
