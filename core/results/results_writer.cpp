#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/output_file.h"
#include "core/results/evaluation_results.h"

namespace kinelens {
namespace {

bool make_group(const hdf5::File& file, const char* path) {
    return bool(hdf5::Group(H5Gcreate2(file.id(), path, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)));
}

bool write_samples(const hdf5::File& file, const EvaluationResults& results) {
    const SampleFacts& facts = results.facts;
    bool good = hdf5::write_strings(file, "/class_names", results.class_names) &&
                hdf5::write_strings(file, "/names", results.names) &&
                hdf5::write_column(file, "/truth", results.truth) &&
                hdf5::write_column(file, "/predicted", results.predicted) &&
                hdf5::write_column(file, "/fold", results.fold) &&
                hdf5::write_strings(file, "/fold_names", results.fold_names);
    if (good && facts.size() > 0)
        good = make_group(file, "/facts") && hdf5::write_column(file, "/facts/subject", facts.subject) &&
               hdf5::write_column(file, "/facts/camera", facts.camera) &&
               hdf5::write_column(file, "/facts/setup", facts.setup) &&
               hdf5::write_column(file, "/facts/length", facts.length) &&
               hdf5::write_column(file, "/facts/problems", facts.problems);
    if (good && !results.scores.empty())
        good = hdf5::write_matrix(file, "/scores", results.classes(), results.scores);
    if (good && !results.repeats.empty())
        good = hdf5::write_matrix(file, "/repeats", results.repetitions(), results.repeats);
    return good;
}

bool write_retrieved(const hdf5::File& file, const RetrievedNeighbours& retrieved) {
    if (retrieved.k == 0) return true;
    return hdf5::write_strings(file, "/gallery_names", retrieved.gallery_names) &&
           hdf5::write_column(file, "/gallery_truth", retrieved.gallery_truth) &&
           hdf5::write_matrix(file, "/neighbours", retrieved.k, retrieved.indices) &&
           hdf5::write_matrix(file, "/distances", retrieved.k, retrieved.distances);
}

bool write_subset(const hdf5::File& file, const LabelledSubset& subset) {
    if (subset.name.empty()) return true;
    return make_group(file, "/subset") && hdf5::write_strings(file, "/subset/name", subset.name) &&
           hdf5::write_column(file, "/subset/fold", subset.fold) &&
           hdf5::write_column(file, "/subset/repeat", subset.repeat);
}

bool write_map(const hdf5::File& file, const WeightMap& map) {
    if (map.accuracy.empty()) return true;
    return make_group(file, "/map") && hdf5::write_matrix(file, "/map/weights", map.members, map.weights) &&
           hdf5::write_column(file, "/map/accuracy", map.accuracy);
}

bool write_attributes(const hdf5::File& file, const EvaluationResults& results) {
    bool good = hdf5::write_text_attribute(file, "format", "kinelens-results") &&
                hdf5::write_integer_attribute(file, "version", 1) &&
                hdf5::write_text_attribute(file, "report", report_to_json(results.report));
    for (const auto& [name, text] : results.stamp)
        good = good && hdf5::write_text_attribute(file, name.c_str(), text);
    return good;
}

} // namespace

Result<void> write_results(const Path& file, const EvaluationResults& results) {
    const hdf5::QuietErrors quiet;
    KINELENS_CHECK(check_output(file, "results file", "kinelens-results"));
    const Path temporary = temporary_name(file);
    hdf5::File handle(H5Fcreate(temporary.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    const bool good = handle && write_attributes(handle, results) && write_samples(handle, results) &&
                      write_retrieved(handle, results.retrieved) && write_subset(handle, results.subset) &&
                      write_map(handle, results.map) && H5Fflush(handle.id(), H5F_SCOPE_LOCAL) >= 0;
    if (!good) {
        const Error error = hdf5::write_error(file);
        handle.reset();
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return fail(error);
    }
    handle.reset();
    return publish_file(temporary, file);
}

} // namespace kinelens
