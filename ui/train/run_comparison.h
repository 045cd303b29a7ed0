// RunComparison: in which options the runs differ whose curves are compared; its head is their legend.
#pragma once

#include "core/experiment/experiment_comparison.h"
#include "ui/background/latest.h"

#include <QHash>
#include <QTreeWidget>

namespace kinelens::ui {

class RunComparison : public QTreeWidget {
    Q_OBJECT
public:
    explicit RunComparison(QWidget* parent = nullptr);

    // Reads what was asked of each on a worker thread; hidden for fewer than two.
    void setRuns(const QStringList& folders, const QHash<QString, int>& colours);

    QSize sizeHint() const override;

signals:
    void shown(); // the options of the latest setRuns()

private:
    void fill(const std::vector<Experiment>& experiments);

    QStringList folders_;
    Latest reading_{*this};
};

} // namespace kinelens::ui
