#include "ui/state/current_dataset.h"

namespace kinelens::ui {

void CurrentDataset::set(const OpenDatasetPtr& dataset) {
    if (dataset == dataset_) return;
    dataset_ = dataset;
    emit changed();
}

} // namespace kinelens::ui
