// Labels that lie beside a dataset in a file of annotations, whatever its format, and their use in place of
// the dataset's own.
#pragma once

#include "core/dataset/dataset_reader.h"

namespace kinelens {

struct ReplacedLabels {
    std::string hash;          // of what was read
    std::vector<bool> named;   // by sequence of the dataset: the labels speak of it
    std::vector<Error> faults; // what of it could not be used
};

// From now on the dataset has the intervals of `place`, and behind its classes those that only they name;
// recordings and classes go by name. A file is read by its ending: .json, .csv, .eaf, or .txt as PKU-MMD has
// it, of the recording it is named after; a folder holds several. Errors: format_unknown (the ending), those
// of reading; dataset_empty, or the first fault, where not one interval can be used.
Result<ReplacedLabels> replace_labels(DatasetReader& dataset, const Path& place);

} // namespace kinelens
