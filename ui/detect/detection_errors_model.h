// DetectionErrorsModel: what is wrong with a detection as a table, by recording and time.
#pragma once

#include "ui/detect/detection_scan.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

class DetectionErrorsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Type, Time, Said, Truth, Overlap, Recording };

    using QAbstractTableModel::QAbstractTableModel;

    void setErrors(std::vector<DetectionError> errors, QStringList classNames, double frameRate);
    // Nothing: all of them.
    void setVerdict(std::optional<DetectionVerdict> verdict);
    std::map<DetectionVerdict, int> counts() const;

    const DetectionError& at(int row) const;
    // The first listed after a place, or the last before it; -1 if there is none.
    int next(const QString& sequence, std::int64_t frame, bool forward) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void collect();
    QString className(int label) const;
    QVariant display(const DetectionError& error, int column) const;

    std::vector<DetectionError> errors_;
    std::vector<std::size_t> rows_;
    std::optional<DetectionVerdict> verdict_;
    QStringList classNames_;
    double frameRate_ = 30;
};

} // namespace kinelens::ui
