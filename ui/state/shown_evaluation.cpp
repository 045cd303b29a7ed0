#include "ui/state/shown_evaluation.h"

namespace kinelens::ui {

ShownEvaluation::ShownEvaluation(QObject* parent)
    : QObject(parent) {}

void ShownEvaluation::show(const QStringList& files) {
    if (files.isEmpty()) return;
    leftOut_ = std::max(0, static_cast<int>(files.size()) - 2);
    emit asked();
    reading_.ask(readShownResultsLater(files.first()),
                 [this, second = files.value(1)](const Result<ShownResultsPtr>& read) {
                     if (!read) return void(emit failed(read.error()));
                     results_ = *read;
                     emit changed();
                     if (!second.isEmpty()) compareWith(second);
                 });
}

void ShownEvaluation::compareWith(const QString& file) {
    reading_.ask(compareLater(results_, file), [this](const Result<ShownComparison>& found) {
        found ? emit compared(*found) : emit failed(found.error());
    });
}

void ShownEvaluation::clear() {
    reading_.forget();
    if (!results_) return;
    results_.reset();
    emit changed();
}

} // namespace kinelens::ui
