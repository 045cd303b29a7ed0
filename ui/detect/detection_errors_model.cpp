#include "ui/detect/detection_errors_model.h"

#include "ui/messages/detection_words.h"
#include "ui/messages/figures.h"

#include <tuple>

namespace kinelens::ui {
namespace {
constexpr int columns = DetectionErrorsModel::Recording + 1;
}

void DetectionErrorsModel::setErrors(std::vector<DetectionError> errors, QStringList classNames,
                                     double frameRate) {
    beginResetModel();
    errors_ = std::move(errors);
    classNames_ = std::move(classNames);
    frameRate_ = frameRate;
    collect();
    endResetModel();
}

void DetectionErrorsModel::setVerdict(std::optional<DetectionVerdict> verdict) {
    if (verdict == verdict_) return;
    beginResetModel();
    verdict_ = verdict;
    collect();
    endResetModel();
}

void DetectionErrorsModel::collect() {
    rows_.clear();
    for (std::size_t i = 0; i < errors_.size(); ++i)
        if (!verdict_ || errors_[i].verdict == *verdict_) rows_.push_back(i);
}

std::map<DetectionVerdict, int> DetectionErrorsModel::counts() const {
    std::map<DetectionVerdict, int> counts;
    for (const DetectionError& error : errors_) ++counts[error.verdict];
    return counts;
}

const DetectionError& DetectionErrorsModel::at(int row) const {
    return errors_[rows_[static_cast<std::size_t>(row)]];
}

int DetectionErrorsModel::next(const QString& sequence, std::int64_t frame, bool forward) const {
    int best = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const DetectionError& error = at(row);
        const auto place = std::tie(error.sequence, error.start);
        const auto here = std::tie(sequence, frame);
        if (forward && place > here) return row;
        if (!forward && place < here) best = row;
    }
    return best;
}

int DetectionErrorsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DetectionErrorsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString DetectionErrorsModel::className(int label) const {
    return label < 0 ? QStringLiteral("–") : classNames_.value(label, QStringLiteral("–"));
}

QVariant DetectionErrorsModel::display(const DetectionError& error, int column) const {
    switch (column) {
    case Type:
        return verdictText(error.verdict);
    case Time:
        return clockText(static_cast<double>(error.start) / frameRate_);
    case Said:
        return className(error.said);
    case Truth:
        return className(error.truth);
    case Overlap:
        return error.said < 0 || error.truth < 0 ? QStringLiteral("–")
                                                 : QString::number(error.overlap, 'f', 2);
    default:
        return error.sequence;
    }
}

QVariant DetectionErrorsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const DetectionError& error = at(index.row());
    if (role == Qt::DisplayRole) return display(error, index.column());
    if (role == Qt::ToolTipRole)
        return display(error, index.column()).toString() + QLatin1Char('\n') + verdictMeaning(error.verdict) +
               QLatin1Char('\n') + framesText(error.start, error.end, frameRate_);
    if (role == Qt::TextAlignmentRole && (index.column() == Time || index.column() == Overlap))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant DetectionErrorsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && (section == Time || section == Overlap))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QStringList titles{tr("Error"),    tr("At"),      tr("Predicted"),
                             tr("Labelled"), tr("Overlap"), tr("Recording")};
    return titles.value(section);
}

} // namespace kinelens::ui
