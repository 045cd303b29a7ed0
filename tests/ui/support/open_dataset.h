// Tables of a dataset as the window shares them, without a file behind them.
#pragma once

#include "core/skeleton/skeleton_layout.h"
#include "ui/state/open_dataset.h"

#include <string>

namespace kinelens::testing {

struct OpenSpec {
    int sequences = 30;
    int subjects = 6;  // numbered from 1; 0: unknown
    int classes = 3;   // 0: without labels
    int intervals = 0; // of every sequence
    const char* layout = "ntu25";
};

inline ui::OpenDatasetPtr open_dataset(const OpenSpec& spec = {}, const char* file = "/data/d.h5") {
    DatasetInfo info;
    info.name = "d";
    info.layout = *built_in_layout(spec.layout);
    for (int i = 0; i < std::max(spec.classes, spec.intervals > 0 ? 2 : 0); ++i)
        info.class_names.push_back("class " + std::to_string(i));
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals;
    for (int i = 0; i < spec.sequences; ++i) {
        SequenceInfo one;
        one.name = "recording" + std::to_string(i);
        one.length = 100;
        one.label = spec.classes > 0 ? i % spec.classes : -1;
        one.subject = spec.subjects > 0 ? 1 + i % spec.subjects : -1;
        sequences.push_back(one);
        for (int k = 0; k < spec.intervals; ++k)
            intervals.push_back({i, k % 2, 20 * k, 20 * k + 10, 1, "truth"});
    }
    return ui::makeOpenDataset(file, info, sequences, intervals, true);
}

} // namespace kinelens::testing
