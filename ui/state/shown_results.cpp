#include "ui/state/shown_results.h"

#include <QtConcurrent>

namespace kinelens::ui {

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
    if (results.facts.size() > 0)
        shown->slices = accuracy_slices(results.truth, results.predicted, results.facts);
    shown->results = std::move(results);
    return shown;
}

QFuture<Result<ShownResultsPtr>> readShownResultsLater(const QString& file) {
    return QtConcurrent::run([file] { return readShownResults(file); });
}

} // namespace kinelens::ui
