// Labels that lie beside a dataset in a file of annotations, whatever its format, and their use in place of
// the dataset's own.
#pragma once

#include "core/annotation/annotations.h"
#include "core/dataset/dataset_reader.h"

namespace kinelens {

// The annotations in the text of `file`, read by its ending: .json, .csv or .tsv, .eaf, or .txt as PKU-MMD
// has it, of the recording it is named after. An interval that stands there twice counts once and is told.
// Errors: format_unknown (the ending), those of the format.
Result<AnnotationReading> read_labels(const std::string& text, const LabelFile& file);

struct ReplacedLabels {
    std::string hash;          // of what was read
    std::vector<bool> named;   // by sequence of the dataset: the labels speak of it
    std::vector<Error> faults; // what of it could not be used
};

// From now on the dataset has the intervals of `place`, and behind its classes those that only they name;
// recordings and classes go by name. A folder holds several files. Errors: those of read_labels();
// dataset_empty, or the first fault, where not one interval can be used.
// "FILE.eaf#TIER" chooses a tier of an ELAN file.
Result<ReplacedLabels> replace_labels(DatasetReader& dataset, const Path& place);

} // namespace kinelens
