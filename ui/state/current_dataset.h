// CurrentDataset: which dataset is open, for whoever only follows that.
#pragma once

#include "ui/state/open_dataset.h"

#include <QObject>

namespace kinelens::ui {

class CurrentDataset : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const OpenDatasetPtr& dataset() const { return dataset_; } // null: none is open
    void set(const OpenDatasetPtr& dataset);

signals:
    void changed();

private:
    OpenDatasetPtr dataset_;
};

} // namespace kinelens::ui
