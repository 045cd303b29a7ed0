// How it is worded what a kept file of labels held besides what was taken over.
#pragma once

#include "ui/state/kept_labels.h"

namespace kinelens::ui {

QString leftOutText(const LabelsLeft& left); // a sentence for each case

} // namespace kinelens::ui
